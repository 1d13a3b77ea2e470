import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cleanTitle, isTooLong, MAX_TITLE } from '../../../../src/core/queue/title.ts';

describe('cleanTitle', () => {
  const cases: readonly [name: string, text: string, title: string][] = [
    ['keeps markup as text', '<img src=x onerror="alert(1)">', '<img src=x onerror="alert(1)">'],
    ['keeps links as text', '[a](command:x) **b**', '[a](command:x) **b**'],
    ['makes one line', '  a\r\n\tb\u2028c\u00a0d  ', 'a b c d'],
    ['drops control characters', 'a\u0000b\u001b[31mc\u009fd\u007f', 'a b [31mc d'],
    ['drops direction marks', '\u202eevil\u202c \u2067x\u2069 \u200fy\u061c', 'evil x y'],
    ['keeps letters that are written from right to left', 'תיקון כניסה', 'תיקון כניסה'],
    ['keeps joined emoji', 'ship it 👩‍💻', 'ship it 👩‍💻'],
    ['mends half a surrogate pair', 'a\ud800b', 'a\ufffdb'],
    ['is empty where nothing can be seen', '\u200b\u200d \ufeff', ''],
  ];
  for (const [name, text, title] of cases) {
    it(name, () => assert.equal(cleanTitle(text), title));
  }

  it('cuts what is too long, and no character in two', () => {
    assert.equal(cleanTitle('x'.repeat(10_000)), 'x'.repeat(MAX_TITLE));
    assert.equal(cleanTitle(`x${'😀'.repeat(5000)}`), `x${'😀'.repeat((MAX_TITLE - 2) / 2)}`);
    assert.equal(isTooLong('x'.repeat(MAX_TITLE)), false);
    assert.equal(isTooLong('x'.repeat(MAX_TITLE + 1)), true);
    assert.equal(isTooLong(` x${' '.repeat(10_000)}y `), false);
  });

  it('changes nothing that is clean, whatever it was', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 700 }),
      fc.string({ unit: fc.constantFrom('😀', ' ', 'x', '\u200b', '\ud83d', '\u0301'), maxLength: 700 }),
    );
    fc.assert(
      fc.property(texts, text => {
        const title = cleanTitle(text);
        assert.equal(cleanTitle(title), title);
        assert.ok(title.length <= MAX_TITLE && title.isWellFormed());
        assert.doesNotMatch(title, /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|^\s|\s$|\s\s/u);
      }),
    );
  });
});
