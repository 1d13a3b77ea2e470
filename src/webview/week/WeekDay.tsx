import type { WeekDayView } from '../../core/messages/week.ts';
import { WeekDayShape, type WeekDayShapeProps } from './WeekDayShape.tsx';
import { weekDayName, weekDayText } from './weekDayText.ts';

interface WeekDayProps extends WeekDayShapeProps {
  readonly isInTabOrder: boolean;
  readonly onPoint: () => void;
  readonly onFocus: () => void;
  readonly onOpen?: (date: string) => void;
}

/** A day of the week, with a name for readers of the screen: a button where it can be looked at. */
export function WeekDay({ isInTabOrder, onPoint, onFocus, onOpen, ...shape }: WeekDayProps) {
  const { day } = shape;
  const open = day.isToCome ? undefined : onOpen;
  return (
    <g
      class={open ? 'day day-button' : 'day'}
      role={roleOf(day, onOpen !== undefined)}
      tabindex={isInTabOrder ? 0 : -1}
      aria-label={`${weekDayName(day)}: ${weekDayText(day)}`}
      onPointerEnter={onPoint}
      onFocus={() => {
        onFocus();
        onPoint();
      }}
      onClick={() => open?.(day.date)}
      onKeyDown={event => {
        if (!open || (event.key !== 'Enter' && event.key !== ' ')) return;
        event.preventDefault();
        open(day.date);
      }}
    >
      <WeekDayShape {...shape} />
    </g>
  );
}

function roleOf({ isToCome }: WeekDayView, canOpen: boolean): 'listitem' | 'button' | 'img' {
  if (!canOpen) return 'listitem';
  return isToCome ? 'img' : 'button';
}
