import assert from 'node:assert/strict';
import fc from 'fast-check';
import { makeExcluder, type ExclusionRules } from '../../../../src/core/exclude/excluder.ts';

const HOME = '/home/dev/shop';

/** Whether a path of the workspace folder `HOME` is excluded. */
function isExcluded(glob: string, inFolder: string, rules: Partial<ExclusionRules> = {}): boolean {
  const excludes = makeExcluder({ folders: [], globs: [glob], ignoreCase: false, ...rules });
  return excludes(inFolder === '' ? HOME : `${HOME}/${inFolder}`, inFolder);
}

describe('an exclusion by glob', () => {
  const cases: readonly [glob: string, excluded: readonly string[], kept: readonly string[]][] = [
    ['*.env', ['.env', 'prod.env', 'a/b/.env', 'x.env/inside'], ['env', 'a.envy', 'a/env.ts']],
    ['secret', ['secret', 'secret/a.ts', 'a/secret', 'a/secret/b'], ['secrets', 'a/my-secret/b']],
    ['secret/', ['secret/a.ts', 'a/secret/b'], ['secrets/a.ts']],
    ['clients/acme', ['clients/acme', 'clients/acme/a.ts'], ['clients/acme2/a', 'x/clients/acme/a']],
    ['./clients/acme', ['clients/acme/a.ts'], ['x/clients/acme/a']],
    ['clients/**', ['clients', 'clients/a', 'clients/a/b'], ['client/a', 'x/clients/a']],
    ['**/notes/*.md', ['notes/a.md', 'x/y/notes/a.md'], ['notes/a.ts', 'notes/deep/a.md']],
    ['src/*/x.ts', ['src/a/x.ts'], ['src/x.ts', 'src/a/b/x.ts']],
    ['src/**/x.ts', ['src/x.ts', 'src/a/x.ts', 'src/a/b/x.ts'], ['src/a/xx.ts', 'x.ts']],
    ['a?c.ts', ['abc.ts', 'x/abc.ts'], ['ac.ts', 'abbc.ts', 'a/c.ts']],
    ['*.{md,txt}', ['a.md', 'x/a.txt'], ['a.mdx', 'a.{md,txt}']],
    ['{a,b/{c,d}}/x', ['a/x', 'b/c/x', 'b/d/x'], ['b/x', 'c/x']],
    ['v[0-9].ts', ['v1.ts', 'x/v9.ts'], ['va.ts', 'v10.ts']],
    ['v[!0-9].ts', ['va.ts'], ['v1.ts', 'v/.ts']],
    ['[z-a]x', ['[z-a]x'], ['zx']],
    ['a[b', ['a[b'], ['ab']],
    ['a{b', ['a{b'], ['ab']],
    ['a}b', ['a}b'], ['ab']],
    ['a{[}]b', ['a{}b'], ['ab', 'a{[}]b']],
    ['{a,[}]}b', ['ab', '}b'], ['b']],
    ['a,b', ['a,b'], ['a', 'b']],
    ['a.b+(c)$', ['a.b+(c)$'], ['axb+(c)$']],
    ['sécrèt*', ['sécrètes/a'], ['secret']],
    ['clients\\acme', ['clients/acme/a.ts'], ['clients/a']],
    ['/home/dev/shop/x', ['x', 'x/a'], ['y', 'a/x']],
    ['/home/*/shop', ['', 'a', 'x/y'], []],
    ['shop', ['', 'a'], []],
    ['**', ['', 'a', 'a/b'], []],
    ['', [], ['', 'a']],
    ['  ', [], ['', 'a', '  ']],
  ];
  for (const [glob, excluded, kept] of cases) {
    it(`${JSON.stringify(glob)} holds for ${excluded.join(' ') || 'nothing'}`, () => {
      for (const path of excluded) assert.equal(isExcluded(glob, path), true, path);
    });
    if (kept.length > 0) {
      it(`${JSON.stringify(glob)} does not hold for ${kept.join(' ')}`, () => {
        for (const path of kept) assert.equal(isExcluded(glob, path), false, path);
      });
    }
  }

  it('tells names apart by case where the machine does', () => {
    assert.equal(isExcluded('Secret', 'secret/a'), false);
    assert.equal(isExcluded('Secret', 'secret/a', { ignoreCase: true }), true);
  });

  it('holds against the whole path of a file in no workspace folder', () => {
    const excludes = makeExcluder({ folders: [], globs: ['*.env', 'a/b'], ignoreCase: false });
    assert.equal(excludes('/elsewhere/.env', null), true);
    assert.equal(excludes('/elsewhere/a/b', null), false);
  });

  it('takes a drive of Windows for the beginning of a path', () => {
    const excludes = makeExcluder({ folders: [], globs: ['C:\\work\\*.ts'], ignoreCase: true });
    assert.equal(excludes('/c:/work/a.ts', null), true);
    assert.equal(excludes('/c:/other/a.ts', null), false);
  });

  it('never throws, whatever the pattern', () => {
    const piece = fc.constantFrom(
      '*',
      '**',
      '?',
      '{',
      '}',
      ',',
      '[',
      ']',
      '!',
      '^',
      '-',
      '/',
      '\\',
      'a',
      'z',
      '.',
      '(',
      '|',
      '&',
      '~',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.boolean(), (pieces, ignoreCase) => {
        isExcluded(pieces.join(''), 'a/z.ts', { ignoreCase });
      }),
    );
  });

  it('holds for a name that is given as it is, and for all below it', () => {
    const name = fc.stringMatching(/^[a-z0-9 ._+$()-]{1,12}$/).filter(text => text.trim() === text);
    fc.assert(
      fc.property(name, name, (folder, file) => {
        assert.equal(isExcluded(folder, `x/${folder}/${file}`), true);
      }),
    );
  });
});

describe('an exclusion by folder', () => {
  const excludes = (path: string, ignoreCase = false) =>
    makeExcluder({ folders: ['/home/dev/a/'], globs: [], ignoreCase })(path, null);

  it('holds for the folder and what lies in it', () => {
    assert.equal(excludes('/home/dev/a'), true);
    assert.equal(excludes('/home/dev/a/b/c.ts'), true);
  });

  it('does not hold for a folder whose name only begins alike', () => {
    assert.equal(excludes('/home/dev/ab/c.ts'), false);
  });

  it('tells names apart by case where the machine does', () => {
    assert.equal(excludes('/home/dev/A/b'), false);
    assert.equal(excludes('/home/dev/A/b', true), true);
  });
});
