import { DEEP_HOURS, type HourScale } from './deepHoursLayout.ts';

interface HourNamesProps {
  readonly hours: readonly number[];
  readonly x: HourScale;
  /** Baseline. */
  readonly y: number;
}

const STEPS = [1, 2, 3, 4, 6, 12];

/** The hours below their fields, as many as there is room for. */
export function HourNames({ hours, x, y }: HourNamesProps) {
  const step = STEPS.find(every => every * x.bandwidth() >= DEEP_HOURS.hourName) ?? 24;
  return (
    <g aria-hidden="true">
      {hours
        .filter((_, index) => index % step === 0)
        .map(hour => (
          <text key={hour} class="tick-label" x={x(hour)} y={y}>
            {hour}
          </text>
        ))}
    </g>
  );
}
