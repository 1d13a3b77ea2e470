import type { DayBlock, DayNumbers } from '../core/stats/day.ts';
import type { Connection, Statement } from './connection.ts';
import { dateNumber, isoDate, mondayOf } from './dates.ts';
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

/** Active time, and that in deep blocks by their whole length, in milliseconds. */
export interface HeatmapDay {
  readonly date: string;
  readonly activeMs: number;
  readonly deepMs: number;
}

export interface FileShare {
  readonly project: string | null;
  readonly path: string;
  readonly activeMs: number;
  /** Edit signals of every origin. */
  readonly edits: number;
}

export interface WeekShare {
  /** ISO date of the week's Monday. */
  readonly week: string;
  /** null: time without a document. */
  readonly language: string | null;
  readonly activeMs: number;
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

/** Reads what sealed days were rolled up to. Ranges are of ISO dates, both ends included. */
export class Rollups {
  private readonly names: Names;
  private readonly selectSeals: Statement<SealRow>;
  private readonly selectDays: Statement<DayRow>;
  private readonly selectBlocks: Statement<BlockRow>;
  private readonly selectHeat: Statement<[date: number, activeMs: number, deepMs: number]>;
  private readonly selectFiles: Statement<[file: number, ms: number, edits: number]>;
  private readonly selectLanguages: Statement<[date: number, language: number, ms: number]>;

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
    this.selectHeat = connection.statement(
      `SELECT date, active_ms, coalesce((SELECT sum(block.until - block.start) FROM block
         WHERE block.date = day.date AND block.until - block.start >= ?3), 0)
       FROM day WHERE ${inRange} AND is_listed = 1 ORDER BY date`,
    );
    this.selectFiles = connection.statement(
      `SELECT file, sum(ms) AS total, sum(edits) FROM file_share WHERE ${inRange}
       GROUP BY file ORDER BY total DESC, file LIMIT ?3`,
    );
    this.selectLanguages = connection.statement(
      `SELECT date, language, sum(ms) FROM share WHERE ${inRange} GROUP BY date, language`,
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

  /** One row for each day on which something happened. */
  heatmap(from: string, to: string, deepBlockMs: number): HeatmapDay[] {
    return this.selectHeat
      .all(dateNumber(from), dateNumber(to), deepBlockMs)
      .map(([date, activeMs, deepMs]) => ({ date: isoDate(date), activeMs, deepMs }));
  }

  /** Those of most active time first. */
  topFiles(from: string, to: string, limit: number): FileShare[] {
    return this.selectFiles.all(dateNumber(from), dateNumber(to), limit).map(([file, activeMs, edits]) => {
      const name = this.names.file.nameOf(file);
      return { project: name?.project ?? null, path: name?.path ?? '', activeMs, edits };
    });
  }

  /** In order of weeks. */
  languagesByWeek(from: string, to: string): WeekShare[] {
    const weeks = new Map<number, Map<number, number>>();
    let known = { date: 0, week: 0 };
    for (const [date, language, ms] of this.selectLanguages.all(dateNumber(from), dateNumber(to))) {
      if (date !== known.date) known = { date, week: mondayOf(date) };
      let languages = weeks.get(known.week);
      if (!languages) {
        languages = new Map<number, number>();
        weeks.set(known.week, languages);
      }
      languages.set(language, (languages.get(language) ?? 0) + ms);
    }
    return [...weeks].flatMap(([week, languages]) =>
      [...languages].map(([language, activeMs]) => ({
        week: isoDate(week),
        language: this.names.language.nameOf(language),
        activeMs,
      })),
    );
  }
}
