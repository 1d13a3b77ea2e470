import type { Activity } from '../activity/span.ts';
import type { DayPiece } from './day.ts';

/** Some active time, and all that it can be divided by. */
export interface Portion {
  readonly activity: Activity;
  readonly project: string | null;
  readonly branch: string | null;
  /** null: on no document. */
  readonly language: string | null;
  /** The id of the queue's item that was in work. */
  readonly item: string | null;
  readonly ms: number;
  /** The part of `ms` that lies between spans (the gap rule); null where that was not kept. */
  readonly gapMs: number | null;
}

/** The active time of a day. */
export function portionsOf(pieces: readonly DayPiece[]): Portion[] {
  const portions: Portion[] = [];
  for (const { span, item, isGap, start, end } of pieces) {
    if (!span) continue;
    const { activity, project, branch, doc } = span;
    const ms = end - start;
    const language = doc?.language ?? null;
    portions.push({ activity, project, branch, language, item, ms, gapMs: isGap ? ms : 0 });
  }
  return portions;
}

/** The time in work on items that `isMeant`, in milliseconds. */
export function itemMs(portions: readonly Portion[], isMeant: (item: string) => boolean): number {
  let sum = 0;
  for (const { item, ms } of portions) if (item !== null && isMeant(item)) sum += ms;
  return sum;
}
