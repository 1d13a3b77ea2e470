const DAY_MS = 86_400_000;
const AGE_DAYS = 365;

/**
 * 0.2 until 14 days before the day, 1 from 7 days after it, in a straight line between (11/15 on the day itself). Counted in
 * whole local days, so that a score stays as it is all day. Source: taskwarrior, `Task::urgency_due`.
 */
export function dueFactor(daysOver: number): number {
  const ratio = (Math.min(Math.max(daysOver, -14), 7) + 14) / 21;
  return 0.2 + 0.8 * ratio;
}

/** 0 to 1 over 365 days, in whole periods of 24 hours. Source: taskwarrior, `Task::urgency_age`. */
export function ageFactor(ageMs: number): number {
  return ageDays(ageMs) / AGE_DAYS;
}

/** Whole periods of 24 hours, as far as they count: 0 to 365. */
export function ageDays(ageMs: number): number {
  return Math.min(Math.max(Math.floor(ageMs / DAY_MS), 0), AGE_DAYS);
}

/** Source: taskwarrior, `Task::urgency_tags`. */
export function tagsFactor(count: number): number {
  return [0, 0.8, 0.9][count] ?? 1;
}

/** Whether `left` minutes fit `free` ones; null: not known. */
export function fits(left: number | null, free: number | null): boolean {
  return left !== null && free !== null && left <= free;
}

/** A stretch of deep work that is planned and not over. */
export interface PlannedBlock {
  /** Minutes until it begins; 0 where it has begun. */
  readonly inMinutes: number;
  /** Its length, or what is left of it, in minutes. */
  readonly minutes: number;
  /** The id of the item that it is meant for; null: for whatever fills it. */
  readonly item: string | null;
}

/**
 * Whether working on it now would put a switch (a change of item) into the planned block. It would not if the block is meant for
 * it, if it is finished before, or if the block is meant for nothing else and it fills all of it. Without a known end it would if
 * the block has begun and is meant for another item; otherwise nobody knows, and nothing is held against it.
 */
export function breaksUp(id: string, left: number | null, block: PlannedBlock): boolean {
  if (block.item === id) return false;
  if (left === null) return block.item !== null && block.inMinutes === 0;
  const endsBefore = left <= block.inMinutes;
  const fills = block.item === null && left >= block.inMinutes + block.minutes;
  return !endsBefore && !fills;
}
