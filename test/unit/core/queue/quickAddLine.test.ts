import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isOpenState, type Item } from '../../../../src/core/queue/item.ts';
import { quickAdd } from '../../../../src/core/queue/quickAdd.ts';
import { quickAddLine } from '../../../../src/core/queue/quickAddLine.ts';
import { cleanTitle } from '../../../../src/core/queue/title.ts';
import { item, looseFields, TODAY } from './builders.ts';

describe('quickAddLine', () => {
  it('says all that a line can say', () => {
    const line = quickAddLine(
      item({
        title: 'Fix login',
        labels: ['bug', 'auth'],
        budgetMinutes: 90,
        priority: 'high',
        due: '2026-11-27',
        state: 'waiting',
      }),
    );
    assert.equal(line, 'Fix login #bug #auth ~1h30 !high due:2026-11-27 @waiting');
  });

  it('says the inbox and a closed state by saying none', () => {
    for (const state of ['inbox', 'done', 'dropped'] as const) {
      assert.equal(quickAddLine(item({ title: 'Fix login', state })), 'Fix login');
    }
  });

  it('keeps in the title what would be read as something else', () => {
    const title = 'Say #bug and ~2h, due:fri and ~9x \\#twice #482 @types/node';
    const line = quickAddLine(item({ title, state: 'inbox' }));
    assert.equal(line, 'Say \\#bug and \\~2h, \\due:fri and \\~9x \\\\#twice #482 @types/node');
  });

  it('read again, it is the same item, for any title', () => {
    const words = fc.constantFrom(
      'fix',
      '#bug',
      '\\#bug',
      '\\\\@next',
      '~2h',
      '~1x',
      '!high',
      'due:fri',
      '#',
      '@soon',
    );
    const titles = fc.oneof(
      fc.array(words, { minLength: 1 }).map(list => list.join(' ')),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(titles, looseFields, (text, fields) => {
        const title = cleanTitle(text);
        fc.pre(title !== '');
        const { labels, budgetMinutes, priority, due, state }: Item = item(fields);
        const read = quickAdd(quickAddLine({ title, labels, budgetMinutes, priority, due, state }), TODAY);
        const { parts: _parts, problems, ...said } = read;
        const expected = {
          title,
          labels,
          budgetMinutes,
          priority,
          due,
          state: isOpenState(state) ? state : 'inbox',
        };
        assert.deepEqual(said, expected);
        assert.deepEqual(problems, []);
      }),
    );
  });
});
