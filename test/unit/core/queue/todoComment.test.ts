import assert from 'node:assert/strict';
import { todoOf } from '../../../../src/core/queue/todoComment.ts';

describe('todoOf', () => {
  const found: readonly [line: string, title: string][] = [
    ['  // TODO: handle an empty cart', 'handle an empty cart'],
    ['x = 1; // FIXME(ann): off by one', 'off by one'],
    ['# TODO - drop Python 3.9', 'drop Python 3.9'],
    ['/* HACK around the cache */', 'around the cache'],
    [' * TODO say why', 'say why'],
    ['<!-- XXX: broken on narrow screens -->', 'broken on narrow screens'],
    ['-- TODO index this column', 'index this column'],
    ['; FIXME stack', 'stack'],
    ['% TODO cite', 'cite'],
    ['{- TODO total -}', 'total'],
    ["' TODO for Visual Basic", 'for Visual Basic'],
    ['REM TODO quote paths', 'quote paths'],
    ['// first this, TODO then that', 'then that'],
    ['// TODO', 'TODO'],
    ['// FIXME:', 'FIXME'],
    ['// TODO <img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ];
  for (const [line, title] of found) {
    it(`finds ${JSON.stringify(title)} in ${line.trim()}`, () => assert.equal(todoOf(line), title));
  }

  for (const line of [
    '',
    'const todo = 1;',
    'TODO();',
    '// todos are elsewhere',
    '// TODOS',
    'let a = TODO;',
  ]) {
    it(`finds none in ${JSON.stringify(line)}`, () => assert.equal(todoOf(line), null));
  }

  it('does not look at a line that no hand wrote', () => {
    assert.equal(todoOf(`// ${'x'.repeat(5000)} TODO this`), null);
  });
});
