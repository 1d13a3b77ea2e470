import type { Calendar } from '../activity/calendar.ts';

/** While it lasts nothing is recorded, in any window. */
export interface Pause {
  /** Epoch milliseconds at which it ends by itself; null: it lasts until the user resumes. */
  readonly until: number | null;
}

/** How long a pause is to be: so many minutes, until the day is over, or until the user resumes. */
export type PauseLength = number | 'tomorrow' | 'open';

/** Minutes. Who wants more means no end, or another folder. */
export const LONGEST_PAUSE = 7 * 24 * 60;

/** By how many minutes a pause is made longer with one click. */
export const PAUSE_EXTENSION = 15;

/** How an endless pause stands in the record. */
const ENDLESS = 'yes';

export function pauseToText({ until }: Pause): string {
  return until === null ? ENDLESS : String(until);
}

/** null: there is none. What cannot be understood is a pause without an end, since then less is recorded, never more. */
export function pauseFromText(text: string | null): Pause | null {
  if (text === null) return null;
  const until = text === '' ? NaN : Number(text);
  return { until: Number.isFinite(until) ? until : null };
}

/** Whether it has ended by itself at `now` (epoch milliseconds). */
export function isOver({ until }: Pause, now: number): boolean {
  return until !== null && until <= now;
}

/** When a pause of that length ends that begins at `now`; null: when the user resumes. Epoch milliseconds. */
export function pauseEnd(length: PauseLength, now: number, calendar: Calendar): number | null {
  switch (length) {
    case 'open':
      return null;
    case 'tomorrow':
      return calendar.dayAt(now).end;
    default:
      return now + length * 60_000;
  }
}
