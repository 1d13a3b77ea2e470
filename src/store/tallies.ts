import { TALLY_MS, type Tally } from '../core/activity/facts.ts';
import type { Connection, Statement } from './connection.ts';
import type { Names } from './dictionary.ts';

type TallyRow = readonly [
  slot: number,
  window: number,
  file: number,
  language: number,
  branch: number,
  typed: number,
  bulk: number,
  program: number,
  undo: number,
  inserted: number,
  deleted: number,
];

const COLUMNS = 'slot, window, file, language, branch, typed, bulk, program, undo, inserted, deleted';
const COUNTS = ['typed', 'bulk', 'program', 'undo', 'inserted', 'deleted'];

/** Rows of the table `tally`. */
export class TallyTable {
  private readonly names: Names;
  private readonly upsert: Statement;
  private readonly selectBetween: Statement<TallyRow>;

  constructor(connection: Connection, names: Names) {
    this.names = names;
    // Totals: a repeated write is harmless and a late one cannot take anything back.
    this.upsert = connection.statement(
      `INSERT INTO tally (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET ${COUNTS.map(name => `${name} = max(${name}, excluded.${name})`).join(', ')}`,
    );
    this.selectBetween = connection.statement(
      `SELECT ${COLUMNS} FROM tally WHERE slot >= ? AND slot < ? ORDER BY slot, window, file, language, branch`,
    );
  }

  write(tally: Tally): void {
    this.upsert.run(
      Math.floor(tally.from / TALLY_MS),
      this.names.window.idOf(tally.window),
      this.names.file.idOf(tally.project, tally.path),
      this.names.language.idOf(tally.language),
      this.names.branch.idOf(tally.branch),
      tally.typed,
      tally.bulk,
      tally.program,
      tally.undo,
      tally.inserted,
      tally.deleted,
    );
  }

  /** Those whose stretch begins in `[from, to)`, by time. */
  startingBetween(from: number, to: number): Tally[] {
    return this.selectBetween
      .all(Math.ceil(from / TALLY_MS), Math.ceil(to / TALLY_MS))
      .map(row => this.toTally(row));
  }

  /** By index, for the reason that `SpanTable` gives. */
  private toTally(row: TallyRow): Tally {
    const file = this.names.file.nameOf(row[2]);
    return {
      from: row[0] * TALLY_MS,
      window: this.names.window.nameOf(row[1]) ?? '',
      project: file?.project ?? null,
      path: file?.path ?? '',
      language: this.names.language.nameOf(row[3]) ?? '',
      branch: this.names.branch.nameOf(row[4]),
      typed: row[5],
      bulk: row[6],
      program: row[7],
      undo: row[8],
      inserted: row[9],
      deleted: row[10],
    };
  }
}
