import assert from 'node:assert/strict';
import fc from 'fast-check';
import { zoneCalendar } from '../../../../src/core/activity/calendar.ts';
import { correctSpans, NO_CORRECTION, type Correction } from '../../../../src/core/activity/correction.ts';
import type { Signal } from '../../../../src/core/activity/signal.ts';
import { dayRows, type DayRecord } from '../../../../src/core/audit/dayRows.ts';
import type { RecordFilter } from '../../../../src/core/audit/filterSchema.ts';
import type { FactRow, RecordRow, SpanRow } from '../../../../src/core/audit/row.ts';
import { addDays } from '../../../../src/core/queue/plainDate.ts';
import { computeDays } from '../../../../src/core/stats/computeDays.ts';
import type { Day } from '../../../../src/core/stats/day.ts';
import { deepMs } from '../../../../src/core/stats/measures.ts';
import { portionsOf } from '../../../../src/core/stats/portions.ts';
import {
  sharesOf,
  BY_ACTIVITY,
  BY_BRANCH,
  byItem,
  BY_LANGUAGE,
  BY_PROJECT,
} from '../../../../src/core/stats/shares.ts';
import { DAY_SOURCES } from '../../../../src/core/stats/sources.ts';
import { NO_RESULTS } from '../../../../src/core/stats/results.ts';
import { CORRECTIONS } from '../../../support/corrections.ts';
import { record } from '../../../support/record.ts';
import { signalLogs } from '../../../support/signalArbitrary.ts';
import { doc, edit, queue, terminal } from '../../../support/signals.ts';

const NOON = Date.parse('2026-03-02T12:00:00Z');
const MINUTE = 60_000;
const CALENDAR = zoneCalendar('UTC');
const OPTIONS = { idleAfterMs: 5 * MINUTE, deepBlockMs: 10 * MINUTE };
const ITEMS = {
  nameOfItem: (id: string) => ({ key: `A-${id}`, title: `do ${id}` }),
  isExploration: (id: string) => id === 'a',
};

/** The days of a log, each with all that its rows are made of. */
function daysOf(
  signals: readonly Signal[],
  correctionAt: (index: number) => Correction | undefined = () => undefined,
) {
  const slice = record(signals);
  const corrections = new Map(slice.spans.map(({ id }, index) => [id, correctionAt(index)]));
  const spans = correctSpans(slice.spans, ({ id }) => corrections.get(id));
  const recorded = slice.spans.map(span => ({ span, correction: corrections.get(span.id) }));
  return computeDays({ ...slice, spans }, CALENDAR, OPTIONS).map(day => {
    const parts = new Set(day.pieces.map(({ span }) => span?.id));
    const isIn = (at: number) => day.start <= at && at < day.end;
    const input: DayRecord = {
      ...{ day, items: ITEMS, deepBlockMs: OPTIONS.deepBlockMs, commits: [] },
      spans: recorded.filter(({ span }) => isIn(span.start) || parts.has(span.id)),
      facts: slice.facts.filter(({ at }) => isIn(at)),
      tallies: slice.tallies.filter(({ from }) => isIn(from)),
    };
    return { day, rows: (filter: RecordFilter) => dayRows(input, filter) };
  });
}

function only(signals: readonly Signal[], correctionAt?: (index: number) => Correction | undefined) {
  const [day, ...others] = daysOf(signals, correctionAt);
  assert.ok(day && others.length === 0);
  return day;
}

const isSpan = (row: RecordRow): row is SpanRow => row.kind === 'span';
const isFact = (row: RecordRow): row is FactRow => row.kind !== 'span';
const countedMs = (rows: readonly RecordRow[]) =>
  rows.filter(isSpan).reduce((sum, row) => sum + row.countedMs, 0);
const lengthMs = (rows: readonly RecordRow[]) =>
  rows.filter(isFact).reduce((sum, row) => sum + row.end - row.start, 0);

describe('the rows of a day', function () {
  this.timeout(60_000);

  const withDays = (
    check: (day: Day, rows: (filter: RecordFilter) => RecordRow[]) => void,
    numRuns = 100,
  ) => {
    fc.assert(
      fc.property(signalLogs(), CORRECTIONS, (signals, corrections) => {
        const at = (index: number) => corrections[index % corrections.length];
        for (const { day, rows } of daysOf(signals, at)) check(day, rows);
      }),
      { numRuns },
    );
  };

  it('add up to its active time, whatever was corrected', () => {
    withDays((day, rows) => {
      assert.equal(countedMs(rows({})), day.activeMs);
    });
  });

  it('behind each number add up to that number', () => {
    withDays((day, rows) => {
      const portions = portionsOf(day.pieces);
      const input = { day, ...OPTIONS, portions, items: ITEMS, results: NO_RESULTS };
      const behind = (id: keyof typeof DAY_SOURCES) => {
        const source = DAY_SOURCES[id](input);
        return source ? rows(source.filter) : [];
      };
      assert.equal(countedMs(behind('active')), day.activeMs);
      assert.equal(countedMs(behind('fragmentation')), day.activeMs);
      const deep = behind('deep');
      assert.ok(countedMs(deep) + lengthMs(deep) === deepMs(day.blocks, OPTIONS.deepBlockMs));
      assert.equal(behind('switches').filter(isFact).length, day.switches);
      assert.equal(lengthMs(behind('idle')), day.idleMs);
      assert.equal(lengthMs(behind('waiting').filter(({ kind }) => kind === 'wait')), day.waitingMs);
      const explored = portions.reduce((sum, { item, ms }) => (item === 'a' ? sum + ms : sum), 0);
      assert.equal(countedMs(behind('exploration')), explored);
    });
  });

  it('say how many they are, in the link to them', () => {
    withDays((day, rows) => {
      const input = { day, ...OPTIONS, portions: [], items: ITEMS, results: NO_RESULTS };
      for (const id of ['active', 'deep'] as const) {
        const source = DAY_SOURCES[id](input);
        if (!source) continue;
        const count = rows(source.filter).filter(isSpan).length;
        const said = source.label.includes('the span behind') ? 1 : Number(/\d+/.exec(source.label)?.[0]);
        assert.equal(count, said);
      }
    });
  });

  it('behind each share add up to that share', () => {
    withDays((day, rows) => {
      const portions = portionsOf(day.pieces);
      const range = { from: day.date, to: day.date };
      for (const division of [BY_PROJECT, BY_BRANCH, BY_LANGUAGE, BY_ACTIVITY, byItem(ITEMS)]) {
        for (const share of sharesOf(portions, division, range)) {
          assert.equal(countedMs(rows(share.explanation.source?.filter ?? {})), share.ms);
        }
      }
    });
  });

  const log = [
    queue(NOON, 'a', 'start'),
    edit(NOON),
    edit(NOON + 20_000),
    edit(NOON + 40_000, { window: 'w2', doc: doc('notes/Plan.md', 'docs', 'markdown'), branch: null }),
    terminal(NOON + 50_000, 'start', { class: 'test', id: '1' }),
    terminal(NOON + 90_000, 'end', { class: 'test', exitCode: 2, id: '1' }),
    edit(NOON + 2 * MINUTE),
  ];

  it('come the newest first, with what each counts and the pause in it', () => {
    const spans = only(log).rows({}).filter(isSpan);
    assert.deepEqual(
      spans.map(({ activity, project, countedMs, pauseMs, items, window }) => [
        ...[activity, project, countedMs / 1000, pauseMs / 1000, items, window],
      ]),
      [
        ['coding', 'shop', 0, 0, '', 1],
        ['testing', 'shop', 70, 70, 'A-a', 1],
        ['coding', 'docs', 10, 10, 'A-a', 2],
        ['coding', 'shop', 40, 20, 'A-a', 1],
      ],
    );
  });

  it('between two times are those that lie in them or overlap them, each with what it counts there', () => {
    const { rows } = only(log);
    const times = { start: NOON + 20_000, end: NOON + 90_000 };
    const kinds: RecordFilter['kinds'] = ['span', 'event', 'switch'];
    const shown = rows({ times, kinds }).map(row => [
      (row.start - NOON) / 1000,
      row.kind,
      isSpan(row) ? row.countedMs / 1000 : 0,
    ]);
    assert.deepEqual(shown, [
      [50, 'event', 0],
      [50, 'switch', 0],
      [50, 'span', 40],
      [40, 'switch', 0],
      [40, 'span', 10],
      [0, 'span', 20],
    ]);
    assert.equal(countedMs(rows({ times })), times.end - times.start);
  });

  it('of edits between two times are those whose five minutes end in them', () => {
    const { rows } = only(log);
    const kinds: RecordFilter['kinds'] = ['edits'];
    const end = NOON + 5 * MINUTE;
    assert.equal(rows({ kinds, times: { start: NOON, end: end - 1 } }).length, 0);
    assert.equal(rows({ kinds, times: { start: end - 1, end } }).length, 2);
  });

  it('that are no spans are held back by project and branch as far as they have one', () => {
    const { rows } = only(log);
    const docs: RecordFilter = { projects: ['docs'] };
    assert.deepEqual(
      rows({ ...docs, kinds: ['edits'] }).map(({ path }) => path),
      ['notes/Plan.md'],
    );
    assert.equal(rows({ ...docs, kinds: ['switch'] }).length, 1);
    assert.equal(rows({ branches: ['next'], kinds: ['event'] }).length, 0);
  });

  it('are found by all words, in any of their names, in any case', () => {
    const paths = (words: string) =>
      only(log)
        .rows({ words })
        .map(({ path }) => path);
    assert.deepEqual(paths('PLAN docs'), ['notes/Plan.md']);
    assert.deepEqual(paths('plan shop'), []);
    assert.deepEqual(paths('markdown coding'), ['notes/Plan.md']);
  });

  it('are those of a deleted span only among the corrected, counting nothing', () => {
    const { rows } = only(log, index => (index === 0 ? { ...NO_CORRECTION, isHidden: true } : undefined));
    assert.equal(rows({}).length, 3);
    const corrected = rows({ isCorrected: true }).filter(isSpan);
    assert.deepEqual(
      corrected.map(row => [row.countedMs, row.correction?.isDeleted]),
      [[0, true]],
    );
  });

  it('show what was given away with where it was recorded', () => {
    const given = { ...NO_CORRECTION, project: 'tools', item: 'b' };
    const { rows } = only(log, index => (index === 0 ? given : undefined));
    const [row] = rows({ isCorrected: true }).filter(isSpan);
    assert.equal(row?.project, 'tools');
    assert.equal(row.items, 'A-b');
    assert.deepEqual(row.correction, { isDeleted: false, recordedProject: 'shop', isItemGiven: true });
    assert.deepEqual(
      rows({ projects: ['tools'] }).map(({ path }) => path),
      ['src/a.ts'],
    );
  });

  it('say in words what is no span', () => {
    const { rows } = only(log);
    assert.deepEqual(
      rows({ kinds: ['event'] }).map(row => isFact(row) && row.text),
      ['Test in the terminal ended, code 2', 'Test in the terminal began', '\u2068A-a\u2069 began'],
    );
    assert.deepEqual(
      rows({ kinds: ['edits'] }).map(row => isFact(row) && row.text),
      ['3 edits: 3 typed', '1 edit: 1 typed'],
    );
    assert.deepEqual(
      rows({ kinds: ['switch'] }).map(row => isFact(row) && row.text),
      [
        'Switch from \u2068docs\u2069 to \u2068shop\u2069',
        'Switch from \u2068shop\u2069 to \u2068docs\u2069',
      ],
    );
  });

  it('hold of a span over midnight on each day the part that counts there', () => {
    const midnight = CALENDAR.dayAt(NOON).end;
    const signals = [-40_000, -20_000, 0, 20_000].map(ms => edit(midnight + ms));
    const [before, after] = daysOf(signals);
    assert.deepEqual(
      [before, after].map(day => day && countedMs(day.rows({}))),
      [40_000, 20_000],
    );
    assert.equal(after?.day.date, addDays(before?.day.date ?? '', 1));
  });
});
