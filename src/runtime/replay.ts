import type { Calendar } from '../core/activity/calendar.ts';
import { TALLY_MS, type Fact, type RecordSlice } from '../core/activity/facts.ts';
import type { Interval } from '../core/activity/interval.ts';
import { itemChanges } from '../core/activity/runs.ts';
import type { Signal } from '../core/activity/signal.ts';
import type { Items } from '../core/queue/item.ts';
import type { Transition } from '../core/rules/finding.ts';
import { RuleEngine } from '../core/rules/engine.ts';
import { readRules } from '../core/rules/readRules.ts';
import { GRID_MS, gridBefore } from '../core/rules/record/input.ts';
import { minutes, type Settings } from '../core/settings.ts';
import { computeDays } from '../core/stats/computeDays.ts';
import { summarizeDay, type DaySummary } from '../core/stats/summary.ts';
import type { Batch } from '../store/batch.ts';
import { FindingList } from './backtest.ts';
import { recordSignals } from './recordSignals.ts';
import { nudgesIn, type ReplayedNudge } from './replayNudges.ts';
import { ruleSettings } from './ruleFeed.ts';

export interface Replayed {
  /** How many spans the log became. */
  readonly spans: number;
  readonly days: readonly DaySummary[];
  readonly findings: readonly ReplayedFinding[];
  readonly nudges: readonly ReplayedNudge[];
}

/** What a rule has found. Epoch milliseconds. */
export interface ReplayedFinding {
  /** Its id. */
  readonly rule: string;
  readonly from: number;
  readonly to: number;
  /** What was measured, where it went farthest. A time in milliseconds. */
  readonly value: number;
  readonly threshold: number;
}

export interface ReplayPorts {
  readonly write: (batch: Batch) => readonly number[];
  /** Everything that matters for a time. */
  readonly slice: (range: Interval) => RecordSlice;
  /** Facts of every kind that were said in a time and still stand, as `Store.rows` has them. */
  readonly facts: (range: Interval) => readonly Fact[];
  readonly calendar: Calendar;
  readonly settings: Settings;
  /** A rule failed, and found nothing from then on. */
  readonly onRuleFailure: (rule: string, error: unknown) => void;
}

/**
 * Feeds signals, in order of time, through the recorder into an empty store, and reads the days and what rules find back from
 * it.
 */
export function replay(signals: readonly Signal[], ports: ReplayPorts): Replayed {
  const { write, slice, calendar, settings } = ports;
  recordSignals(signals, { write, offsetAt: time => calendar.offsetAt(time) });
  const range = rangeOf(signals);
  const recorded = slice(range);
  const days = computeDays(recorded, calendar, { idleAfterMs: minutes(settings['idle.after']) });
  const deepBlockMs = minutes(settings['focus.deepBlockMinutes']);
  return {
    spans: recorded.spans.length,
    days: days.map(day => summarizeDay(day, deepBlockMs)),
    ...findIn(signals, recorded, range, ports),
  };
}

/** What rules find in the record, and what would have been said of it; nothing is still to come. */
function findIn(
  signals: readonly Signal[],
  { spans, tallies }: RecordSlice,
  range: Interval,
  { facts, calendar, settings, onRuleFailure }: ReplayPorts,
): Pick<Replayed, 'findings' | 'nudges'> {
  const [first] = spans;
  if (!first) return { findings: [], nudges: [] };
  const found = new FindingList();
  const transitions: Transition[] = [];
  const { rules } = readRules(settings);
  const start = gridBefore(calendar.dayAt(first.start).start);
  const all = facts({ start: range.start, end: range.end });
  const surroundings = {
    ...{ calendar, ...ruleSettings(settings), recordedSince: first.start, hours: null, usedBefore: NO_ITEMS },
    item: itemAt(all, start),
  };
  const engine = new RuleEngine(rules, start, surroundings, {
    onTransition: transition => {
      found.add(transition);
      transitions.push(transition);
    },
    onFailure: onRuleFailure,
  });
  const end = gridBefore(range.end + surroundings.idleAfterMs) + 2 * GRID_MS;
  const inReach = all.filter(({ at }) => at >= start);
  engine.advance({ spans, tallies, facts: inReach, sessions: [], items: NO_QUEUE }, end);
  engine.finish();
  const findings = found.from(-Infinity).map(({ rule, from, to, value, threshold }) => {
    return { rule, from, to: to ?? end, value, threshold };
  });
  return { findings, nudges: nudgesIn({ signals, transitions, rules, settings, calendar, end }) };
}

const NO_ITEMS: ReadonlyMap<string, number> = new Map();
const NO_QUEUE: Items = new Map();

/** The item whose clock ran at a time. */
function itemAt(facts: readonly Fact[], time: number): string | null {
  const before = facts.filter(fact => fact.kind === 'queue').filter(({ at }) => at <= time);
  return itemChanges(before).at(-1)?.item ?? null;
}

/** From the first to after the last instant that the signals speak of, from where a tally begins. */
function rangeOf(signals: readonly Signal[]): Interval {
  let start = Infinity;
  let end = -Infinity;
  for (const signal of signals) {
    start = Math.min(start, signal.at, signal.kind === 'away' ? signal.start : Infinity);
    end = Math.max(end, signal.at + 1, signal.kind === 'away' ? signal.end : -Infinity);
  }
  return end > start ? { start: Math.floor(start / TALLY_MS) * TALLY_MS, end } : { start: 0, end: 0 };
}
