import { TALLY_MS, type Tally } from '../core/activity/facts.ts';
import type { SignalOf } from '../core/activity/signal.ts';

type OpenTally = { -readonly [K in keyof Tally]: Tally[K] };

/**
 * So many totals stay at hand, a month of work and some megabytes, so that a clock set back adds to them instead of starting
 * anew.
 */
const KEPT = 10_000;

/** Counts edit signals by document and five minutes. */
export class TallyBook {
  private readonly tallies = new Map<string, OpenTally>();
  private readonly dirty = new Set<OpenTally>();
  /** Typing asks for the same tally again and again. */
  private latest: { signalDoc: object; tally: OpenTally } | null = null;

  count(edit: SignalOf<'edit'>): void {
    const tally = this.of(edit);
    tally[edit.origin]++;
    tally.inserted += edit.inserted;
    tally.deleted += edit.deleted;
    this.dirty.add(tally);
  }

  /** Copies of the totals that grew since they were last settled, the first `limit` of them. */
  unsettled(limit = Infinity): Tally[] {
    return firstOf(this.dirty, limit).map(tally => ({ ...tally }));
  }

  /** To be called when `unsettled` of the same limit has been written. */
  settle(limit = Infinity): void {
    for (const tally of firstOf(this.dirty, limit)) this.dirty.delete(tally);
    // The oldest come first.
    for (const [key, tally] of this.tallies) {
      if (this.tallies.size <= KEPT || this.dirty.has(tally)) break;
      this.tallies.delete(key);
    }
  }

  /** Everything has been written. */
  get isSettled(): boolean {
    return this.dirty.size === 0;
  }

  clear(): void {
    this.tallies.clear();
    this.dirty.clear();
    this.latest = null;
  }

  private of({ at, window, doc, branch }: SignalOf<'edit'>): OpenTally {
    const from = Math.floor(at / TALLY_MS) * TALLY_MS;
    const latest = this.latest;
    if (latest?.signalDoc === doc && latest.tally.from === from) {
      const { tally } = latest;
      if (tally.branch === branch && tally.window === window) return tally;
    }
    const key = JSON.stringify([from, window, doc.project, doc.path, doc.language, branch]);
    let tally = this.tallies.get(key);
    if (!tally) {
      const { project, path, language } = doc;
      const counts = { typed: 0, bulk: 0, program: 0, undo: 0, inserted: 0, deleted: 0 };
      tally = { from, window, project, path, language, branch, ...counts };
      this.tallies.set(key, tally);
    }
    this.latest = { signalDoc: doc, tally };
    return tally;
  }
}

function firstOf<T>(all: ReadonlySet<T>, limit: number): T[] {
  return all.size <= limit ? [...all] : [...all].slice(0, limit);
}
