import assert from 'node:assert/strict';
import fc from 'fast-check';
import { zoneCalendar } from '../../../../src/core/activity/calendar.ts';
import { MAX_BUDGET_MINUTES, PRIORITIES } from '../../../../src/core/queue/item.ts';
import { addDays, daysBetween, isDate, weekdayOf } from '../../../../src/core/queue/plainDate.ts';
import { quickAdd, type QuickAdd } from '../../../../src/core/queue/quickAdd.ts';
import { MAX_TITLE } from '../../../../src/core/queue/title.ts';
import { NOW, TODAY } from './builders.ts';

const read = (text: string) => quickAdd(text, TODAY);
const fieldsOf = ({ parts, problems, ...fields }: QuickAdd) => fields;
const NOTHING = { title: '', labels: [], budgetMinutes: null, priority: null, due: null, state: 'inbox' };
/** What each part of the text was taken for. */
const seen = (text: string) => read(text).parts.map(({ kind, start, end }) => [kind, text.slice(start, end)]);
const problemsOf = (text: string) => read(text).problems.map(({ message }) => message);

describe('quickAdd', () => {
  it('reads everything that a line can say', () => {
    assert.deepEqual(read('fix login #bug ~2h !high due:fri @waiting'), {
      title: 'fix login',
      labels: ['bug'],
      budgetMinutes: 120,
      priority: 'high',
      due: '2026-11-27',
      state: 'waiting',
      parts: [
        { kind: 'title', start: 0, end: 9, text: 'fix login' },
        { kind: 'label', start: 10, end: 14, label: 'bug' },
        { kind: 'budget', start: 15, end: 18, minutes: 120 },
        { kind: 'priority', start: 19, end: 24, priority: 'high' },
        { kind: 'due', start: 25, end: 32, date: '2026-11-27' },
        { kind: 'state', start: 33, end: 41, state: 'waiting' },
      ],
      problems: [],
    });
  });

  it('takes words in any order, and a title in pieces', () => {
    assert.deepEqual(fieldsOf(read('@next fix #bug the !low login #ui')), {
      ...NOTHING,
      title: 'fix the login',
      labels: ['bug', 'ui'],
      priority: 'low',
      state: 'next',
    });
    assert.deepEqual(seen('fix #bug the login'), [
      ['title', 'fix'],
      ['label', '#bug'],
      ['title', 'the login'],
    ]);
  });

  it('is an inbox item where nothing else is said', () => {
    assert.deepEqual(fieldsOf(read('call Ann')), { ...NOTHING, title: 'call Ann' });
  });

  it('says nothing of an empty text, and asks for a title where there is none', () => {
    assert.deepEqual(read(''), { ...NOTHING, parts: [], problems: [] });
    assert.deepEqual(problemsOf('#bug ~2h'), ['There is no title yet. Write what is to be done.']);
    assert.deepEqual(problemsOf('\u200b'), ['There is no title yet. Write what is to be done.']);
  });

  describe('budgets', () => {
    const budgets: readonly [text: string, minutes: number][] = [
      ['~30m', 30],
      ['~30min', 30],
      ['~2h', 120],
      ['~2H', 120],
      ['~1h30', 90],
      ['~1h5', 65],
      ['~1h30m', 90],
      ['~1.5h', 90],
      ['~1,5h', 90],
      ['~0.25h', 15],
      ['~1d', 480],
      ['~1d4h', 720],
      ['~2d30m', 990],
      ['~90m', 90],
      ['~1000h', 60_000],
    ];
    for (const [text, minutes] of budgets) {
      it(`${text} is ${minutes} min`, () => {
        assert.deepEqual(fieldsOf(read(`x ${text}`)), { ...NOTHING, title: 'x', budgetMinutes: minutes });
      });
    }

    for (const text of [
      '~2',
      '~2x',
      '~1h75',
      '~h30m1',
      '~0m',
      '~0.001h',
      '~1001h',
      '~99999d',
      '~1.h',
      '~2h2h',
      '~.5h',
    ]) {
      it(`${text} is none`, () => {
        const { title, budgetMinutes, problems } = read(`x ${text}`);
        assert.equal(budgetMinutes, null);
        assert.equal(title, `x ${text}`);
        // "~h30m1" could be anything.
        assert.equal(problems.length, /^~[\d.]/.test(text) ? 1 : 0);
      });
    }
  });

  describe('days', () => {
    const days: readonly [text: string, date: string][] = [
      ['today', '2026-11-22'],
      ['tomorrow', '2026-11-23'],
      // The 22nd is a Sunday: Sunday is the next one.
      ['sun', '2026-11-29'],
      ['mon', '2026-11-23'],
      ['Tuesday', '2026-11-24'],
      ['WED', '2026-11-25'],
      ['thurs', '2026-11-26'],
      ['friday', '2026-11-27'],
      ['sat', '2026-11-28'],
      ['+0d', '2026-11-22'],
      ['+3d', '2026-11-25'],
      ['+10d', '2026-12-02'],
      ['+6w', '2027-01-03'],
      ['2028-02-29', '2028-02-29'],
      ['2026-01-01', '2026-01-01'],
    ];
    for (const [text, date] of days) {
      it(`due:${text} is ${date}`, () => assert.equal(read(`x due:${text}`).due, date));
    }

    for (const text of [
      '',
      'fr',
      'frid4y',
      'someday',
      '3d',
      '+d',
      '+3m',
      '2026-02-29',
      '2026-13-01',
      '27.11.',
      '2026-1-1',
    ]) {
      it(`due:${text} is none`, () => {
        const { due, title, problems } = read(`x due:${text}`);
        assert.equal(due, null);
        assert.equal(title, `x due:${text}`);
        assert.match(
          problems[0]!.message,
          /names no day\. Write due:today, due:fri, due:\+3d or due:2026-11-22\.$/,
        );
      });
    }

    it('finds every weekday within the week after any day', () => {
      const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 60_000 }), fc.nat(6), (day, weekday) => {
          const today = addDays('1970-01-01', day);
          const due = quickAdd(`x due:${names[weekday]!}`, today).due!;
          assert.equal(weekdayOf(due), weekday);
          const ahead = daysBetween(today, due);
          assert.ok(ahead >= 1 && ahead <= 7);
        }),
      );
    });

    it('begin where the calendar says: the same instant is another day elsewhere', () => {
      const evening = NOW + 10 * 3_600_000;
      const todayIn = (zone: string) => zoneCalendar(zone).dayAt(evening).date;
      assert.equal(quickAdd('x due:tomorrow', todayIn('Europe/Berlin')).due, '2026-11-23');
      assert.equal(quickAdd('x due:tomorrow', todayIn('Asia/Tokyo')).due, '2026-11-24');
    });
  });

  describe('labels', () => {
    it('are written alike, each once', () => {
      assert.deepEqual(read('x #Bug #bug #BUG #e\u0301 #é #c++ #area/ui #2026-q4').labels, [
        'bug',
        'é',
        'c++',
        'area/ui',
        '2026-q4',
      ]);
    });

    it('are not the number of an issue, nor a sign alone', () => {
      for (const text of [
        '#482 Review: store migrations',
        'C# and F#',
        '# headings',
        'see #482, #483',
        '## x',
      ]) {
        assert.deepEqual(fieldsOf(read(text)), { ...NOTHING, title: text });
        assert.deepEqual(problemsOf(text), []);
      }
    });

    it('are one word', () => {
      assert.deepEqual(problemsOf('x #bug,ui'), [
        '“\u2068#bug,ui\u2069” is no label. A label is one word of at most 50 letters and digits, as in #bug.',
      ]);
      assert.equal(read('x #bug,ui').title, 'x #bug,ui');
      assert.equal(problemsOf(`x #${'a'.repeat(51)}`).length, 1);
    });
  });

  describe('priorities and states', () => {
    it('may be shortened, and are read in any case', () => {
      for (const [text, priority] of [
        ['!h', 'high'],
        ['!Med', 'medium'],
        ['!LOW', 'low'],
      ] as const) {
        assert.equal(read(`x ${text}`).priority, priority);
      }
      for (const state of ['inbox', 'next', 'doing', 'waiting']) {
        assert.equal(read(`x @${state.toUpperCase()}`).state, state);
      }
    });

    it('stay in the title where they are none, and say so', () => {
      assert.deepEqual(problemsOf('x !urgent'), [
        '“\u2068!urgent\u2069” is no priority. Write !high, !medium or !low.',
      ]);
      for (const text of ['x @done', 'x @dropped', 'x @ann']) {
        assert.match(
          problemsOf(text)[0]!,
          /is no state of a new item\. Write @inbox, @next, @doing or @waiting\.$/,
        );
        assert.equal(read(text).title, text);
      }
    });

    it('are not what happens to begin alike', () => {
      for (const text of [
        'bump @types/node',
        'a != b',
        'stop !!',
        'mail a@next.org',
        'edit ~/.bashrc',
        'overdue:fri',
      ]) {
        assert.deepEqual(fieldsOf(read(text)), { ...NOTHING, title: text });
        assert.deepEqual(problemsOf(text), []);
      }
    });
  });

  it('leaves in the title what stands after a backslash', () => {
    assert.deepEqual(fieldsOf(read('\\#bug \\~2h \\!high \\due:fri \\@next \\d+')), {
      ...NOTHING,
      title: '#bug ~2h !high due:fri @next \\d+',
    });
  });

  it('lets the later of two hold, and says so where the earlier stands', () => {
    const text = 'x ~1h ~2h !low due:mon @next !high due:tue @doing';
    const { budgetMinutes, priority, due, state, problems } = read(text);
    assert.deepEqual([budgetMinutes, priority, due, state], [120, 'high', '2026-11-24', 'doing']);
    assert.deepEqual(
      problems.map(({ start, end, message }) => [text.slice(start, end), message]),
      [
        ['~1h', 'There is another budget further on, and that one holds.'],
        ['!low', 'There is another priority further on, and that one holds.'],
        ['due:mon', 'There is another day when it is due further on, and that one holds.'],
        ['@next', 'There is another state further on, and that one holds.'],
      ],
    );
  });

  describe('bad input', () => {
    it('is text: markup, links, control characters', () => {
      assert.equal(read('<img src=x onerror=alert(1)>').title, '<img src=x onerror=alert(1)>');
      assert.equal(read('[x](command:y)\n#bug\u0000~1h\u001bz').title, '[x](command:y) z');
      assert.deepEqual(read('a\n#bug\u0000~1h').labels, ['bug']);
    });

    it('cannot hide a word behind direction marks, nor reorder a message', () => {
      const { title, labels, problems } = read('\u202eabc \u200f#bug\u200f !\u202eno');
      assert.equal(title, 'abc !no');
      assert.deepEqual(labels, ['bug']);
      assert.match(problems[0]!.message, /^“\u2068!no\u2069”/);
    });

    it('is cut where it is long, and says so', () => {
      const { title, problems } = read('x'.repeat(10_000));
      assert.equal(title.length, MAX_TITLE);
      assert.deepEqual(problems, [
        { start: 0, end: 10_000, message: 'The title is cut: it has more than 500 characters.' },
      ]);
      assert.ok(read(`x !${'n'.repeat(10_000)}`).problems.every(({ message }) => message.length < 150));
    });

    it('is read to its end, however much there is', () => {
      for (const text of [
        '!low !high ~1h ',
        '#a,b ',
        'due:x ',
        `#${'a'.repeat(5000)} `,
        ' ',
        '\u0000',
        '~1,1h1',
      ]) {
        read(text.repeat(Math.ceil(1_000_000 / text.length)));
      }
    }).timeout(10_000);
  });

  const words = fc.constantFrom(
    ...[
      'fix',
      '#bug',
      '#',
      '~2h',
      '~',
      '~9x',
      '!high',
      '!x',
      '@next',
      '@x',
      'due:fri',
      'due:',
      '\\#a',
      '\u200f',
      '\0',
      '😀',
    ],
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.tuple(words, fc.constantFrom(' ', '', '\n', '  '))).map(pairs => pairs.flat().join('')),
  );

  it('tells of every word of any text what it was taken for', () => {
    fc.assert(
      fc.property(texts, text => {
        const { parts, problems, title } = read(text);
        let end = 0;
        let between = '';
        for (const part of parts) {
          assert.ok(part.start >= end && part.end > part.start && part.end <= text.length);
          between += text.slice(end, part.start);
          end = part.end;
        }
        assert.match(between + text.slice(end), /^[\s\p{Cc}]*$/u);
        for (const problem of problems) {
          assert.ok(problem.start < problem.end && problem.end <= text.length);
          assert.match(problem.message, /^[^\p{Cc}]+\.$/u);
        }
        assert.ok(title !== '' || text === '' || problems.length > 0);
      }),
      { numRuns: 500 },
    );
  });

  it('reads what was written, in whatever order', () => {
    const item = fc.record({
      words: fc.array(fc.constantFrom('fix', 'the', 'login', 'a/b', '#12', 'x@y', 'תיקון'), {
        minLength: 1,
        maxLength: 5,
      }),
      labels: fc.uniqueArray(fc.constantFrom('bug', 'ui', 'exploration'), { maxLength: 3 }),
      budgetMinutes: fc.option(fc.integer({ min: 1, max: MAX_BUDGET_MINUTES })),
      priority: fc.option(fc.constantFrom(...PRIORITIES)),
      due: fc.option(fc.integer({ min: 0, max: 4000 }).map(days => addDays(TODAY, days))),
      state: fc.constantFrom('inbox' as const, 'next' as const, 'doing' as const, 'waiting' as const),
    });
    fc.assert(
      fc.property(item, fc.infiniteStream(fc.nat(100)), ({ words, ...fields }, places) => {
        const { labels, budgetMinutes, priority, due, state } = fields;
        const text: string[] = [...words];
        const signs = [
          ...labels.map(label => `#${label}`),
          ...(budgetMinutes === null ? [] : [`~${budgetMinutes}m`]),
          ...(priority === null ? [] : [`!${priority}`]),
          ...(due === null ? [] : [`due:${due}`]),
          `@${state}`,
        ];
        for (const sign of signs) text.splice(places.next().value! % (text.length + 1), 0, sign);
        const result = read(text.join(' '));
        assert.deepEqual(
          { ...fieldsOf(result), labels: [...result.labels].sort() },
          { title: words.join(' '), ...fields, labels: [...labels].sort() },
        );
        assert.deepEqual(result.problems, []);
      }),
    );
  });
});

describe('plain dates', () => {
  it('are days that there are', () => {
    for (const date of ['2028-02-29', '2026-12-31', '0001-01-01']) assert.equal(isDate(date), true, date);
    for (const text of [
      '2026-02-29',
      '2026-02-30',
      '2026-04-31',
      '2026-00-10',
      '2026-11-22T00:00',
      '26-11-22',
      '',
    ]) {
      assert.equal(isDate(text), false, text);
    }
  });

  it('count across months, years and leap days', () => {
    assert.equal(addDays('2028-02-28', 2), '2028-03-01');
    assert.equal(addDays('2027-01-01', -1), '2026-12-31');
    assert.equal(daysBetween('2026-03-28', '2026-03-30'), 2);
    assert.equal(daysBetween('2026-11-22', '2026-11-08'), -14);
    assert.equal(daysBetween('2026-01-01', '2027-01-01'), 365);
  });
});
