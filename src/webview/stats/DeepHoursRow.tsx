import { DEEP_HOURS, type HourScale } from './deepHoursLayout.ts';
import { deepDayText, type DeepDay, type DeepHour } from './deepDays.ts';

interface DeepHoursRowProps {
  readonly day: DeepDay;
  readonly x: HourScale;
  readonly y: number;
  /** Milliseconds of the deepest hour of all. */
  readonly most: number;
  readonly isInTabOrder: boolean;
  readonly onFocus: () => void;
  readonly onPoint: (hour: DeepHour) => void;
}

const HEIGHT = DEEP_HOURS.row - DEEP_HOURS.gap;
/** The faintest that is still told from nothing. */
const FAINTEST = 0.15;

/** The hours of a weekday. */
export function DeepHoursRow({ day, x, y, most, isInTabOrder, onFocus, onPoint }: DeepHoursRowProps) {
  const width = Math.max(1, x.bandwidth() - DEEP_HOURS.gap);
  const first = x(day.hours[0]?.hour ?? 0) ?? 0;
  return (
    <g
      class="deep-day"
      role="listitem"
      tabindex={isInTabOrder ? 0 : -1}
      aria-label={deepDayText(day)}
      onFocus={onFocus}
    >
      <rect
        class="deep-frame"
        x="-3.5"
        y={y - 1.5}
        width={first + day.hours.length * x.bandwidth() + 4}
        height={HEIGHT + 3}
      />
      <text class="day-name" x="0" y={y + 12}>
        {day.name.slice(0, 3)}
      </text>
      {day.hours.map(hour => (
        <g
          key={hour.hour}
          onPointerEnter={() => {
            onPoint(hour);
          }}
        >
          <rect class="cell" x={x(hour.hour)} y={y} width={width} height={HEIGHT} />
          {hour.ms > 0 && <Depth share={hour.ms / most} x={x(hour.hour) ?? 0} y={y} width={width} />}
        </g>
      ))}
    </g>
  );
}

/** By how much of the colour shows, and in themes of high contrast by how much of the field is filled. */
function Depth({ share, x, y, width }: { share: number; x: number; y: number; width: number }) {
  const filled = Math.max(1, Math.round(share * HEIGHT));
  return (
    <>
      <rect
        class="depth"
        x={x}
        y={y}
        width={width}
        height={HEIGHT}
        fill-opacity={FAINTEST + share * (1 - FAINTEST)}
      />
      <rect class="depth-filled" x={x} y={y + HEIGHT - filled} width={width} height={filled} />
    </>
  );
}
