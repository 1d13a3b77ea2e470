import type { UsualView, WeekDayView } from '../../core/messages/week.ts';
import { formatDuration } from '../../core/text/duration.ts';
import { dayText } from '../parts/dateText.ts';

/** "Monday 16 November", "Thursday 19 November, today" */
export function weekDayName({ date, isToday }: WeekDayView): string {
  return isToday ? `${dayText(date)}, today` : dayText(date);
}

/** "6 h 10 active, 2 h 25 deep, usual 4 h 30 to 6 h 20" */
export function weekDayText({ activeMs, deepMs, usual, isToCome }: WeekDayView): string {
  const was = isToCome
    ? ['to come']
    : [`${formatDuration(activeMs)} active`, `${formatDuration(deepMs)} deep`];
  return [...was, ...(usual ? [`usual ${usualText(usual)}`] : [])].join(', ');
}

/** "4 h 30 to 6 h 20" */
export function usualText({ lowMs, highMs }: UsualView): string {
  const low = formatDuration(lowMs);
  const high = formatDuration(highMs);
  return low === high ? low : `${low} to ${high}`;
}
