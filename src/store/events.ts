import type { Fact, FactPlace } from '../core/activity/facts.ts';
import type { Interval } from '../core/activity/interval.ts';
import { isAwaited } from '../core/activity/waiting.ts';
import type { Connection, Statement } from './connection.ts';
import type { Counter } from './counter.ts';
import type { Names } from './dictionary.ts';
import { parseDetail, printDetail, type EventDetail } from './factDetail.ts';
import { PLACE_COLUMNS, placeRow, toPlace, type Numbered, type PlaceRow } from './places.ts';
import { DOOM, type Touched } from './touched.ts';

export type EventFact = FactPlace & EventDetail;

type EventRow = readonly [...PlaceRow, id: number, kind: string, detail: string];
type RunEnd = readonly [at: number, phase: string];

const COLUMNS = `${PLACE_COLUMNS}, id, kind, detail`;
const PHASE = "json_extract(detail, '$.phase')";
/** Builds and tests are looked for this far around a time; `long_run` tells of longer ones. Milliseconds. */
export const LONG_RUN_MS = 3_600_000;

/** Rows of the table `event`, and of `long_run` beside it. */
export class EventTable {
  private readonly names: Names;
  private readonly counter: Counter;
  private readonly warn: (message: string) => void;
  private readonly count: Statement<[rows: number]>;
  private readonly countGit: Statement<[rows: number]>;
  private readonly insert: Statement;
  private readonly nextQueueStart: Statement<[at: number]>;
  private readonly runBefore: Statement<RunEnd>;
  private readonly runAfter: Statement<RunEnd>;
  private readonly insertLongRun: Statement;
  private readonly selectBetween: Statement<EventRow>;
  private readonly selectQueue: Statement<EventRow>;
  private readonly selectRuns: Statement<EventRow>;

  constructor(connection: Connection, names: Names, counter: Counter, warn: (message: string) => void) {
    this.names = names;
    this.counter = counter;
    this.warn = warn;
    this.count = connection.statement(
      `SELECT count(*) FROM event
       WHERE at = ? AND window = ? AND project = ? AND branch = ? AND file = ? AND kind = ? AND detail = ?`,
    );
    this.countGit = connection.statement(
      `SELECT count(*) FROM event WHERE at = ? AND kind = 'git' AND detail = ?`,
    );
    this.insert = connection.statement(
      `INSERT INTO event (${PLACE_COLUMNS}, kind, detail, run, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.nextQueueStart = connection.statement(
      `SELECT at FROM event WHERE kind = 'queue' AND at > ? AND ${PHASE} = 'start' ORDER BY at LIMIT 1`,
    );
    this.runBefore = connection.statement(
      `SELECT at, ${PHASE} FROM event WHERE run = ? AND at <= ? AND window = ? AND kind = ?
       ORDER BY at DESC, id DESC LIMIT 1`,
    );
    this.runAfter = connection.statement(
      `SELECT at, ${PHASE} FROM event WHERE run = ? AND at > ? AND window = ? AND kind = ? ORDER BY at, id LIMIT 1`,
    );
    this.insertLongRun = connection.statement('INSERT OR IGNORE INTO long_run (start, until) VALUES (?, ?)');
    this.selectBetween = connection.statement(`SELECT ${COLUMNS} FROM event WHERE at >= ? AND at < ?`);
    this.selectQueue = connection.statement(
      `SELECT ${COLUMNS} FROM event WHERE kind = 'queue' AND at < ?2 AND at >= coalesce(
         (SELECT at FROM event WHERE kind = 'queue' AND at < ?1 AND ${PHASE} = 'start' ORDER BY at DESC LIMIT 1), ?1)`,
    );
    this.selectRuns = connection.statement(
      `SELECT ${COLUMNS} FROM event WHERE run IS NOT NULL AND at >= ?1 - ${LONG_RUN_MS} AND at <= ?2 + ${LONG_RUN_MS}
       UNION ALL SELECT ${COLUMNS} FROM event
       WHERE run IS NOT NULL AND (at < ?1 - ${LONG_RUN_MS} OR at > ?2 + ${LONG_RUN_MS}) AND at IN (
         SELECT start FROM long_run WHERE until >= ?1 AND start <= ?2
         UNION ALL SELECT until FROM long_run WHERE until >= ?1 AND start <= ?2)`,
    );
  }

  /** Writes a fact unless as many like it as `occurrence` says are there already. Extends what the batch touches. */
  write(fact: EventFact, occurrence: number, touched: Touched): void {
    const place = placeRow(this.names, fact);
    const detail = printDetail(fact);
    if (this.countKnown(fact, place, detail) >= occurrence) return;
    const run = this.touchRun(fact, place[1], touched);
    this.touchQueue(fact, touched);
    this.insert.run(...place, fact.kind, detail, run, this.counter.fact());
  }

  /** What git did it did once, in how many windows ever it was seen. */
  private countKnown({ at, kind }: EventFact, place: PlaceRow, detail: string): number {
    const row = kind === 'git' ? this.countGit.get(at, detail) : this.count.get(...place, kind, detail);
    return row?.[0] ?? 0;
  }

  /** Those of `[from, to)`. */
  between(from: number, to: number): Numbered<Fact>[] {
    return this.toFacts(this.selectBetween.all(from, to));
  }

  /** Of the queue: what says which item was current at any time of `[from, to)`. */
  queueFor(from: number, to: number): Numbered<Fact>[] {
    return this.toFacts(this.selectQueue.all(from, to));
  }

  /** Starts and ends of builds and tests: of all that ran at any time of `range`, and of some around it. */
  runsFor({ start, end }: Interval): Numbered<Fact>[] {
    return this.toFacts(this.selectRuns.all(start, end));
  }

  /** A build or a test changes the waiting of all the time it ran, however late its end is told. */
  private touchRun(fact: EventFact, window: number, touched: Touched): string | null {
    if (!isAwaited(fact)) return null;
    const { id, at, kind, phase } = fact;
    const before = this.runBefore.get(id, at, window, kind);
    const after = this.runAfter.get(id, at, window, kind);
    const isAfterStart = before?.[1] === 'start';
    const isBeforeEnd = after?.[1] === 'end';
    if (phase === 'end' ? isAfterStart : isBeforeEnd) {
      const start = isAfterStart ? before[0] : at;
      const end = isBeforeEnd ? after[0] : at;
      touched.add({ start, end });
      if (end - start >= LONG_RUN_MS) this.noteLongRun(start, at, end);
    }
    return id;
  }

  /** One that turns out to be two leads to `between`, too: who finds its outer ends must not take it for one. */
  private noteLongRun(start: number, between: number, end: number): void {
    if (start < between) this.insertLongRun.run(start, between);
    if (between < end) this.insertLongRun.run(between, end);
  }

  /** The current item is another one until the next begins. */
  private touchQueue(fact: EventFact, touched: Touched): void {
    if (fact.kind !== 'queue') return;
    touched.add({ start: fact.at, end: this.nextQueueStart.get(fact.at)?.[0] ?? DOOM });
  }

  private toFacts(rows: readonly EventRow[]): Numbered<Fact>[] {
    const facts: Numbered<Fact>[] = [];
    for (const [at, window, project, branch, file, id, kind, json] of rows) {
      const detail = parseDetail(kind, json);
      if (detail)
        facts.push({ id, fact: { ...toPlace(this.names, [at, window, project, branch, file]), ...detail } });
      else this.warn(`Row ${id} of the table "event" cannot be understood and is left out.`);
    }
    return facts;
  }
}
