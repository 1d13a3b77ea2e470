import type { Interval } from '../../core/activity/interval.ts';
import type { TodayView } from '../../core/messages/today.ts';

const HOUR_MS = 3_600_000;
/** A short morning is not drawn as wide as a whole day. */
const LEAST_HOURS = 8;
const WORKDAY = { from: 8, to: 18 };

/** The part of the day to draw: whole hours around what happened and now, at least eight of them. */
export function visibleRange(
  { start, end, pieces, sessions }: Pick<TodayView, 'start' | 'end' | 'pieces' | 'sessions'>,
  now: number,
): Interval {
  const hours = Math.ceil((end - start) / HOUR_MS);
  const nowHours = now >= start && now < end ? [(now - start) / HOUR_MS] : [];
  const ends = [pieces[0], pieces.at(-1), sessions[0], sessions.at(-1)].filter(each => each !== undefined);
  const happened =
    ends.length > 0
      ? ends.flatMap(each => [(each.start - start) / HOUR_MS, (each.end - start) / HOUR_MS])
      : [WORKDAY.from, WORKDAY.to];
  const shown = [...happened, ...nowHours];
  let from = Math.floor(Math.min(...shown));
  let to = Math.ceil(Math.max(...shown));
  // Widen to the evening first: what comes is still to be filled.
  to = Math.min(hours, Math.max(to, from + LEAST_HOURS));
  from = Math.max(0, Math.min(from, to - LEAST_HOURS));
  return { start: start + from * HOUR_MS, end: Math.min(end, start + to * HOUR_MS) };
}
