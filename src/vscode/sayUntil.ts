import { zoneCalendar } from '../core/activity/calendar.ts';
import { untilText } from '../core/record/pauseText.ts';
import { clockText } from '../core/text/clock.ts';
import { machineZone } from './machine.ts';

/** Until when a pause lasts, in words: "until 15:40". Empty without an end. */
export function sayUntil(until: number | null): string {
  if (until === null) return '';
  const zone = machineZone();
  return untilText(until, Date.now(), zoneCalendar(zone), clockText(zone));
}
