import type { DatabaseSync } from 'node:sqlite';
import { toStoreError } from './errors.ts';
import { existingFile, loadSqlite } from './sqlite.ts';
import { AUXILIARY, tablesToCopy } from './tableShape.ts';

type Cell = string | number | null;

/** A table as it can be read: columns, how many rows at most, and these one by one. */
export interface SourceTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly count: number;
  readonly rows: Iterable<readonly Cell[]>;
}

const PLACE = 'project.name AS project, file.path, branch.name AS branch, window.name AS window';
const PLACE_JOINS = ['project', 'file', 'branch', 'window']
  .map(table => `LEFT JOIN ${table} ON ${table}.id = t.${table}`)
  .join(' ');

/** Tables that hold numbers of names: with the names. Times are epoch milliseconds. */
const READABLE: { readonly [table: string]: string } = {
  span: `SELECT t.id, t.start, t.start + t.ms AS "end", activity.name AS activity, language.name AS language, ${PLACE},
      t.offset, t.edits, t.inserted, t.deleted, t.lulls
    FROM span t JOIN activity ON activity.id = t.activity LEFT JOIN language ON language.id = t.language ${PLACE_JOINS}
    ORDER BY t.start, t.id`,
  event: `SELECT t.id, t.at, t.kind, t.detail, ${PLACE} FROM event t ${PLACE_JOINS} ORDER BY t.id`,
  away: `SELECT t.id, t.at, t.start, t.until AS "end", t.kind AS "as", ${PLACE} FROM away t ${PLACE_JOINS} ORDER BY t.id`,
  suspend: `SELECT t.id, t.since, t.at, ${PLACE} FROM suspend t ${PLACE_JOINS} ORDER BY t.id`,
  tally: `SELECT t.slot * 300000 AS "from", t.typed, t.bulk, t.program, t.undo, t.inserted, t.deleted,
      language.name AS language, project.name AS project, file.path, branch.name AS branch, window.name AS window
    FROM tally t LEFT JOIN file ON file.id = t.file LEFT JOIN project ON project.id = file.project
      LEFT JOIN language ON language.id = t.language LEFT JOIN branch ON branch.id = t.branch
      LEFT JOIN window ON window.id = t.window
    ORDER BY t.slot`,
  correction: `SELECT t.start, t.span, t.at, t.hidden, project.name AS project, t.project = 0 AS no_project, item.name AS item,
      t.item = 0 AS no_item
    FROM correction t LEFT JOIN project ON project.id = t.project LEFT JOIN item ON item.id = t.item
    ORDER BY t.start, t.span`,
};

/** Counting millions of rows takes long: it is as many as there ever were. */
const COUNTS: { readonly [table: string]: string } = { span: 'SELECT next_span - 1 AS n FROM counter' };

/** As the view `spans`, which sorting by time would make SQLite read whole before the first row. */
const LOCAL_SPANS = `SELECT t.id, datetime(t.start / 1000 + t.offset * 60, 'unixepoch') AS start,
    datetime((t.start + t.ms) / 1000 + t.offset * 60, 'unixepoch') AS until, t.ms / 1000.0 AS seconds,
    activity.name AS activity, project.name AS project, file.path, language.name AS language, branch.name AS branch,
    t.edits, t.inserted, t.deleted, window.name AS window
  FROM span t LEFT JOIN correction c ON c.start = t.start AND c.span = t.id
    JOIN activity ON activity.id = t.activity
    LEFT JOIN project ON project.id = coalesce(c.project, t.project)
    LEFT JOIN file ON file.id = t.file LEFT JOIN language ON language.id = t.language
    LEFT JOIN branch ON branch.id = t.branch LEFT JOIN window ON window.id = t.window
  WHERE coalesce(c.hidden, 0) = 0
  ORDER BY t.start, t.id`;

/** What is read from the record to be taken elsewhere: all of one instant, whatever is written meanwhile. */
export class ExportSource {
  private readonly database: DatabaseSync;

  private constructor(database: DatabaseSync) {
    this.database = database;
  }

  /** To be closed afterwards. Rejects with a `StoreError`. */
  static async open(path: string): Promise<ExportSource> {
    const { DatabaseSync } = await loadSqlite();
    try {
      const database = new DatabaseSync(existingFile(path));
      database.exec('BEGIN');
      // Only with the first reading does the instant begin.
      database.prepare('SELECT count(*) FROM sqlite_schema').get();
      return new ExportSource(database);
    } catch (error) {
      throw toStoreError(error);
    }
  }

  /** Everything that was recorded or written by the user, one table for each kind. Names stand instead of their numbers. */
  tables(): SourceTable[] {
    return tablesToCopy(this.database)
      .filter(({ name }) => !AUXILIARY.has(name))
      .map(({ name }) => this.table(name, READABLE[name] ?? `SELECT * FROM "${name}"`, name));
  }

  /** Spans for reading by hand: names, local times, seconds; in the order of time. */
  spans(): SourceTable {
    return this.table('spans', LOCAL_SPANS, 'span');
  }

  close(): void {
    this.database.close();
  }

  private table(name: string, sql: string, counted: string): SourceTable {
    const statement = this.database.prepare(sql);
    const columns = statement.columns().map(column => column.name);
    const count = Number(
      this.database.prepare(COUNTS[counted] ?? `SELECT count(*) AS n FROM "${counted}"`).get()?.['n'],
    );
    statement.setReturnArrays(true);
    // Each value is of one of these types: no table holds blobs.
    return {
      name,
      columns,
      count,
      rows: { [Symbol.iterator]: () => statement.iterate() } as unknown as Iterable<Cell[]>,
    };
  }
}
