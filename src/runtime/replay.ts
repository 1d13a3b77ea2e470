import type { Calendar } from '../core/activity/calendar.ts';
import { TALLY_MS, type RecordSlice } from '../core/activity/facts.ts';
import type { Interval } from '../core/activity/interval.ts';
import type { Signal } from '../core/activity/signal.ts';
import { minutes, type Settings } from '../core/settings.ts';
import { computeDays } from '../core/stats/computeDays.ts';
import { summarizeDay, type DaySummary } from '../core/stats/summary.ts';
import type { Batch } from '../store/batch.ts';
import { Recorder } from './recorder.ts';

export interface Replayed {
  /** How many spans the log became. */
  readonly spans: number;
  readonly days: readonly DaySummary[];
  readonly findings: readonly never[];
  readonly nudges: readonly never[];
}

export interface ReplayPorts {
  readonly write: (batch: Batch) => readonly number[];
  /** Everything that matters for a time. */
  readonly slice: (range: Interval) => RecordSlice;
  readonly calendar: Calendar;
  readonly settings: Settings;
}

/** How many signals are recorded between two writes; no number depends on it. */
const FLUSH_EVERY = 20_000;

/** Feeds signals, in order of time, through the recorder into an empty store and reads the days back from it. */
export function replay(
  signals: readonly Signal[],
  { write, slice, calendar, settings }: ReplayPorts,
): Replayed {
  const recorder = new Recorder({ write, offsetAt: time => calendar.offsetAt(time) });
  signals.forEach((signal, i) => {
    recorder.record(signal);
    if (i % FLUSH_EVERY === FLUSH_EVERY - 1) recorder.flush();
  });
  recorder.flush();

  const recorded = slice(rangeOf(signals));
  const days = computeDays(recorded, calendar, { idleAfterMs: minutes(settings['idle.after']) });
  const deepBlockMs = minutes(settings['focus.deepBlockMinutes']);
  return {
    spans: recorded.spans.length,
    days: days.map(day => summarizeDay(day, deepBlockMs)),
    findings: [],
    nudges: [],
  };
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
