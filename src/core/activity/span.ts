import type { Doc } from './signal.ts';

export const ACTIVITIES = [
  'coding',
  'reading',
  'reviewing',
  'debugging',
  'building',
  'testing',
  'terminal',
] as const;
/** What a person was doing. */
export type Activity = (typeof ACTIVITIES)[number];

/**
 * `[start, end)` of one activity on one document (or none) and branch in one window. Epoch milliseconds.
 * A closed span never changes; a lone signal is a span of 0 ms.
 */
export interface Span {
  /** Given by the store at the first write, in the order of writing over all windows; 0 before. */
  readonly id: number;
  readonly window: string;
  readonly start: number;
  readonly end: number;
  readonly activity: Activity;
  readonly doc: Doc | null;
  /** The document's project, or the window's last one for a span without a document. */
  readonly project: string | null;
  readonly branch: string | null;
  /** The item of the queue that its time was given to afterwards; null: to none; absent: whichever was in work has it. */
  readonly item?: string | null;
  /** Minutes east of UTC at `start`. */
  readonly offset: number;
  /** Edit signals merged into the span, and the characters that they inserted and deleted. */
  readonly edits: number;
  readonly inserted: number;
  readonly deleted: number;
  /**
   * Pauses of at least `LULL_MS` between two signals inside the span: start and end in turn, epoch milliseconds.
   * Waiting for a build is told from them; shorter pauses never count as waiting.
   */
  readonly lulls: readonly number[];
}

/** Pulse rule: carrying signals at most this far apart belong to one span. Source: design, section 3. */
export const PULSE_MS = 30_000;
/** A pause of at least this long can be waiting. Source: design, section 3, "Waiting". */
export const LULL_MS = 15_000;
