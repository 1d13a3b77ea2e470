import type { Correction } from '../activity/correction.ts';
import { intersect, lengthOf, type Interval } from '../activity/interval.ts';
import type { Span } from '../activity/span.ts';
import type { Day, DayPiece } from '../stats/day.ts';
import { nameOrId, type ItemNames } from '../stats/itemNames.ts';
import { deepBlocks } from '../stats/measures.ts';
import { isSpanCounted } from './counted.ts';
import { isAmong, isInTimes } from './filter.ts';
import type { RecordFilter } from './filterSchema.ts';
import type { SpanRow } from './row.ts';

/** A span as it was recorded, and what was said of it. */
export interface RecordedSpan {
  readonly span: Span;
  readonly correction: Correction | undefined;
}

export interface SpanRowsInput {
  /** What the day came to; undefined: nothing. */
  readonly day: Day | undefined;
  /** Those that start on the day or have a part in it, in order. */
  readonly spans: readonly RecordedSpan[];
  readonly items: ItemNames;
  readonly deepBlockMs: number;
}

/** The rows of a day's spans that a filter lets through, in order; words are held against them elsewhere. */
export function spanRows(input: SpanRowsInput, filter: RecordFilter): SpanRow[] {
  const windows = windowNumbers(input.spans);
  const parts = partsOf(input, filter);
  const needsPart =
    filter.isDeep === true ||
    filter.isCounted === true ||
    (filter.items !== undefined && !filter.isCorrected);
  return input.spans.flatMap(recorded => {
    const { span, correction } = recorded;
    const part = parts.get(span.id);
    if (!part && (needsPart || !isInTimes(filter, span))) return [];
    if (filter.isCorrected ? !correction : correction?.isHidden) return [];
    const row = rowOf(recorded, part, input.items, windows.get(span.window) ?? 0);
    const isCounted = isSpanCounted(filter, { ...span, project: row.project });
    return isCounted && isWanted(row, filter) ? [row] : [];
  });
}

/** What of a day's time belongs to a span. */
interface Part {
  ms: number;
  pauseMs: number;
  readonly items: Set<string>;
}

function partsOf({ day, items, deepBlockMs }: SpanRowsInput, filter: RecordFilter): Map<number, Part> {
  const deep = filter.isDeep ? deepBlocks(day?.blocks ?? [], deepBlockMs) : null;
  const { times } = filter;
  const frames = times ? intersect(deep ?? [times], [times]) : deep;
  const parts = new Map<number, Part>();
  for (const piece of day?.pieces ?? []) {
    const item = piece.item === null ? null : nameOrId(items, piece.item).key;
    const ms = frames ? lengthIn(frames, piece) : piece.end - piece.start;
    if (!piece.span || ms === 0 || !isAmong(filter.items, item)) continue;
    const part = parts.get(piece.span.id) ?? { ms: 0, pauseMs: 0, items: new Set() };
    parts.set(piece.span.id, part);
    part.ms += ms;
    if (piece.isGap) part.pauseMs += ms;
    if (item !== null) part.items.add(item);
  }
  return parts;
}

function lengthIn(frames: readonly Interval[], { start, end }: DayPiece): number {
  return lengthOf(intersect([{ start, end }], frames));
}

function rowOf(
  { span, correction }: RecordedSpan,
  part: Part | undefined,
  names: ItemNames,
  window: number,
): SpanRow {
  const { start, end, id, activity, doc, branch, edits, inserted, deleted } = span;
  const given = correction?.item == null ? [] : [nameOrId(names, correction.item).key];
  return {
    kind: 'span',
    key: { start, id },
    ...{ start, end, activity, branch, edits, inserted, deleted, window },
    countedMs: part?.ms ?? 0,
    pauseMs: part?.pauseMs ?? 0,
    project: correction?.project === undefined ? span.project : correction.project,
    path: doc?.path ?? null,
    language: doc?.language ?? null,
    items: [...(part?.items ?? given)].join(', '),
    correction: correction
      ? {
          isDeleted: correction.isHidden,
          recordedProject: correction.project === undefined ? undefined : span.project,
          isItemGiven: correction.item !== undefined,
        }
      : null,
  };
}

function isWanted({ activity, project, branch, language }: SpanRow, filter: RecordFilter): boolean {
  return (
    (filter.activities?.includes(activity) ?? true) &&
    isAmong(filter.projects, project) &&
    isAmong(filter.branches, branch) &&
    isAmong(filter.languages, language)
  );
}

/** By label, as they come; none where the day knows only one. */
function windowNumbers(spans: readonly RecordedSpan[]): ReadonlyMap<string, number> {
  const labels = new Set(spans.map(({ span }) => span.window));
  return labels.size < 2 ? new Map() : new Map([...labels].map((label, index) => [label, index + 1]));
}
