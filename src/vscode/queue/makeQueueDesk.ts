import type { Clock } from '../../base/clock.ts';
import { zoneCalendar } from '../../core/activity/calendar.ts';
import { remainingMs } from '../../core/focus/session.ts';
import type { QueueViewInput } from '../../core/queue/queueViewer.ts';
import type { FocusKeeper } from '../../runtime/focusKeeper.ts';
import { QueueBoard } from '../../runtime/queueBoard.ts';
import type { RecordKeeper } from '../../runtime/recordKeeper.ts';
import type { UserSettings } from '../settings.ts';
import { QueueDesk, type QueueDeskPorts } from './queueDesk.ts';

export interface QueueDeskParts extends Omit<QueueDeskPorts, 'board' | 'calendar'> {
  readonly keeper: RecordKeeper;
  readonly clock: Clock;
  readonly zone: () => string;
}

/** The desk, with the board that it looks at. */
export function makeQueueDesk(parts: QueueDeskParts): QueueDesk {
  const { keeper, queue, times, focus, settings, clock, zone } = parts;
  const board = new QueueBoard(
    { keeper, queue, times },
    {
      clock,
      zone,
      rules: () => rulesOf(settings),
      plan: () => planOf(focus, settings, clock.now()),
    },
  );
  const calendar = () => keeper.readable?.calendar ?? zoneCalendar(zone());
  return new QueueDesk({ queue, board, times, focus, settings, calendar });
}

function rulesOf({ current }: UserSettings): Pick<QueueViewInput, 'coefficients' | 'sorting' | 'wipLimit'> {
  return {
    coefficients: current['queue.coefficients'],
    sorting: current['queue.sortBy'],
    wipLimit: current['queue.wipLimit'],
  };
}

/** The next free block is what is left of the session, or the one that would be started; a session under way is a deep block. */
function planOf(
  { session }: FocusKeeper,
  { current }: UserSettings,
  now: number,
): Pick<QueueViewInput, 'freeMinutes' | 'deepBlock'> {
  const left = session && session.kind !== 'break' ? remainingMs(session, now) : null;
  if (!session || left === null || left <= 0)
    return { freeMinutes: current['focus.minutes'], deepBlock: null };
  const minutes = Math.ceil(left / 60_000);
  return { freeMinutes: minutes, deepBlock: { inMinutes: 0, minutes, item: session.item } };
}
