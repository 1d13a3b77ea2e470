/** Measures of the timeline's picture, in pixels. */
export const TIMELINE = {
  height: 46,
  /** Where the bar begins, below the brackets. */
  top: 11,
  /** Where the line of a session lies, between the brackets and the bar. */
  session: 7,
  /** Height of the bar. */
  bar: 18,
  /** Baseline of the hours. */
  axis: 42,
  /** Where a hover begins. */
  hover: 33,
  /** Least room for an hour's label. */
  tickWidth: 30,
  /** What is shorter than it can be drawn is still seen, if nothing stands beside it. */
  leastPiece: 1,
} as const;

/** Where an instant lies in the picture. */
export type TimeScale = (at: number) => number;
