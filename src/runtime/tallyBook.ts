import { TALLY_MS, type Tally } from '../core/activity/facts.ts';
import type { SignalOf } from '../core/activity/signal.ts';

type OpenTally = { -readonly [K in keyof Tally]: Tally[K] };

/** Totals stay at hand this long, so that a clock set back adds to them instead of starting anew. */
const KEPT_MS = 24 * 3_600_000;

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

  /** Copies of the totals that grew since they were last settled. */
  unsettled(): Tally[] {
    return [...this.dirty].map(tally => ({ ...tally }));
  }

  /** To be called when `unsettled` has been written. */
  settle(): void {
    let newest = -Infinity;
    for (const { from } of this.dirty) newest = Math.max(newest, from);
    this.dirty.clear();
    for (const [key, { from }] of this.tallies) {
      if (newest - from <= KEPT_MS) break;
      this.tallies.delete(key);
    }
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
