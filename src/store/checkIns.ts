import { CHECK_IN_LEVELS, saysNothing, type CheckInLevel } from '../core/checkIn.ts';
import type { CheckIn } from '../core/messages/checkIn.ts';
import type { Connection, Statement } from './connection.ts';
import { dateNumber, isoDate } from './dates.ts';

type CheckInRow = readonly [
  date: number,
  energy: string | null,
  flow: string | null,
  satisfaction: string | null,
  sentence: string,
];

/** Whether the check-in of a day was asked for: `stands` until it is answered or put off. */
export type Asking = 'never' | 'stands' | 'notToday';

/** What was said of days, and for which of them it was asked. Dates are ISO dates. Writing throws `StoreBusy`. */
export class CheckInTable {
  private readonly connection: Connection;
  private readonly select: Statement<CheckInRow>;
  private readonly upsert: Statement;
  private readonly remove: Statement;
  private readonly selectAsked: Statement<[answer: string | null]>;
  private readonly insertAsked: Statement;
  private readonly putOff: Statement;

  constructor(connection: Connection) {
    this.connection = connection;
    this.select = connection.statement(
      'SELECT date, energy, flow, satisfaction, sentence FROM check_in WHERE date >= ? AND date <= ? ORDER BY date',
    );
    this.upsert = connection.statement(
      `INSERT INTO check_in (date, at, energy, flow, satisfaction, sentence) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (date) DO UPDATE SET at = excluded.at, energy = excluded.energy, flow = excluded.flow,
         satisfaction = excluded.satisfaction, sentence = excluded.sentence`,
    );
    this.remove = connection.statement('DELETE FROM check_in WHERE date = ?');
    this.selectAsked = connection.statement('SELECT answer FROM check_in_asked WHERE date = ?');
    this.insertAsked = connection.statement(
      'INSERT INTO check_in_asked (date) VALUES (?) ON CONFLICT DO NOTHING',
    );
    this.putOff = connection.statement(
      `INSERT INTO check_in_asked (date, answer) VALUES (?, 'notToday')
       ON CONFLICT (date) DO UPDATE SET answer = excluded.answer`,
    );
  }

  /** Both ends included; in order of date. */
  between(from: string, to: string): CheckIn[] {
    return this.select.all(dateNumber(from), dateNumber(to)).map(toCheckIn);
  }

  of(date: string): CheckIn | null {
    return this.between(date, date)[0] ?? null;
  }

  /** Puts what is said of a day in place of what was said before; nothing at all takes it back. `at` in epoch milliseconds. */
  say(checkIn: CheckIn, at: number): void {
    const { energy, flow, satisfaction, sentence } = checkIn;
    const date = dateNumber(checkIn.date);
    this.connection.immediate(() => {
      if (saysNothing(checkIn)) this.remove.run(date);
      else this.upsert.run(date, Math.round(at), energy, flow, satisfaction, sentence);
    });
  }

  asking(date: string): Asking {
    const row = this.selectAsked.get(dateNumber(date));
    if (!row) return 'never';
    return row[0] === null ? 'stands' : 'notToday';
  }

  /** Lets the question of a day stand, unless it was put before. To be called within a transaction. */
  ask(date: string): void {
    this.insertAsked.run(dateNumber(date));
  }

  /** Not today: in every window. */
  skip(date: string): void {
    this.connection.immediate(() => {
      this.putOff.run(dateNumber(date));
    });
  }
}

function toCheckIn([date, energy, flow, satisfaction, sentence]: CheckInRow): CheckIn {
  return {
    date: isoDate(date),
    energy: toLevel(energy),
    flow: toLevel(flow),
    satisfaction: toLevel(satisfaction),
    sentence,
  };
}

function toLevel(word: string | null): CheckInLevel | null {
  return CHECK_IN_LEVELS.find(level => level === word) ?? null;
}
