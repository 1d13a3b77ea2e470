import { ACTIVITIES } from '../core/activity/span.ts';
import type { Interval } from '../core/activity/interval.ts';
import type { Portion } from '../core/stats/portions.ts';
import type { Connection, Statement } from './connection.ts';
import { dateNumber, isoDate } from './dates.ts';
import type { Names } from './dictionary.ts';

/** How long a block was, and on which day; what it was about is in `SealedBlock`. */
export interface BlockLength extends Interval {
  /** ISO date. */
  readonly date: string;
  readonly activeMs: number;
}

type ShareRow = readonly [
  ...(readonly [language: number, activity: number, project: number, branch: number, item: number]),
  ms: number,
];

/** Reads what weeks are put together from, out of the rollups of sealed days. Ranges are of ISO dates, both ends included. */
export class DayParts {
  private readonly names: Names;
  private readonly selectBlocks: Statement<[date: number, start: number, until: number, activeMs: number]>;
  private readonly selectShares: Statement<ShareRow>;

  constructor(connection: Connection, names: Names) {
    this.names = names;
    this.selectBlocks = connection.statement(
      'SELECT date, start, until, active_ms FROM block WHERE date >= ? AND date <= ? ORDER BY date, start',
    );
    this.selectShares = connection.statement(
      'SELECT language, activity, project, branch, item, ms FROM share WHERE date >= ? AND date <= ?',
    );
  }

  /** Blocks of every length, in order. */
  blocks(from: string, to: string): BlockLength[] {
    let known = { number: 0, date: '' };
    return this.selectBlocks.all(dateNumber(from), dateNumber(to)).map(([number, start, end, activeMs]) => {
      if (number !== known.number) known = { number, date: isoDate(number) };
      return { date: known.date, start, end, activeMs };
    });
  }

  /** All active time of the days. */
  portions(from: string, to: string): Portion[] {
    const { names } = this;
    return this.selectShares
      .all(dateNumber(from), dateNumber(to))
      .map(([language, activity, project, branch, item, ms]) => ({
        activity: ACTIVITIES[activity] ?? 'reading',
        project: names.project.nameOf(project),
        branch: names.branch.nameOf(branch),
        language: names.language.nameOf(language),
        item: names.item.nameOf(item),
        ms,
        gapMs: null,
      }));
  }
}
