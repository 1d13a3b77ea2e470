import type { RecordedSpan } from '../core/audit/spanRows.ts';
import type { Statement } from './connection.ts';
import type { CorrectionTable } from './corrections.ts';
import type { SpanTable } from './spans.ts';
import type { StoreParts } from './store.ts';

/** Reads the spans as they were recorded, beside what was said of them: for who wants to see, and to correct, the record itself. */
class RecordedSpans {
  private readonly spans: SpanTable;
  private readonly corrections: CorrectionTable;
  private readonly selectCount: Statement<[rows: number]>;
  private readonly selectCorrected: Statement<[rows: number]>;
  private readonly selectProjects: Statement<[name: string]>;

  constructor({ connection, spans, corrections }: StoreParts) {
    this.spans = spans;
    this.corrections = corrections;
    this.selectCount = connection.statement(
      `SELECT (SELECT count(*) FROM span WHERE start >= ?1 AND start < ?2)
         - (SELECT count(*) FROM correction WHERE start >= ?1 AND start < ?2 AND hidden = 1)`,
    );
    this.selectCorrected = connection.statement(
      'SELECT count(*) FROM correction WHERE start >= ? AND start < ?',
    );
    this.selectProjects = connection.statement('SELECT name FROM project ORDER BY name LIMIT ?');
  }

  /** How many that count start in `[from, to)`. */
  count(from: number, to: number): number {
    return this.selectCount.get(from, to)?.[0] ?? 0;
  }

  /** How many that start in `[from, to)` were corrected. */
  countCorrected(from: number, to: number): number {
    return this.selectCorrected.get(from, to)?.[0] ?? 0;
  }

  /** Those that start in `[from, to)`, deleted ones too; by start, then id. */
  between(from: number, to: number): RecordedSpan[] {
    const corrections = this.corrections.between(from, to);
    return this.spans
      .startingBetween(from, to - 1)
      .map(span => ({ span, correction: corrections.get(span.id) }));
  }

  /** Names of projects, at most so many, by name. */
  projects(most: number): string[] {
    return this.selectProjects.all(most).map(([name]) => name);
  }
}

/** For `Store.part`. */
export function recordedSpans(parts: StoreParts): RecordedSpans {
  return new RecordedSpans(parts);
}
