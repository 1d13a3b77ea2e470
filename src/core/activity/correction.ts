import type { Span } from './span.ts';

/** Tells a recorded span from every other. */
export interface SpanKey {
  /** Epoch milliseconds. */
  readonly start: number;
  readonly id: number;
}

/** What the developer says of a span afterwards. Of what is undefined, the record holds. */
export interface Correction {
  /** It was deleted: it counts nowhere, as if it had never been. */
  readonly isHidden: boolean;
  /** Its time belongs to this project; null: to none. */
  readonly project: string | null | undefined;
  /** Its time belongs to this item of the queue, by id; null: to none. */
  readonly item: string | null | undefined;
}

export const NO_CORRECTION: Correction = { isHidden: false, project: undefined, item: undefined };

export function isSameCorrection(a: Correction, b: Correction): boolean {
  return a.isHidden === b.isHidden && a.project === b.project && a.item === b.item;
}

/** The spans as every number takes them, in their order: without the deleted ones, the others with what they were given to. */
export function correctSpans(
  spans: readonly Span[],
  correctionOf: (span: Span) => Correction | undefined,
): Span[] {
  const kept: Span[] = [];
  for (const span of spans) {
    const correction = correctionOf(span);
    if (!correction?.isHidden) kept.push(correction ? correctSpan(span, correction) : span);
  }
  return kept;
}

/** A span with what it was given to. Its document stays what it is. */
export function correctSpan(span: Span, { project, item }: Correction): Span {
  return {
    ...span,
    ...(project === undefined ? {} : { project }),
    ...(item === undefined ? {} : { item }),
  };
}
