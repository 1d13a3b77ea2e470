import assert from 'node:assert/strict';
import { lineAfter, listKey } from '../../../../src/webview/record/listKey.ts';

const NONE = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
const kindOf = (key: string, held: Partial<typeof NONE> = {}) => listKey({ key, ...NONE, ...held })?.kind;

describe('a key in the list of the record', () => {
  const cases: [string, Partial<typeof NONE>, string | undefined][] = [
    ['ArrowDown', { shiftKey: true }, 'move'],
    ['ArrowRight', {}, 'open'],
    ['ArrowLeft', {}, 'close'],
    [' ', {}, 'flip'],
    [' ', { ctrlKey: true }, 'flip'],
    ['a', { ctrlKey: true }, 'all'],
    ['a', {}, undefined],
    ['Delete', {}, 'delete'],
    ['Backspace', { metaKey: true }, 'delete'],
    ['z', { ctrlKey: true }, 'undo'],
    ['Z', { metaKey: true, shiftKey: true }, 'redo'],
    ['y', { ctrlKey: true }, 'redo'],
    ['F10', { shiftKey: true }, 'menu'],
    ['Escape', {}, 'none'],
    ['Delete', { altKey: true }, undefined],
  ];
  for (const [key, held, kind] of cases) {
    it(`${Object.keys(held).join(' ')} ${key} is ${kind ?? 'none of its own'}`, () => {
      assert.equal(kindOf(key, held), kind);
    });
  }

  it('moves within the list, by a line or by what is in sight', () => {
    assert.deepEqual(
      (['next', 'previous', 'first', 'last', 'pageDown', 'pageUp'] as const).map(to =>
        lineAfter(to, 5, 20, 8),
      ),
      [6, 4, 0, 20, 12, 0],
    );
    assert.equal(lineAfter('next', 20, 20, 8), 20);
    assert.equal(lineAfter('previous', -1, 20, 8), 0);
  });
});
