import type { Statement } from './connection.ts';
import { dateNumber, isoDate, mondayOf } from './dates.ts';
import type { Names } from './dictionary.ts';
import type { StoreParts } from './store.ts';

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

/** Reads long ranges of what sealed days were rolled up to; loaded when somebody looks at them. ISO dates, both ends included. */
class LongRollups {
  private readonly names: Names;
  private readonly selectHeat: Statement<[date: number, activeMs: number, deepMs: number]>;
  private readonly selectFiles: Statement<[file: number, ms: number, edits: number]>;
  private readonly selectLanguages: Statement<[date: number, language: number, ms: number]>;

  constructor({ connection, names }: StoreParts) {
    this.names = names;
    const inRange = 'date >= ?1 AND date <= ?2';
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

/** For `Store.part`. */
export function longRollups(parts: StoreParts): LongRollups {
  return new LongRollups(parts);
}
