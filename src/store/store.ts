import type { LocalDay } from '../core/activity/calendar.ts';
import { TALLY_MS, type Fact, type RecordSlice } from '../core/activity/facts.ts';
import type { Day, DayRules } from '../core/stats/day.ts';
import type { Batch } from './batch.ts';
import { CheckInTable } from './checkIns.ts';
import { Commits } from './commits.ts';
import type { Connection, Statement } from './connection.ts';
import { CorrectionTable, IS_SHOWN } from './corrections.ts';
import { Counter } from './counter.ts';
import { DayParts } from './dayParts.ts';
import { Names } from './dictionary.ts';
import { FactTables } from './facts.ts';
import { ItemShares } from './itemShares.ts';
import type { LeaderLock } from './leaderLock.ts';
import { Leadership } from './leadership.ts';
import type { Forgettable } from './forgetSteps.ts';
import { MetaTable } from './meta.ts';
import { Rollups } from './rollups.ts';
import { Seals } from './sealing.ts';
import { SessionTable } from './sessions.ts';
import { Slicer, type ReachingSlice } from './slice.ts';
import { SpanTable } from './spans.ts';
import { TallyTable } from './tallies.ts';
import { TaskTable } from './tasks.ts';
import type { Step } from './thread.ts';
import { Touched } from './touched.ts';

/** What parts of the store are made of that are loaded later. */
export interface StoreParts {
  readonly connection: Connection;
  readonly names: Names;
  readonly counter: Counter;
  readonly seals: Seals;
  readonly spans: SpanTable;
  readonly corrections: CorrectionTable;
}

/**
 * The record on disk. Every method is synchronous and short. Times are epoch milliseconds.
 *
 * Methods throw `StoreError`; a `StoreBusy` among them means that nothing was done and the call may be repeated.
 */
export class Store {
  private readonly connection: Connection;
  private readonly counter: Counter;
  private readonly spans: SpanTable;
  private readonly facts: FactTables;
  private readonly tallies: TallyTable;
  private readonly meta: MetaTable;
  private readonly slicer: Slicer;
  private readonly seals: Seals;
  /** What sealed days were rolled up to. */
  readonly rollups: Rollups;
  readonly dayParts: DayParts;
  readonly commits: Commits;
  /** What the developer says of spans afterwards. Every number takes the spans as corrected. */
  readonly corrections: CorrectionTable;
  readonly sessions: SessionTable;
  readonly tasks: TaskTable;
  readonly itemShares: ItemShares;
  readonly checkIns: CheckInTable;
  readonly leadership: Leadership;
  private readonly first: Statement<[time: number | null]>;
  private readonly firstSpan: Statement<[time: number]>;
  private readonly lastEnd: Statement<[time: number | null]>;
  private readonly sealCount: Statement<[seals: number]>;
  private readonly version: Statement<[version: number]>;
  private readonly parts: StoreParts;
  private readonly made = new Map<unknown, unknown>();

  /** For `openStore`, which prepares the connection. */
  constructor(connection: Connection, lock: LeaderLock, warn: (message: string) => void) {
    const names = new Names(connection);
    this.connection = connection;
    this.counter = new Counter(connection, names);
    this.spans = new SpanTable(connection, names, this.counter);
    this.facts = new FactTables(connection, names, this.counter, warn);
    this.tallies = new TallyTable(connection, names);
    this.meta = new MetaTable(connection);
    this.seals = new Seals(connection, names);
    this.corrections = new CorrectionTable(connection, names);
    const { spans, corrections, facts, tallies } = this;
    this.slicer = new Slicer(connection, { spans, corrections, facts, tallies });
    this.parts = { connection, names, counter: this.counter, seals: this.seals, spans, corrections };
    this.rollups = new Rollups(connection, names);
    this.dayParts = new DayParts(connection, names);
    this.commits = new Commits(connection);
    this.sessions = new SessionTable(connection, this.counter);
    this.tasks = new TaskTable(connection, this.counter);
    this.itemShares = new ItemShares(connection, names);
    this.checkIns = new CheckInTable(connection);
    this.leadership = new Leadership(connection, lock);
    this.first = connection.statement(
      `SELECT min(time) FROM (SELECT min(start) AS time FROM span UNION ALL SELECT min(start) FROM away
         UNION ALL SELECT min(slot) * ${TALLY_MS} FROM tally)`,
    );
    this.lastEnd = connection.statement('SELECT max(start + ms) FROM span WHERE start >= ? AND start <= ?');
    this.firstSpan = connection.statement(`SELECT start FROM span WHERE ${IS_SHOWN} ORDER BY start LIMIT 1`);
    this.sealCount = connection.statement('SELECT seals FROM counter');
    this.version = connection.statement('PRAGMA data_version');
  }

  /**
   * Writes all of a batch or nothing, and answers the ids of its spans in their order. Once it returns, they are committed.
   *
   * Throws `StoreBusy` at once where another window writes, and `forgotten` (nothing was written) where another window erased
   * the record since: then drop what is held, and go on.
   */
  write(batch: Batch): readonly number[] {
    return this.connection.immediate(() =>
      this.counter.during(true, () => {
        const touched = new Touched();
        touched.add(batch.touched);
        const ids = batch.spans.map(span => this.spans.write(span));
        for (const tally of batch.tallies) this.tallies.write(tally);
        this.facts.write(batch.facts, touched);
        const time = touched.interval();
        if (time) this.seals.touch(time);
        return ids;
      }),
    );
  }

  /**
   * Everything that the numbers of `[from, to)` are computed from by an idle rule of `idleAfterMs`: it reaches on both sides to
   * where nobody was there for longer than that, and holds single spans and facts from farther away where they matter. So of
   * the days computed from it, only those inside `[from, to)` are whole. Tallies are those of `[from, to)`.
   *
   * Focus, debug, diagnostics, git and background facts are left out, since no day's number depends on them: see `factsBetween`.
   */
  slice(from: number, to: number, idleAfterMs: number): ReachingSlice {
    return this.connection.reading(() => this.slicer.read(from, to, idleAfterMs));
  }

  /** Facts of every kind that were said in `[from, to)`, in the order of time, then of writing. */
  factsBetween(from: number, to: number): Fact[] {
    return this.connection.reading(() => this.facts.between(from, to));
  }

  /**
   * The rows of `[from, to)` as they stand now, for who reads the record on and on: spans that begin in it or were under way at
   * `from`, as corrected; facts of every kind that were said in it, names of times away only if none was said over them later;
   * and tallies whose stretch ends in `(from, to]`.
   */
  rows(from: number, to: number): RecordSlice {
    return this.connection.reading(() => {
      const spans = [...this.spans.underWayAt(from), ...this.spans.startingBetween(from, to - 1)];
      return {
        spans: this.corrections.correct(spans, spans[0]?.start ?? from, to - 1),
        facts: this.facts.standingBetween(from, to),
        tallies: this.tallies.startingBetween(from - TALLY_MS + 1, to - TALLY_MS + 1),
      };
    });
  }

  /** When a span begins before which so many others begin at `from` or later; null: there is none. */
  spanStartAfter(from: number, count: number): number | null {
    return this.spans.startAfter(from, count);
  }

  /** The facts of `rows`. */
  standingFacts(from: number, to: number): Fact[] {
    return this.connection.reading(() => this.facts.standingBetween(from, to));
  }

  /** Changes when any window has named a time away, or taken a name back. */
  namesVersion(): number {
    return this.facts.aways.lastId();
  }

  /** The item whose clock runs at `now`, over all windows; null: none. */
  currentItem(now: number): string | null {
    return this.connection.reading(() => this.facts.currentItem(now));
  }

  /** The first time that any day's numbers speak of; null for an empty record. */
  firstTime(): number | null {
    return this.first.get()?.[0] ?? null;
  }

  /** When the first span began that was not deleted; null: there is none. */
  firstSpanStart(): number | null {
    return this.firstSpan.get()?.[0] ?? null;
  }

  /**
   * Rolls a day up, in place of what it was rolled up to before: reads its rows, has `compute` answer the day's numbers
   * (undefined where nothing happened) and writes them, all in one transaction, so that no row can come in between. A row that
   * comes later and may change them marks the day dirty. Answers what `compute` did.
   *
   * Throws `StoreBusy` at once where another window writes, and what `compute` throws.
   */
  sealDay(
    bounds: LocalDay,
    { idleAfterMs }: DayRules,
    compute: (slice: RecordSlice) => Day | undefined,
  ): Day | undefined {
    return this.connection.immediate(() =>
      this.counter.during(false, () => {
        const { slice, reach } = this.slicer.read(bounds.start, bounds.end, idleAfterMs);
        const day = compute(slice);
        this.seals.seal({ bounds, day, tallies: slice.tallies, idleAfterMs, reach });
        return day;
      }),
    );
  }

  /** Changes when any window has sealed a day or forgotten something, or when a row was written that may change a sealed one. */
  sealsVersion(): string {
    const [seals] = this.sealCount.get() ?? [0];
    return [this.generation(), seals, ...this.itemShares.dirtyDays().map(({ date }) => date)].join(' ');
  }

  /** When a span that began in `[from, to]` last went on, in any window; null: there is none. */
  lastSpanEnd(from: number, to: number): number | null {
    return this.lastEnd.get(from, to)?.[0] ?? null;
  }

  /** A part of the store that is loaded only when somebody needs it: always the same one. */
  part<T>(make: (parts: StoreParts) => T): T {
    if (!this.made.has(make)) this.made.set(make, make(this.parts));
    return this.made.get(make) as T;
  }

  /** Changes when another connection has committed something; own writes leave it as it is. */
  dataVersion(): number {
    return this.version.get()?.[0] ?? 0;
  }

  getMeta(key: string): string | null {
    return this.meta.get(key);
  }

  /** null removes the key. Throws `StoreBusy`. */
  setMeta(key: string, value: string | null): void {
    this.connection.immediate(() => {
      this.meta.set(key, value);
    });
  }

  /** Removes a key if it still has that value. Throws `StoreBusy`. */
  dropMeta(key: string, value: string): void {
    this.connection.immediate(() => {
      if (this.meta.get(key) === value) this.meta.set(key, null);
    });
  }

  /** Sets a key unless it has that value already; answers whether it did, which of several windows only one is told. Throws `StoreBusy`. */
  claimMeta(key: string, value: string): boolean {
    return this.connection.immediate(() => {
      if (this.meta.get(key) === value) return false;
      this.meta.set(key, value);
      return true;
    });
  }

  /** Moves committed pages from the log into the database. Takes some ten milliseconds: for when nobody types. Never throws. */
  checkpoint(): void {
    this.connection.tryExec('PRAGMA wal_checkpoint(PASSIVE)');
  }

  /**
   * Deletes everything, on disk too, while other windows may have the file open. They notice by `dataVersion`, and their next
   * `write` is refused once as `forgotten`. Answers false where all is deleted but another program held on to the log, so that
   * bytes of it are left until the next `checkpoint`. Rejects with `StoreBusy` where nothing was deleted.
   */
  async scrub(): Promise<boolean> {
    const { deleteContent, wipeFreePages } = await import('./scrub.ts');
    await deleteContent(this.connection);
    this.counter.adopt();
    return wipeFreePages(this.connection);
  }

  /**
   * Forgets a time or a project, on disk too, while other windows may write: rows, rollups, and names that nothing speaks of any
   * more. All windows, this one too, are refused their next `write` once as `forgotten`. Works in a thread of its own, since a
   * big file takes seconds; until it is done, writing throws `StoreBusy`. Backups are the caller's: see `eraseCopies`.
   *
   * Answers as `scrub` does. Rejects with `StoreBusy` or another `StoreError` where nothing was forgotten.
   */
  async forget(what: Forgettable): Promise<boolean> {
    const { stepsToForget } = await import('./forgetSteps.ts');
    return this.remove([stepsToForget(what)], true);
  }

  /**
   * Removes everything before `until` (epoch milliseconds), a month at a time, in a thread of its own. Pages are overwritten but
   * the file keeps its size. Rejects with a `StoreError`; what was removed by then stays so.
   */
  async tidy(until: number): Promise<void> {
    const since = this.firstTime();
    if (since === null || since >= until) return;
    const { stepsToTidy } = await import('./forgetSteps.ts');
    await this.remove(stepsToTidy(since, until), false);
  }

  /** Changes when something is erased or forgotten, by whichever window. */
  generation(): number {
    return this.counter.read();
  }

  /** Whether since that generation only what was too old went. */
  wasOnlyTidiedSince(generation: number): boolean {
    return this.counter.wasOnlyTidiedSince(generation, this.counter.read());
  }

  /** Never throws; closing twice is harmless. */
  close(): void {
    this.leadership.release();
    this.connection.close();
  }

  private async remove(transactions: readonly (readonly Step[])[], wipes: boolean): Promise<boolean> {
    const path = this.connection.path();
    if (path !== null) {
      const { inThread } = await import('./thread.ts');
      return (await inThread({ path, steps: [], transactions, wipes })).isWiped;
    }
    for (const steps of transactions) {
      this.connection.immediate(() => {
        for (const { sql, values = [] } of steps) this.connection.statement(sql).run(...values);
      });
    }
    return true;
  }
}
