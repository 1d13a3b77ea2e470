import {
  isSameCorrection,
  NO_CORRECTION,
  type Correction,
  type SpanKey,
} from '../core/activity/correction.ts';
import type { CorrectionChange } from '../core/activity/correctionStep.ts';
import type { Interval } from '../core/activity/interval.ts';
import type { Connection, Statement } from './connection.ts';
import { CORRECTION_COLUMNS, toCorrection, type CorrectionRow } from './corrections.ts';
import type { Counter } from './counter.ts';
import type { Names } from './dictionary.ts';
import type { Seals } from './sealing.ts';
import type { StoreParts } from './store.ts';

/** Says what a span's correction is to be, from what it is. */
export type Correct = (now: Correction, key: SpanKey) => Correction;

/** Corrected spans at most this far apart make the days between them dirty in one go. */
const NEARBY_MS = 86_400_000;

/** Corrects spans: writes the table `correction`. Loaded when somebody does. */
class Correcting {
  private readonly connection: Connection;
  private readonly names: Names;
  private readonly counter: Counter;
  private readonly seals: Seals;
  private readonly select: Statement<CorrectionRow>;
  private readonly selectSpan: Statement<[ms: number, project: number]>;
  private readonly upsert: Statement;
  private readonly remove: Statement;
  private readonly countChange: Statement;

  constructor({ connection, names, counter, seals }: StoreParts) {
    this.connection = connection;
    this.names = names;
    this.counter = counter;
    this.seals = seals;
    this.select = connection.statement(
      `SELECT ${CORRECTION_COLUMNS} FROM correction WHERE start = ? AND span = ?`,
    );
    this.selectSpan = connection.statement('SELECT ms, project FROM span WHERE start = ? AND id = ?');
    this.upsert = connection.statement(
      `INSERT OR REPLACE INTO correction (${CORRECTION_COLUMNS}, at) VALUES (?, ?, ?, ?, ?, ?)`,
    );
    this.remove = connection.statement('DELETE FROM correction WHERE start = ? AND span = ?');
    this.countChange = connection.statement('UPDATE counter SET corrections = corrections + 1');
  }

  /** Of one span. */
  of({ start, id }: SpanKey): Correction {
    const row = this.select.get(start, id);
    return row ? toCorrection(row, this.names) : NO_CORRECTION;
  }

  /**
   * Corrects spans, all of them or none, and marks the days dirty that they have a part in; answers what has changed. A span that is
   * gone by now is passed over. `at`: epoch milliseconds. Throws `StoreBusy` at once where another window writes.
   */
  change(keys: readonly SpanKey[], correct: Correct, at: number): CorrectionChange[] {
    return this.connection.immediate(() =>
      this.counter.during(false, () => {
        const changes: CorrectionChange[] = [];
        const touched: Interval[] = [];
        for (const key of keys) {
          const change = this.changeOne(key, correct, at);
          if (!change) continue;
          changes.push(change.change);
          touched.push(change.interval);
        }
        for (const time of joinNearby(touched)) this.seals.touch(time);
        if (changes.length > 0) this.countChange.run();
        return changes;
      }),
    );
  }

  private changeOne(key: SpanKey, correct: Correct, at: number) {
    const [ms, recorded] = this.selectSpan.get(key.start, key.id) ?? [];
    if (ms === undefined) return null;
    const before = this.of(key);
    const wanted = correct(before, key);
    // Given to the project that it was recorded in, it is as recorded.
    const isAsRecorded = wanted.project === this.names.project.nameOf(recorded ?? 0);
    const after = isAsRecorded ? { ...wanted, project: undefined } : wanted;
    if (isSameCorrection(before, after)) return null;
    this.write(key, after, at);
    return { change: { key, before, after }, interval: { start: key.start, end: key.start + ms } };
  }

  private write({ start, id }: SpanKey, correction: Correction, at: number): void {
    if (isSameCorrection(correction, NO_CORRECTION)) {
      this.remove.run(start, id);
      return;
    }
    const { isHidden, project, item } = correction;
    this.upsert.run(
      ...[start, id, isHidden ? 1 : 0],
      project === undefined ? null : this.names.project.idOf(project),
      item === undefined ? null : this.names.item.idOf(item),
      at,
    );
  }
}

/** Fewer and longer times: each must be looked for among all days. */
function joinNearby(times: readonly Interval[]): Interval[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of [...times].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && start <= last.end + NEARBY_MS) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/** For `Store.part`. */
export function correcting(parts: StoreParts): Correcting {
  return new Correcting(parts);
}
