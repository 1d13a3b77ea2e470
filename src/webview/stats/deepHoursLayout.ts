/** Measures of the picture of deep hours, in pixels. */
export const DEEP_HOURS = {
  /** Room for the days' names. */
  left: 36,
  top: 2,
  /** Height of a row, with the gap below it. */
  row: 18,
  gap: 3,
  /** Room for the hours. */
  axis: 18,
  widestField: 48,
  /** Least room for an hour's name. */
  hourName: 22,
} as const;

/** Where the field of an hour begins, and how wide it is with the gap. */
export interface HourScale {
  (hour: number): number | undefined;
  bandwidth(): number;
}
