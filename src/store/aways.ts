import type { Fact, FactOf } from '../core/activity/facts.ts';
import { AWAY_KINDS, UNNAMED, type AwayWord } from '../core/activity/signal.ts';
import type { Connection, Statement } from './connection.ts';
import type { Counter } from './counter.ts';
import type { Names } from './dictionary.ts';
import { PLACE_COLUMNS, placeRow, toPlace, type Numbered, type PlaceRow } from './places.ts';
import type { Touched } from './touched.ts';

/** Named ranges at least this long have an index of their own, as `migrations/001` says. */
export const LONG_AWAY_MS = 86_400_000;

type AwayRow = readonly [...PlaceRow, id: number, start: number, until: number, kind: string];

const COLUMNS = `${PLACE_COLUMNS}, id, start, until, kind`;

/** Rows of the table `away`: time that the developer named. */
export class AwayTable {
  private readonly names: Names;
  private readonly counter: Counter;
  private readonly warn: (message: string) => void;
  private readonly count: Statement<[rows: number]>;
  private readonly insert: Statement;
  private readonly selectSaid: Statement<AwayRow>;
  private readonly selectStanding: Statement<AwayRow>;
  private readonly selectLast: Statement<[id: number | null]>;
  private readonly selectStarting: Statement<AwayRow>;

  constructor(connection: Connection, names: Names, counter: Counter, warn: (message: string) => void) {
    this.names = names;
    this.counter = counter;
    this.warn = warn;
    this.count = connection.statement(
      `SELECT count(*) FROM away WHERE at = ? AND window = ? AND project = ? AND branch = ? AND file = ?
         AND start = ? AND until = ? AND kind = ?`,
    );
    this.insert = connection.statement(
      `INSERT INTO away (${PLACE_COLUMNS}, start, until, kind, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.selectSaid = connection.statement(`SELECT ${COLUMNS} FROM away WHERE at >= ? AND at < ?`);
    const isCovered = (others: string) => `EXISTS (
      SELECT 1 FROM away AS later
      WHERE later.start <= away.start AND ${others} AND later.until >= away.until AND (later.at, later.id) > (away.at, away.id))`;
    this.selectStanding = connection.statement(
      `SELECT ${COLUMNS} FROM away WHERE at >= ? AND at < ? AND kind <> '${UNNAMED}'
         AND NOT ${isCovered(`later.start >= away.start - ${LONG_AWAY_MS}`)}
         AND NOT ${isCovered(`later.until - later.start >= ${LONG_AWAY_MS}`)}`,
    );
    this.selectLast = connection.statement('SELECT max(id) FROM away');
    this.selectStarting = connection.statement(`SELECT ${COLUMNS} FROM away WHERE start >= ? AND start <= ?`);
  }

  /** As `EventTable.write`. */
  write(fact: FactOf<'away'>, occurrence: number, touched: Touched): void {
    const row = [...placeRow(this.names, fact), fact.start, fact.end, fact.as];
    const known = this.count.get(...row)?.[0] ?? 0;
    if (known >= occurrence) return;
    touched.add(fact);
    this.insert.run(...row, this.counter.fact());
  }

  /** Those that were said in `[from, to)`. */
  saidBetween(from: number, to: number): Numbered<Fact>[] {
    return this.toFacts(this.selectSaid.all(from, to));
  }

  /** Those of them that still name a time: no other one was said later of all their range. */
  standingBetween(from: number, to: number): Numbered<Fact>[] {
    return this.toFacts(this.selectStanding.all(from, to));
  }

  /** The number of the one that was written last; 0: there is none. */
  lastId(): number {
    return this.selectLast.get()?.[0] ?? 0;
  }

  /** Those whose range starts in `[from, to]`, whenever they were said. */
  startingBetween(from: number, to: number): Numbered<Fact>[] {
    return this.toFacts(this.selectStarting.all(from, to));
  }

  private toFacts(rows: readonly AwayRow[]): Numbered<Fact>[] {
    const facts: Numbered<Fact>[] = [];
    for (const [at, window, project, branch, file, id, start, end, kind] of rows) {
      const place = toPlace(this.names, [at, window, project, branch, file]);
      if (isAwayWord(kind)) facts.push({ id, fact: { ...place, kind: 'away', start, end, as: kind } });
      else this.warn(`Row ${id} of the table "away" cannot be understood and is left out.`);
    }
    return facts;
  }
}

function isAwayWord(kind: string): kind is AwayWord {
  return kind === UNNAMED || (AWAY_KINDS as readonly string[]).includes(kind);
}
