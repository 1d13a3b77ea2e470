import { correctSpans, type Correction } from '../core/activity/correction.ts';
import type { Span } from '../core/activity/span.ts';
import type { Connection, Statement } from './connection.ts';
import type { Names } from './dictionary.ts';

export type CorrectionRow = readonly [
  ...(readonly [start: number, span: number]),
  ...(readonly [hidden: number, project: number | null, item: number | null]),
];

/** Of such a row. */
export const CORRECTION_COLUMNS = 'start, span, hidden, project, item';
/** A row of `span` that counts. */
export const IS_SHOWN = `NOT EXISTS (
  SELECT 1 FROM correction WHERE correction.start = span.start AND correction.span = span.id AND correction.hidden = 1)`;

/** Reads the table `correction`: what is laid over the recorded spans, which stay as they are. `Correcting` writes it. */
export class CorrectionTable {
  private readonly names: Names;
  private readonly selectBetween: Statement<CorrectionRow>;
  private readonly selectVersion: Statement<[corrections: number]>;

  constructor(connection: Connection, names: Names) {
    this.names = names;
    this.selectBetween = connection.statement(
      `SELECT ${CORRECTION_COLUMNS} FROM correction WHERE start >= ? AND start <= ?`,
    );
    this.selectVersion = connection.statement('SELECT corrections FROM counter');
  }

  /** By span id: those of spans that start in `[from, to]`. */
  between(from: number, to: number): ReadonlyMap<number, Correction> {
    const rows = this.selectBetween.all(from, to);
    if (rows.length === 0) return NONE;
    return new Map(rows.map(row => [row[1], toCorrection(row, this.names)]));
  }

  /** Spans that start in `[from, to]` as every number takes them, in their order. */
  correct(spans: readonly Span[], from: number, to: number): readonly Span[] {
    const corrections = this.between(from, to);
    return corrections.size === 0 ? spans : correctSpans(spans, ({ id }) => corrections.get(id));
  }

  /** Changes when any window has corrected something. */
  version(): number {
    return this.selectVersion.get()?.[0] ?? 0;
  }
}

const NONE: ReadonlyMap<number, Correction> = new Map();

export function toCorrection([, , hidden, project, item]: CorrectionRow, names: Names): Correction {
  return {
    isHidden: hidden === 1,
    project: project === null ? undefined : names.project.nameOf(project),
    item: item === null ? undefined : names.item.nameOf(item),
  };
}
