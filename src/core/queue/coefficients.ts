/**
 * What each reason weighs. The base is taskwarrior's urgency with its defaults (`urgency.….coefficient`); `fits` and `breaksUp`
 * are added to it.
 */
export interface Coefficients {
  /** Times 0.2 to 1, by how near the day is or how long over. */
  readonly due: number;
  readonly blocking: number;
  readonly priorityHigh: number;
  readonly priorityMedium: number;
  readonly priorityLow: number;
  readonly scheduled: number;
  readonly active: number;
  /** Times 0 to 1, by how long ago it was created. */
  readonly age: number;
  /** Times 0.8, 0.9 and 1 for one label, two and more. */
  readonly tags: number;
  readonly project: number;
  readonly fits: number;
  readonly waiting: number;
  readonly blocked: number;
  readonly breaksUp: number;
}

export const DEFAULT_COEFFICIENTS: Coefficients = {
  due: 12,
  blocking: 8,
  priorityHigh: 6,
  priorityMedium: 3.9,
  priorityLow: 1.8,
  scheduled: 5,
  active: 4,
  age: 2,
  tags: 1,
  project: 1,
  fits: 2,
  waiting: -3,
  blocked: -5,
  breaksUp: -2,
};
