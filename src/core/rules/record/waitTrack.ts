import type { FactOf } from '../../activity/facts.ts';
import type { Interval } from '../../activity/interval.ts';
import { LULL_MS } from '../../activity/span.ts';
import { isAwaited } from '../../activity/waiting.ts';
import { BLANK, type Occurrence } from '../streams.ts';

type RunFact = FactOf<'task'> | FactOf<'terminal'>;

interface Run extends Interval {
  readonly project: string | null;
}

/** A run whose end is not told for longer than that is forgotten. */
const FORGOTTEN_MS = 12 * 3_600_000;

/**
 * Finds waiting as the record grows: pauses between signs of a person, cut to foreground builds and tests. As `layWaiting` does,
 * told once both the pause and the run are over.
 */
export class WaitTrack {
  private readonly idleAfterMs: number;
  private readonly emit: (occurrence: Occurrence) => void;
  private readonly started = new Map<string, number>();
  private pauses: Interval[] = [];
  private ended: Run[] = [];
  /** No time is waited twice where two runs overlap. */
  private toldUntil = -Infinity;

  constructor(idleAfterMs: number, emit: (occurrence: Occurrence) => void) {
    this.idleAfterMs = idleAfterMs;
    this.emit = emit;
  }

  /** Between two signs of a person, told at the second. */
  addPause(start: number, end: number): void {
    if (end - start < LULL_MS) return;
    for (const run of this.ended) this.tell({ start, end }, run, end);
    this.ended = [];
    if (this.started.size > 0) this.pauses.push({ start, end });
  }

  addRun(fact: RunFact): void {
    if (!isAwaited(fact)) return;
    const key = `${fact.kind} ${fact.id} ${fact.window}`;
    if (fact.phase === 'start') {
      this.started.set(key, fact.at);
      return;
    }
    const start = this.started.get(key);
    this.started.delete(key);
    if (start !== undefined) this.endRun({ start, end: fact.at, project: fact.project });
    this.forget(fact.at);
  }

  private endRun(run: Run): void {
    for (const pause of this.pauses) this.tell(pause, run, run.end);
    // The pause that goes on is known at its end.
    this.ended.push(run);
    if (this.started.size === 0) this.pauses = [];
  }

  private tell(pause: Interval, run: Run, at: number): void {
    const start = Math.max(pause.start, run.start, this.toldUntil);
    const end = Math.min(pause.end, run.end);
    if (end - start < LULL_MS) return;
    this.toldUntil = end;
    const ms = Math.min(end - start, this.idleAfterMs);
    this.emit({ ...BLANK, of: 'waiting', at, ms, project: run.project });
  }

  private forget(now: number): void {
    for (const [key, start] of this.started) if (now - start > FORGOTTEN_MS) this.started.delete(key);
  }
}
