import assert from 'node:assert/strict';
import fc from 'fast-check';
import { zoneCalendar } from '../../../../src/core/activity/calendar.ts';
import type { ShareView } from '../../../../src/core/messages/numbers.ts';
import type { NumberId, TodayView } from '../../../../src/core/messages/today.ts';
import { computeDays } from '../../../../src/core/stats/computeDays.ts';
import { NO_FIGURES } from '../../../../src/core/stats/figures.ts';
import { NO_ITEMS } from '../../../../src/core/stats/itemNames.ts';
import { NO_RESULTS } from '../../../../src/core/stats/results.ts';
import { todayView, type TodayBeside } from '../../../../src/core/stats/today.ts';
import { dayUsual } from '../../../../src/core/stats/usual.ts';
import type { Signal } from '../../../../src/core/activity/signal.ts';
import { record } from '../../../support/record.ts';
import { away, doc, edit, queue, read, task } from '../../../support/signals.ts';
import { signalLogs } from '../../../support/signalArbitrary.ts';

const MINUTE = 60_000;
const RULES = { deepBlockMs: 25 * MINUTE, idleAfterMs: 5 * MINUTE };
const BESIDE: TodayBeside = { items: NO_ITEMS, results: NO_RESULTS, usual: null, sessions: [] };
const START = Date.UTC(2026, 10, 22);
const calendar = zoneCalendar('UTC');

describe('todayView', () => {
  it('is empty, in numbers and pictures, for a day without a record', () => {
    const view = todayView(undefined, calendar.dayAt(START), 'UTC', RULES, BESIDE);
    assert.equal(view.isEmpty, true);
    assert.deepEqual(
      view.numbers.map(({ id, value }) => [id, value]),
      [
        ['active', '0 min'],
        ['deep', '0 min'],
        ['switches', '0'],
        ['fragmentation', '–'],
        ['waiting', '0 min'],
        ['away', '0 min'],
        ['idle', '0 min'],
        ['done', '0'],
        ['commits', '0'],
        ['exploration', '–'],
        ['edits', '0'],
      ],
    );
    assert.deepEqual([view.pieces, view.blocks, view.byProject], [[], [], []]);
  });

  it('says the zone and the bounds of the day it is asked for', () => {
    const local = zoneCalendar('America/New_York').dayAt(START);
    const view = todayView(undefined, local, 'America/New_York', RULES, BESIDE);
    assert.deepEqual(
      [view.date, view.zone, view.end - view.start],
      ['2026-11-21', 'America/New_York', 24 * 60 * MINUTE],
    );
  });

  it('joins neighbouring pieces that look the same, and no others', () => {
    const view = dayOf([
      ...typing('9:00', '9:04', 'a.ts'),
      ...typing('9:04', '9:08', 'b.ts'),
      ...typing('9:08', '9:10', 'c.ts', 'blog'),
      ...typing('9:20', '9:22', 'c.ts', 'blog'),
    ]);
    assert.deepEqual(
      view.pieces.map(piece => [piece.kind === 'active' && piece.project, minutes(piece)]),
      [
        ['shop', 8],
        ['blog', 2],
        ['blog', 2],
      ],
    );
  });

  it('tells reading in the editor from reading away', () => {
    const view = dayOf([
      read(at('9:00')),
      read(at('9:01')),
      edit(at('9:30')),
      {
        kind: 'away',
        at: at('9:31'),
        window: 'w1',
        doc: null,
        branch: null,
        start: at('9:10'),
        end: at('9:20'),
        as: 'reading',
      },
    ]);
    assert.deepEqual(
      view.pieces.map(piece => (piece.kind === 'active' ? piece.activity : `${piece.as}, named`)),
      ['reading', 'reading, named'],
    );
  });

  describe('explains', () => {
    const view = dayOf([
      ...typing('9:00', '9:30', 'a.ts'),
      ...typing('9:33', '9:40', 'a.ts'),
      ...typing('9:40', '9:50', 'b.ts', 'blog'),
      ...typing('11:00', '11:10', 'a.ts'),
      edit(at('11:20'), { origin: 'program' }),
    ]);

    it('active time by stretches and pauses', () => {
      assert.deepEqual(terms(view, 'active'), [
        'First and last activity: 9:00 to 11:10',
        'In 4 stretches of activity: 57 min',
        'Pauses of up to 5 min between them: 3 min',
        'Together: 1 h 00',
      ]);
    });

    it('deep time by its blocks', () => {
      assert.deepEqual(terms(view, 'deep'), [
        'A block is deep from: 25 min',
        '9:00 to 9:40, shop: 40 min',
        'Together: 40 min',
      ]);
      assert.equal(number(view, 'deep').beside, 'in 1 block');
    });

    it('the longest block where none is deep', () => {
      const short = dayOf(typing('9:00', '9:10', 'a.ts'));
      assert.deepEqual(terms(short, 'deep'), [
        'A block is deep from: 25 min',
        'Longest block so far: 9:00 to 9:10, shop: 10 min',
      ]);
      assert.equal(number(short, 'deep').beside, 'longest 10 min');
    });

    it('idle time as what is left', () => {
      assert.deepEqual(terms(view, 'idle'), [
        'From 9:00 to 11:10: 2 h 10',
        'Less active time: 1 h 00',
        'Less time that you named: 0 min',
        'Left: 1 h 10',
      ]);
    });

    it('switches one by one', () => {
      assert.deepEqual(terms(view, 'switches').slice(0, 1), ['At 9:40: shop → blog']);
      assert.equal(number(view, 'switches').value, '1');
    });

    it('fragmentation by the three longest blocks, with its formula', () => {
      const four = dayOf([
        ...typing('8:00', '8:30', 'a.ts'),
        ...typing('9:00', '9:20', 'a.ts'),
        ...typing('10:00', '10:30', 'a.ts'),
        ...typing('11:00', '11:20', 'a.ts'),
      ]);
      assert.deepEqual(terms(four, 'fragmentation'), [
        '8:00 to 8:30, shop: 30 min',
        '10:00 to 10:30, shop: 30 min',
        '9:00 to 9:20, shop: 20 min',
        'Active time in these: 1 h 20',
        'Active time in all: 1 h 40',
        '1 − 1 h 20 ÷ 1 h 40: 0.20',
      ]);
    });

    it('edits by origin', () => {
      assert.match(
        terms(view, 'edits').join('\n'),
        /^Typed: \d+\n.*: 0\nBy a program: .*: 1\nUndone or redone: 0\n/,
      );
    });

    it('waiting pause by pause, and work away by what it was named', () => {
      const day = dayOf([
        ...typing('9:00', '9:10', 'a.ts'),
        task(at('9:10'), 'start'),
        task(at('9:12'), 'end'),
        ...typing('9:12', '9:20', 'a.ts'),
        away(at('12:00'), at('10:00'), at('11:00'), 'meeting'),
        away(at('12:00'), at('11:00'), at('11:30'), 'break'),
      ]);
      assert.deepEqual(terms(day, 'waiting'), ['9:10 to 9:12: 2 min', 'Together: 2 min']);
      assert.deepEqual(terms(day, 'away'), [
        'Meeting: 1 h 00',
        'Together: 1 h 00',
        'Break, not counted: 30 min',
      ]);
      assert.equal(number(day, 'away').beside, 'and 30 min of break');
    });

    it('each number, with its figures and without blame or praise', () => {
      for (const { id, explanation } of view.numbers) {
        assert.ok(explanation.terms.length > 0, id);
        assert.match(explanation.definition, /^[A-Z][^!]*\.$/, id);
      }
    });
  });

  describe('of results', () => {
    const done = {
      key: 'A-2',
      title: 'Pay',
      budgetMinutes: null,
      usedMs: 30 * MINUTE,
      closedAt: at('10:00'),
    };
    const commits = ['shop', 'blog', 'shop'].map(repo => ({ at: at('9:30'), repo }));
    const items = {
      nameOfItem: (id: string) => (id === 'i1' ? { key: 'A-1', title: 'Search' } : null),
      isExploration: (id: string) => id === 'i1',
    };
    const view = dayOf(
      [
        ...typing('9:00', '9:10', 'a.ts'),
        queue(at('9:10'), 'i1'),
        ...typing('9:10', '9:20', 'a.ts'),
        queue(at('9:20'), 'removed'),
        ...typing('9:20', '9:40', 'a.ts'),
      ].sort((a, b) => a.at - b.at),
      { ...BESIDE, items, results: { done: [done], commits } },
    );

    it('counts what was done and committed, and names it', () => {
      assert.deepEqual([number(view, 'done').value, number(view, 'commits').value], ['1', '3']);
      assert.deepEqual(terms(view, 'done'), ['A-2 Pay: 30 min', 'Done: 1']);
      assert.deepEqual(terms(view, 'commits'), ['shop: 2', 'blog: 1', 'Commits: 3']);
    });

    it('tells new ground by its items', () => {
      assert.equal(number(view, 'exploration').value, '25 %');
      assert.deepEqual(terms(view, 'exploration'), [
        'A-1 Search: 10 min',
        'On new ground: 10 min',
        'Active time: 40 min',
        'Share: 25 %',
      ]);
    });

    it('shows when which item was in work, also one that the queue does not know', () => {
      assert.deepEqual(
        view.items.map(({ key, title, start, end }) => [key, title, minutes({ start, end })]),
        [
          ['A-1', 'Search', 10],
          ['removed', '', 20],
        ],
      );
      assert.deepEqual(
        view.byItem.map(({ kind, name, value }) => `${kind} ${name} ${value}`),
        ['name removed 20 min', 'name A-1 Search 10 min', 'none no item 10 min'],
      );
    });

    it('divides by nothing that has no name at all', () => {
      const plain = dayOf(typing('9:00', '9:10', 'a.ts').map(each => ({ ...each, branch: null })));
      assert.deepEqual([plain.byItem, plain.byBranch], [[], []]);
    });
  });

  it('says dashes of a few minutes rather than rates', () => {
    const tiny = dayOf([...typing('9:00', '9:05', 'a.ts'), ...typing('9:05', '9:09', 'b.ts', 'blog')]);
    assert.deepEqual(
      [
        number(tiny, 'switches').beside,
        number(tiny, 'fragmentation').value,
        number(tiny, 'exploration').value,
      ],
      ['–', '–', '–'],
    );
  });

  it('shows one’s usual of the weekday beside each number, and tells how it was come to', () => {
    const figures = [30, 60, 90, 120].map(count => ({
      ...NO_FIGURES,
      activeMs: count * MINUTE,
      switches: 4,
    }));
    const view = dayOf(typing('9:00', '9:30', 'a.ts'), { ...BESIDE, usual: dayUsual(figures) });
    assert.equal(number(view, 'active').beside, 'usual 52 min to 1 h 37');
    assert.equal(number(view, 'switches').beside, 'usual 4');
    assert.equal(
      terms(view, 'active').at(-1),
      'On this weekday in your last 4 weeks, the middle half: 52 min to 1 h 37',
    );
  });

  describe('shares', () => {
    const view = dayOf(
      Array.from({ length: 10 }, (_, i) =>
        typing(`${8 + i}:00`, `${8 + i}:${10 + i}`, 'a', `project ${i}`, `language ${i}`),
      ).flat(),
    );

    it('are the six longest, then the rest', () => {
      assert.deepEqual(
        view.byProject.map(({ kind, name, value }) => `${kind} ${name} ${value}`),
        [...[9, 8, 7, 6, 5, 4].map(i => `name project ${i} ${10 + i} min`), 'rest other 46 min'],
      );
    });

    it('show the seventh rather than hide it alone', () => {
      const seven = dayOf(
        Array.from({ length: 7 }, (_, i) => typing(`${8 + i}:00`, `${8 + i}:${10 + i}`, 'a', `p${i}`)).flat(),
      );
      assert.equal(seven.byProject.length, 7);
      assert.ok(seven.byProject.every(share => share.kind === 'name'));
    });

    it('name what has no name', () => {
      const builds = dayOf([
        ...typing('9:00', '9:10', 'a.ts', null),
        task(at('9:10'), 'start'),
        ...typing('9:12', '9:20', 'a.ts', null),
      ]);
      assert.deepEqual(
        builds.byProject.map(({ kind, name }) => [kind, name]),
        [['none', 'unassigned']],
      );
      assert.deepEqual(builds.byLanguage.at(-1)!.name, 'no language');
      assert.equal(sum(builds.byLanguage), sum(builds.byActivity));
    });

    it('isolate names inside sentences, and strip their direction marks', () => {
      const name = '\u202Eevil\u2069';
      const hostile = dayOf(typing('9:00', '9:30', 'a.ts', name));
      assert.equal(hostile.byProject[0]?.name, name);
      const explained = [hostile.byProject[0].explanation, number(hostile, 'deep').explanation];
      // What a number is looked up by is not said.
      const said = JSON.stringify(explained.map(({ source: _, ...rest }) => rest));
      assert.ok(said.includes('\u2068evil\u2069'));
      assert.ok(!said.includes('\u202E'));
    });
  });

  it('adds up: pieces and every share make the active time', () => {
    fc.assert(
      fc.property(signalLogs(), signals => {
        for (const day of computeDays(record(signals), calendar, RULES)) {
          const view = todayView(day, calendar.dayAt(day.start), 'UTC', RULES, BESIDE);
          const active = view.pieces.filter(piece => piece.kind === 'active');
          const drawn = active.reduce((ms, piece) => ms + piece.end - piece.start, 0);
          assert.deepEqual(
            [drawn, sum(view.byProject), sum(view.byLanguage), sum(view.byActivity)],
            [day.activeMs, day.activeMs, day.activeMs, day.activeMs],
          );
        }
      }),
      { numRuns: 200 },
    );
  });

  it('lists as many switches as it counts', () => {
    fc.assert(
      fc.property(signalLogs(), signals => {
        for (const day of computeDays(record(signals), calendar, RULES)) {
          const view = todayView(day, calendar.dayAt(day.start), 'UTC', RULES, BESIDE);
          const listed = terms(view, 'switches').filter(term => term.startsWith('At ')).length;
          if (day.switches <= 10) assert.equal(listed, day.switches);
        }
      }),
      { numRuns: 200 },
    );
  });
});

function dayOf(signals: readonly Signal[], beside = BESIDE): TodayView {
  const [day] = computeDays(record(signals), calendar, RULES);
  return todayView(day, calendar.dayAt(START), 'UTC', RULES, beside);
}

/** An edit every 20 seconds, the last at the end. */
function typing(
  from: string,
  to: string,
  path: string,
  project: string | null = 'shop',
  language = 'typescript',
): Signal[] {
  const signals: Signal[] = [];
  for (let time = at(from); time <= at(to); time += 20_000) {
    signals.push(edit(time, { doc: doc(path, project, language) }));
  }
  return signals;
}

function at(time: string): number {
  const [hours = 0, minute = 0] = time.split(':').map(Number);
  return START + (hours * 60 + minute) * MINUTE;
}

function minutes({ start, end }: { start: number; end: number }): number {
  return (end - start) / MINUTE;
}

function number(view: TodayView, id: NumberId) {
  const found = view.numbers.find(candidate => candidate.id === id);
  assert.ok(found);
  return found;
}

function terms(view: TodayView, id: NumberId): string[] {
  return number(view, id).explanation.terms.map(({ label, value }) =>
    `${label}: ${value}`.replace(/[\u2068\u2069]/g, ''),
  );
}

function sum(shares: readonly ShareView[]): number {
  return shares.reduce((ms, share) => ms + share.ms, 0);
}
