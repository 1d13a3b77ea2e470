import * as fc from 'fast-check';
import { zoneCalendar } from '../../../src/core/activity/calendar.ts';
import { TALLY_MS, type Fact, type Tally } from '../../../src/core/activity/facts.ts';
import { ACTIVITIES, type Span } from '../../../src/core/activity/span.ts';
import { DAY, fact, HOUR, IDLE_AFTER, MINUTE, SECOND, span, tally } from './builders.ts';

/** The last Saturday before clocks went back in Europe, so that random logs cross a day of 25 hours. */
export const BEGIN = Date.UTC(2026, 9, 24, 18);
export const ZONE = 'Europe/Berlin';

export interface RandomRecord {
  readonly spans: Span[];
  readonly facts: Fact[];
  readonly tallies: Tally[];
}

const WINDOW = fc.constantFrom('w1', 'w2', 'w3');
const PROJECT = fc.constantFrom('shop', 'tools', null);
/** Lengths at which something tips: the pulse, the idle rule, what counts as long, a day. */
const LENGTH = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(0, 4 * SECOND, 10 * SECOND, MINUTE, 20 * MINUTE) },
  { weight: 1, arbitrary: fc.constantFrom(IDLE_AFTER, HOUR, HOUR + MINUTE, 5 * HOUR, 26 * HOUR) },
);
const GAP = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom(0, 3 * SECOND, 20 * SECOND, 2 * MINUTE, IDLE_AFTER, IDLE_AFTER + 1),
  },
  { weight: 2, arbitrary: fc.constantFrom(10 * MINUTE, HOUR, 7 * HOUR, 30 * HOUR) },
  { weight: 1, arbitrary: fc.constantFrom(-MINUTE, -20 * MINUTE, -2 * HOUR) },
);

/** Seen from a local midnight. */
const NEAR_MIDNIGHT = fc.constantFrom(
  -6 * MINUTE,
  -4 * MINUTE,
  -MINUTE,
  -SECOND,
  0,
  MINUTE,
  3 * MINUTE,
  20 * MINUTE,
);
const CALENDAR = zoneCalendar(ZONE);

function nextMidnight(time: number): number {
  return CALENDAR.dayAt(time + 10 * MINUTE).end;
}

const SPANS: fc.Arbitrary<Span[]> = fc
  .array(
    fc.record({
      gap: GAP,
      length: LENGTH,
      window: WINDOW,
      project: PROJECT,
      activity: fc.constantFrom(...ACTIVITIES),
      branch: fc.constantFrom('main', null),
      hasLull: fc.boolean(),
      nearMidnight: fc.option(NEAR_MIDNIGHT, { freq: 6 }),
    }),
    { maxLength: 40 },
  )
  .map(rows => {
    let time = BEGIN;
    return rows.map(({ gap, length, window, project, activity, branch, hasLull, nearMidnight }) => {
      const start = Math.max(BEGIN, nearMidnight === null ? time + gap : nextMidnight(time) + nearMidnight);
      time = start + length;
      const lulls = hasLull && length >= MINUTE ? [start + 10 * SECOND, start + 40 * SECOND] : [];
      const doc = project === null ? null : { project, path: `${project}.ts`, language: 'typescript' };
      return span({ start, end: time, window, project, activity, branch, doc, lulls });
    });
  });

/** A time in the days that spans are in, on a grid on which things coincide. */
const TIME = fc.oneof(
  fc.integer({ min: -60, max: 6 * 24 * 60 }).map(minute => BEGIN + minute * MINUTE),
  fc
    .tuple(fc.integer({ min: -1, max: 5 }), NEAR_MIDNIGHT)
    .map(([day, ms]) => nextMidnight(BEGIN + day * DAY) + ms),
);

const FACT: fc.Arbitrary<Fact> = fc.oneof(
  fc
    .record({ at: TIME, item: fc.constantFrom('a', 'b'), phase: fc.constantFrom('start', 'stop') })
    .map(({ at, item, phase }) => fact(at, { kind: 'queue', item, phase })),
  fc
    .record({
      at: TIME,
      start: TIME,
      length: LENGTH,
      as: fc.constantFrom('reading', 'thinking', 'meeting', 'break', 'discard', 'none'),
    })
    .map(({ at, start, length, as }) => fact(at, { kind: 'away', start, end: start + length, as })),
  fc
    .record({ at: TIME, length: fc.constantFrom(70 * SECOND, 3 * MINUTE, 5 * HOUR, 2 * DAY) })
    .map(({ at, length }) => fact(at, { kind: 'suspend', since: at - length })),
  fc
    .record({ at: TIME, id: fc.constantFrom('1', '2'), phase: fc.constantFrom('start', 'end') })
    .map(({ at, id, phase }) =>
      fact(at, { kind: 'task', group: 'build', background: false, phase, exitCode: null, id }),
    ),
  fc
    .record({ at: TIME, id: fc.constantFrom('1', '2'), phase: fc.constantFrom('start', 'end') })
    .map(({ at, id, phase }) => fact(at, { kind: 'terminal', class: 'test', phase, exitCode: 0, id })),
  TIME.map(at => fact(at, { kind: 'focus', focused: false, active: false })),
);

const TALLY: fc.Arbitrary<Tally> = fc
  .record({ at: TIME, typed: fc.nat(9), path: fc.constantFrom('a.ts', 'b.ts') })
  .map(({ at, typed, path }) => tally({ from: Math.floor(at / TALLY_MS) * TALLY_MS, typed, path }));

/** Rows of some days in several windows, in the order of time. */
export const RANDOM_RECORD: fc.Arbitrary<RandomRecord> = fc
  .record({
    spans: SPANS,
    facts: fc.array(FACT, { maxLength: 12 }),
    tallies: fc.uniqueArray(TALLY, { maxLength: 8, selector: each => `${each.from} ${each.path}` }),
  })
  .map(({ spans, facts, tallies }) => ({
    spans: spans.sort((a, b) => a.start - b.start),
    facts: facts.sort((a, b) => a.at - b.at),
    tallies: tallies.sort((a, b) => a.from - b.from),
  }));
