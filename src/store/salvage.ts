import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { TableShape } from './tableShape.ts';

/** A part of a table that could not be read, by the first column of its key: what lies between the two, which were read. */
export interface Hole {
  readonly after: number;
  readonly before: number;
}

export interface Copied {
  readonly rows: number;
  readonly holes: readonly Hole[];
}

export const EVERYTHING: Hole = { after: -Infinity, before: Infinity };

/** Rows written in one go; then everything else has its turn. Takes some milliseconds. */
const ROWS_PER_TURN = 1_000;
/** Keys beyond are of no row of ours, and no number. */
const LAST_KEY = Number.MAX_SAFE_INTEGER;

type Row = readonly SQLInputValue[];
type Direction = 'ASC' | 'DESC';

/**
 * Copies the rows of a table that can be read, from a database that may be broken into one that is whole; what is there already
 * stays. Where reading fails it goes on behind the broken place, which becomes a hole. Never fails by what is in `from`; throws
 * what writing `to` throws.
 *
 * `within`: only what lies in these holes. `yieldTurn` is awaited after every thousand rows.
 */
export async function copyTable(
  from: DatabaseSync,
  to: DatabaseSync,
  table: TableShape,
  { within = [EVERYTHING], yieldTurn }: { within?: readonly Hole[]; yieldTurn: () => Promise<void> },
): Promise<Copied> {
  const copier = new TableCopier(from, to, table, yieldTurn);
  const holes: Hole[] = [];
  for (const hole of within) holes.push(...(await copier.copy(hole)));
  return { rows: copier.rows, holes: [...holes, ...copier.unfit] };
}

/** How reading in one direction ended. */
interface Walk {
  /** The first columns of the keys of the first and the last row that were read; null: none was. */
  readonly first: number | null;
  readonly last: number | null;
  /** The end of the range was reached. */
  readonly isDone: boolean;
}

/** A broken place, and what is still to be looked at behind it. */
interface Found {
  readonly hole: Hole | null;
  readonly rest: Hole | null;
}

class TableCopier {
  rows = 0;
  /** Where rows were read that cannot be right: between two that can. */
  readonly unfit: Hole[] = [];
  /** The key of the last row that can be right on the way under way, and whether one that cannot came after it. */
  private fit: number | null = null;
  private isAmongUnfit = false;
  private readonly from: DatabaseSync;
  private readonly to: DatabaseSync;
  private readonly table: TableShape;
  private readonly yieldTurn: () => Promise<void>;
  private readonly insert: StatementSync;
  private readonly find: StatementSync;
  private readonly keyAt: number;

  constructor(from: DatabaseSync, to: DatabaseSync, table: TableShape, yieldTurn: () => Promise<void>) {
    this.from = from;
    this.to = to;
    this.table = table;
    this.yieldTurn = yieldTurn;
    const { name, columns, key } = table;
    this.insert = to.prepare(
      `INSERT OR IGNORE INTO "${name}" (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
    this.find = to.prepare(`SELECT 1 FROM "${name}" WHERE "${key[0] ?? ''}" = ?`);
    this.keyAt = columns.indexOf(key[0] ?? '');
  }

  /** Answers what could not be read of it. */
  copy(hole: Hole): Promise<Hole[]> {
    return this.table.hasNumberKey ? this.copyByNumber(hole) : this.copyFromBothEnds();
  }

  private async copyByNumber({ after, before }: Hole): Promise<Hole[]> {
    const up = await this.walk('ASC', Math.max(after, -LAST_KEY), Math.min(before, LAST_KEY));
    if (up.isDone) return [];
    const down = await this.walk('DESC', Math.min(before, LAST_KEY), Math.max(after, -LAST_KEY));
    if (down.isDone) return [];
    const holes: Hole[] = [];
    let rest: Hole | null = { after: up.last ?? after, before: down.last ?? before };
    while (rest) {
      const found: Found = await this.lookBeyond(rest);
      if (found.hole) holes.push(found.hole);
      rest = found.rest;
    }
    return holes;
  }

  /**
   * Jumps from an end of a hole into it, in steps that grow, until something can be read; then copies that, back to the broken
   * place and on to the next.
   */
  private async lookBeyond(hole: Hole): Promise<Found> {
    const isUp = hole.after !== -Infinity;
    const [near, far] = isUp ? [hole.after, hole.before] : [hole.before, hole.after];
    const limit = Math.min(Math.max(far, -LAST_KEY), LAST_KEY);
    const lost = { hole: { after: Math.min(near, far), before: Math.max(near, far) }, rest: null };
    if (!Number.isFinite(near)) return lost;
    for (let step = 1; ; step *= 2) {
      const place = isUp ? near + step : near - step;
      if (isUp ? place >= limit : place <= limit) return lost;
      const on = await this.walk(isUp ? 'ASC' : 'DESC', place, limit);
      if (on.last === null && !on.isDone) continue;
      const back = await this.walk(isUp ? 'DESC' : 'ASC', place, near);
      const edge = back.last ?? on.first ?? far;
      const broken = isUp ? { after: near, before: edge } : { after: edge, before: near };
      const rest = isUp ? { after: on.last ?? near, before: far } : { after: far, before: on.last ?? near };
      // A search in a broken page may end beside what it looks for: only where the way back leads to the row before, none is missing.
      const isJoined = back.isDone && back.last === near;
      return { hole: isJoined ? null : broken, rest: on.isDone ? null : rest };
    }
  }

  /** Of a key that cannot be jumped in. */
  private async copyFromBothEnds(): Promise<Hole[]> {
    if ((await this.walk('ASC', null, null)).isDone) return [];
    await this.walk('DESC', null, null);
    return [EVERYTHING];
  }

  /** Copies rows in order until one cannot be read. The range holds both its ends; null: all there is. */
  private async walk(direction: Direction, from: number | null, to: number | null): Promise<Walk> {
    let first: number | null = null;
    let last: number | null = null;
    this.fit = from;
    this.isAmongUnfit = false;
    let batch: Row[] = [];
    const rows = this.read(direction, from, to)[Symbol.iterator]();
    for (;;) {
      const next = nextOf(rows);
      const key = next === null || next.done === true ? null : this.keyOf(next.value);
      const isDone = next?.done === true;
      // What is out of order lies in a page that was overwritten.
      const isBroken = next === null || (key !== null && !isBetween(key, last ?? from, to));
      if (isDone || isBroken) {
        this.write(batch);
        // Where reading failed, what lies behind the last row is a hole anyway.
        this.endUnfit(isDone ? to : last);
        return { first, last, isDone };
      }
      first ??= key;
      last = key;
      batch.push(next.value);
      if (batch.length < ROWS_PER_TURN) continue;
      this.write(batch);
      batch = [];
      await this.yieldTurn();
    }
  }

  private *read(direction: Direction, from: number | null, to: number | null): Generator<Row, undefined> {
    const { name, columns, key } = this.table;
    const range = from === null ? '' : `WHERE ${key[0] ?? ''} BETWEEN ? AND ?`;
    const order = key.map(column => `${column} ${direction}`).join(', ');
    const select = this.from.prepare(
      `SELECT ${columns.join(', ')} FROM "${name}" ${range} ORDER BY ${order}`,
    );
    select.setReturnArrays(true);
    const bounds = from === null || to === null ? [] : [Math.min(from, to), Math.max(from, to)];
    yield* select.iterate(...bounds) as unknown as Iterable<Row>;
    return undefined;
  }

  /** NaN for what is no number where one should be; null where keys are no numbers. */
  private keyOf(row: Row): number | null {
    if (!this.table.hasNumberKey) return null;
    const key = row[this.keyAt];
    return typeof key === 'number' ? key : Number.NaN;
  }

  private write(rows: readonly Row[]): void {
    if (rows.length === 0) return;
    this.to.exec('BEGIN');
    for (const row of rows) this.writeRow(row);
    this.to.exec('COMMIT');
  }

  private writeRow(row: Row): void {
    try {
      const isNew = Number(this.insert.run(...row).changes) > 0;
      if (isNew) this.rows++;
      // What is ignored may be known already, or lack a value that it must have.
      if (isNew || this.isThere(row)) this.endUnfit(this.keyOf(row));
      else this.isAmongUnfit = true;
    } catch (error) {
      // A value of a wrong type: the row was overwritten.
      if (!isUnfit(error)) throw error;
      this.isAmongUnfit = true;
    }
  }

  private endUnfit(key: number | null): void {
    if (this.isAmongUnfit && this.fit !== null && key !== null) {
      this.unfit.push({ after: Math.min(this.fit, key), before: Math.max(this.fit, key) });
    }
    this.isAmongUnfit = false;
    this.fit = key;
  }

  private isThere(row: Row): boolean {
    return this.find.get(row[this.keyAt] ?? null) !== undefined;
  }
}

/** null where it cannot be read. */
function nextOf(rows: Iterator<Row>): IteratorResult<Row, undefined> | null {
  try {
    return rows.next() as IteratorResult<Row, undefined>;
  } catch {
    return null;
  }
}

function isBetween(key: number, a: number | null, b: number | null): boolean {
  if (a === null || b === null) return true;
  return key >= Math.min(a, b) && key <= Math.max(a, b);
}

/** SQLITE_CONSTRAINT and SQLITE_MISMATCH. */
function isUnfit(error: unknown): boolean {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
  return code === 19 || code === 20;
}
