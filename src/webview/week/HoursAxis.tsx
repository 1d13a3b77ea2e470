interface HoursAxisProps {
  readonly hours: readonly number[];
  readonly y: (hours: number) => number;
  readonly width: number;
  /** Room for the labels. */
  readonly left: number;
}

/** A labelled line for every few hours. */
export function HoursAxis({ hours, y, width, left }: HoursAxisProps) {
  return (
    <g aria-hidden="true">
      {hours.map(hour => (
        <g key={hour}>
          <line
            class="grid-line"
            x1={left}
            x2={width}
            y1={Math.round(y(hour)) + 0.5}
            y2={Math.round(y(hour)) + 0.5}
          />
          {hour > 0 && (
            <text class="tick-label" x={left - 6} y={y(hour) + 4} text-anchor="end">
              {hour} h
            </text>
          )}
        </g>
      ))}
    </g>
  );
}
