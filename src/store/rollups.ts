import type { DayBlock, DayNumbers } from '../core/stats/day.ts';
import type { Connection, Statement } from './connection.ts';
import { dateNumber, isoDate } from './dates.ts';
import type { Names } from './dictionary.ts';

/** How a sealed day stands. One that is dirty, or computed by another rule, is read from rows until it is sealed again. */
export interface SealState {
  /** ISO date. */
  readonly date: string;
  readonly start: number;
  readonly end: number;
  /** The rule it was computed by. */
  readonly idleAfterMs: number;
  /** A row was written since that may change it. */
  readonly isDirty: boolean;
}

export interface SealedDay extends DayNumbers {
  readonly idleAfterMs: number;
  readonly isDirty: boolean;
}

export interface SealedBlock extends DayBlock {
  /** ISO date. */
  readonly date: string;
}

type DayRow = readonly [
  ...(readonly [date: number, start: number, until: number]),
  ...(readonly [activeMs: number, gapMs: number, idleMs: number, awayMs: number, restMs: number]),
  ...(readonly [waitingMs: number, switches: number]),
  ...(readonly [typed: number, bulk: number, program: number, undo: number]),
  ...(readonly [idleAfterMs: number, isDirty: number]),
];
type BlockRow = readonly [
  ...(readonly [date: number, start: number, until: number]),
  ...(readonly [project: number, item: number, branch: number, activeMs: number]),
];
type SealRow = readonly [date: number, start: number, until: number, idleAfterMs: number, isDirty: number];

/** Reads what sealed days were rolled up to; long ranges of it are read by `LongRollups`. Ranges are of ISO dates, both ends included. */
export class Rollups {
  private readonly names: Names;
  private readonly selectSeals: Statement<SealRow>;
  private readonly selectDays: Statement<DayRow>;
  private readonly selectBlocks: Statement<BlockRow>;

  constructor(connection: Connection, names: Names) {
    this.names = names;
    const inRange = 'date >= ?1 AND date <= ?2';
    this.selectSeals = connection.statement(
      `SELECT date, start, until, idle_after_ms, is_dirty FROM day WHERE ${inRange} ORDER BY date`,
    );
    this.selectDays = connection.statement(
      `SELECT date, start, until, active_ms, gap_ms, idle_ms, away_ms, rest_ms, waiting_ms, switches, typed, bulk, program,
         undo, idle_after_ms, is_dirty
       FROM day WHERE ${inRange} AND is_listed = 1 ORDER BY date`,
    );
    this.selectBlocks = connection.statement(
      `SELECT date, start, until, project, item, branch, active_ms FROM block
       WHERE ${inRange} AND until - start >= ?3 ORDER BY date, start`,
    );
  }

  /** Every sealed day, also those on which nothing happened. */
  seals(from: string, to: string): SealState[] {
    return this.selectSeals
      .all(dateNumber(from), dateNumber(to))
      .map(([date, start, end, idleAfterMs, isDirty]) => ({
        date: isoDate(date),
        start,
        end,
        idleAfterMs,
        isDirty: isDirty === 1,
      }));
  }

  /** The sealed days on which something happened. */
  days(from: string, to: string): SealedDay[] {
    return this.selectDays.all(dateNumber(from), dateNumber(to)).map(row => {
      const [date, start, end, activeMs, gapMs, idleMs, awayMs, restMs, waitingMs, switches, ...others] = row;
      const [typed, bulk, program, undo, idleAfterMs, isDirty] = others;
      return {
        ...{ date: isoDate(date), start, end },
        ...{ activeMs, gapMs, idleMs, awayMs, restMs, waitingMs, switches },
        ...{ edits: { typed, bulk, program, undo }, idleAfterMs, isDirty: isDirty === 1 },
      };
    });
  }

  /** Blocks of at least `minMs`, in order. */
  blocks(from: string, to: string, minMs: number): SealedBlock[] {
    return this.selectBlocks
      .all(dateNumber(from), dateNumber(to), minMs)
      .map(([date, start, end, project, item, branch, activeMs]) => ({
        date: isoDate(date),
        start,
        end,
        project: this.names.project.nameOf(project),
        item: this.names.item.nameOf(item),
        branch: this.names.branch.nameOf(branch),
        activeMs,
      }));
  }
}
