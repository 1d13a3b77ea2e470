import type { Without } from './habits.ts';
import type { Strength } from './truth.ts';
import type { Scene } from './workday.ts';

/** A pattern that a rule looks for, as a person would leave it. */
export interface Pattern {
  readonly rule: string;
  /** What ordinary work leaves out on that day, lest it adds to the pattern. */
  readonly without: Without;
  /**
   * `amid`: between two calm quarters of an hour. `day`: in place of an ordinary day, which it lives from its start to its end.
   * `week`: so do Monday and Tuesday, and Wednesday is free.
   */
  readonly place: 'amid' | 'day' | 'week';
  readonly plant: (scene: Scene, strength: Strength) => void;
  /** Other rules that it gives reason to from some strength on. */
  readonly alsoShows?: { readonly rule: string; readonly from: Strength };
}

/** So many of `threshold`; never nearer to it than the strength says. */
export function countAt(threshold: number, strength: Strength): number {
  // 0.7 × 10 is a little less than 7.
  return strength < 1 ? Math.floor(threshold * strength + 1e-9) : Math.ceil(threshold * strength - 1e-9);
}
