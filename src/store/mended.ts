import type { DatabaseSync } from 'node:sqlite';
import { intersect, union, type Interval } from '../core/activity/interval.ts';
import { Connection } from './connection.ts';
import { migrate } from './migrate.ts';
import { salvagePages } from './pageSalvage.ts';
import { copyTable, EVERYTHING, type Hole } from './salvage.ts';
import { loadSqlite } from './sqlite.ts';
import { AUXILIARY, tablesToCopy, type TableShape } from './tableShape.ts';
import { inThread, type Step } from './thread.ts';

const DICTIONARIES = ['project', 'language', 'branch', 'item', 'window', 'file'] as const;
const COUNTER = 'counter';

/** Where numbers of spans are missing: the spans before and after. */
const GAPS = `SELECT before, start FROM (
    SELECT id, start, lag(id) OVER numbers AS id_before, lag(start) OVER numbers AS before
    FROM span WINDOW numbers AS (ORDER BY id))
  WHERE id > id_before + 1`;
const ENDS = `SELECT min(id) AS lowest, max(id) AS highest, min(start) AS first, max(start) AS last FROM span`;

/** A record that is put together anew from what others still have. It begins with the schema of a version, and empty. */
export class MendedRecord {
  private readonly path: string;
  private readonly database: DatabaseSync;
  private readonly connection: Connection;
  private readonly yieldTurn: () => Promise<void>;
  /** What is still missing, by table. */
  private holes = new Map<string, readonly Hole[]>();
  /** The numbers that were given out, as far as any source knows them. */
  private readonly given = new Map<string, number>();

  private constructor(path: string, database: DatabaseSync, yieldTurn: () => Promise<void>) {
    this.path = path;
    this.database = database;
    this.connection = new Connection(database);
    this.yieldTurn = yieldTurn;
  }

  static async create(path: string, version: number, yieldTurn: () => Promise<void>): Promise<MendedRecord> {
    const { DatabaseSync } = await loadSqlite();
    const database = new DatabaseSync(path);
    // Until it is whole it is of no use to anybody: what it is written to last is made safe at the end.
    database.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF');
    const made = new MendedRecord(path, database, yieldTurn);
    await migrate(made.connection, version);
    for (const { name } of made.tables()) made.holes.set(name, [EVERYTHING]);
    return made;
  }

  /** Nothing is missing that a source could fill in. */
  get isWhole(): boolean {
    return [...this.holes.values()].every(holes => holes.length === 0);
  }

  /** Between which starts of spans some may be missing. */
  get missingTime(): Interval[] {
    return (this.holes.get('span') ?? []).map(({ after, before }) => ({ start: after, end: before }));
  }

  /** Fills in what is missing from `source`, as far as it can be read. Answers how many rows of the record that were. */
  async take(source: DatabaseSync): Promise<number> {
    let rows = 0;
    this.takeNumbers(source);
    for (const table of this.tables()) {
      const within = this.holes.get(table.name) ?? [];
      if (within.length === 0) continue;
      const copied = await copyTable(source, this.database, table, { within, yieldTurn: this.yieldTurn });
      this.holes.set(table.name, copied.holes);
      if (!AUXILIARY.has(table.name)) rows += copied.rows;
    }
    return rows;
  }

  /**
   * As `take`, from the pages of a file that has been taken from already: from those to which no way leads any more. What spans
   * are missing after that is told from their numbers.
   */
  async takePages(file: string, pageBytes: number): Promise<number> {
    const missing = this.tables().map(table => ({ table, holes: this.holes.get(table.name) ?? [] }));
    const found = await salvagePages(file, pageBytes, this.database, missing, this.yieldTurn);
    let rows = 0;
    for (const [name, count] of found) if (!AUXILIARY.has(name)) rows += count;
    if ((found.get('span') ?? 0) > 0) this.holes.set('span', await this.holesByNumber());
    return rows;
  }

  /** The holes of spans, without the time in which their numbers have no gap. */
  private async holesByNumber(): Promise<Hole[]> {
    const { path } = this;
    const { rows } = await inThread({ path, steps: [{ sql: GAPS }] });
    const gaps = rows
      .map(gap => [Number(gap['before']), Number(gap['start'])])
      .map(([a = 0, b = 0]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    const { rows: ends } = await inThread({ path, steps: [{ sql: ENDS }] });
    const [first, last, lowest, highest] = ['first', 'last', 'lowest', 'highest'].map(end =>
      Number(ends[0]?.[end]),
    );
    if (lowest !== 1) gaps.push({ start: -Infinity, end: first ?? Infinity });
    const isAtEnd = (highest ?? 0) + 1 === this.given.get(`${COUNTER}.next_span`);
    if (!isAtEnd) gaps.push({ start: last ?? -Infinity, end: Infinity });
    const holes = intersect(union(this.missingTime), union(gaps));
    return holes.map(({ start, end }) => ({ after: start, before: end }));
  }

  /** Brings the schema up to date. What it adds is not missing: no source of before had it. */
  update(): Promise<void> {
    return migrate(this.connection);
  }

  /** Makes sure that no number is given twice, and closes the file. */
  async finish(): Promise<void> {
    const tables = this.tables();
    this.connection.close();
    await inThread({ path: this.path, steps: [], transactions: [numberSteps(tables, this.given)] });
  }

  close(): void {
    this.connection.close();
  }

  private tables(): TableShape[] {
    return tablesToCopy(this.database).filter(({ name }) => name !== COUNTER);
  }

  private takeNumbers(source: DatabaseSync): void {
    const note = (name: string, value: unknown) => {
      if (typeof value === 'number') this.given.set(name, Math.max(value, this.given.get(name) ?? 0));
    };
    for (const sql of ['SELECT * FROM counter', 'SELECT name, seq FROM sqlite_sequence']) {
      try {
        for (const row of source.prepare(sql).all()) {
          if ('seq' in row) note(String(row['name']), row['seq']);
          else for (const [column, value] of Object.entries(row)) note(`${COUNTER}.${column}`, value);
        }
      } catch {
        // What cannot be read is found from the rows that hold the numbers.
      }
    }
  }
}

/** Sets every counter past all numbers that rows hold or that were given out. */
function numberSteps(tables: readonly TableShape[], given: ReadonlyMap<string, number>): Step[] {
  const steps: Step[] = [];
  for (const name of [...DICTIONARIES, ...tables.filter(isNumbered).map(table => table.name)]) {
    const holders = tables.filter(table => table.columns.includes(name)).map(table => [table.name, name]);
    const highest = [[name, 'id'], ...holders].map(
      ([table = '', column = '']) => `coalesce((SELECT max("${column}") FROM "${table}"), 0)`,
    );
    steps.push(
      { sql: 'DELETE FROM sqlite_sequence WHERE name = ?', values: [name] },
      {
        sql: `INSERT INTO sqlite_sequence (name, seq) VALUES (?, max(?, ${highest.join(', ')}))`,
        values: [name, given.get(name) ?? 0],
      },
    );
  }
  const counted = (column: string) => given.get(`${COUNTER}.${column}`) ?? 1;
  steps.push({
    sql: `UPDATE counter SET generation = ?1 + 1,
      next_span = max(?2, 1 + coalesce((SELECT max(id) FROM span), 0)),
      next_fact = max(?3, 1 + coalesce((SELECT max(id) FROM (
        SELECT id FROM event UNION ALL SELECT id FROM away UNION ALL SELECT id FROM suspend)), 0)),
      next_task = max(?4, 1 + (SELECT count(*) FROM task))`,
    values: ['generation', 'next_span', 'next_fact', 'next_task'].map(counted),
  });
  return steps;
}

/** Tables beside the dictionaries whose numbers SQLite gives out. */
function isNumbered({ name }: TableShape): boolean {
  return name === 'session';
}
