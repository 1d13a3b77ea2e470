import assert from 'node:assert/strict';
import { remoteName } from '../../../../src/core/git/remote.ts';

const config = (...remotes: [name: string, url: string][]) =>
  ['[core]', '\tbare = false', ...remotes.map(([name, url]) => `[remote "${name}"]\n\turl = ${url}`)].join(
    '\n',
  );

describe('remoteName', () => {
  const cases: readonly [string, string | null][] = [
    ['git@host.example:acme/shop.git', 'acme/shop'],
    ['https://host.example/acme/shop', 'acme/shop'],
    ['https://host.example/groups/acme/shop.git/', 'acme/shop'],
    ['https://dev:secret@host.example/shop.git', 'shop'],
    ['ssh://dev@host.example:2222/acme/shop.git', 'acme/shop'],
    ['file:///srv/git/shop.git', 'git/shop'],
    ['../shop', '../shop'],
    ['C:\\git\\shop.git', 'git/shop'],
    ['https://host.example', null],
  ];
  for (const [url, name] of cases) {
    it(`finds ${name ?? 'none'} in ${url}`, () => {
      assert.equal(remoteName(config(['origin', url])), name);
    });
  }

  it('prefers origin, and takes the first where there is none', () => {
    assert.equal(remoteName(config(['mine', 'host:me/shop'], ['origin', 'host:acme/shop'])), 'acme/shop');
    assert.equal(remoteName(config(['mine', 'host:me/shop'], ['theirs', 'host:acme/shop'])), 'me/shop');
  });

  it('finds none where there is no remote', () => {
    assert.equal(remoteName(config()), null);
    assert.equal(remoteName('[branch "x"]\n\turl = h:a/b'), null);
  });
});
