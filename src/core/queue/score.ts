import type { Blocking } from './blocking.ts';
import { DEFAULT_COEFFICIENTS, type Coefficients } from './coefficients.ts';
import { isOpen, isSnoozed, type AmountById, type Item } from './item.ts';
import { daysBetween } from './plainDate.ts';
import { ageFactor, breaksUp, dueFactor, fits, tagsFactor, type PlannedBlock } from './scoreFactors.ts';

/** What a score depends on besides the item. */
export interface ScoreContext {
  /** Epoch milliseconds. */
  readonly now: number;
  /** The local day of `now`, an ISO date. */
  readonly today: string;
  readonly blocking: Blocking;
  /** Measured time by item id, in minutes; what is not in it was not worked on. */
  readonly usedMinutes: AmountById;
  /** The length of your next free block; null where none is known. */
  readonly freeMinutes: number | null;
  /** The next one; null where none is planned. */
  readonly deepBlock: PlannedBlock | null;
}

export const TERM_NAMES = [
  'due',
  'blocking',
  'priority',
  'scheduled',
  'active',
  'age',
  'tags',
  'project',
  'fits',
  'waiting',
  'blocked',
  'breaksUp',
] as const;
export type TermName = (typeof TERM_NAMES)[number];

export interface ScoreTerm {
  readonly name: TermName;
  /** In plain words: "fits your next free block". */
  readonly label: string;
  /** Rounded to one decimal, never 0. */
  readonly value: number;
}

export interface Score {
  /** The sum of the terms as they are shown, to the decimal: nobody who adds them up finds another number. */
  readonly total: number;
  /** In the order of `TERM_NAMES`, without those that come to 0. */
  readonly terms: readonly ScoreTerm[];
}

/** How much an item presses, as a sum of named terms. One that is done or dropped does not: 0, no terms. */
export function score(
  item: Item,
  context: ScoreContext,
  coefficients: Coefficients = DEFAULT_COEFFICIENTS,
): Score {
  if (!isOpen(item)) return { total: 0, terms: [] };
  const terms: ScoreTerm[] = [];
  // Tenths are whole numbers, and those add up exactly.
  let totalTenths = 0;
  const add = (name: TermName, label: string, value: number) => {
    const tenths = tenthsOf(value);
    if (tenths === 0) return;
    totalTenths += tenths;
    terms.push({ name, label, value: tenths / 10 });
  };
  const { id, due, priority, labels } = item;
  const { blocking, today, now, deepBlock } = context;
  const left = minutesLeft(item, context);

  if (due !== null) add('due', 'due', coefficients.due * dueFactor(daysBetween(due, today)));
  if (blocking.isBlocking(id)) add('blocking', 'blocking', coefficients.blocking);
  if (priority !== null) add('priority', `${priority} priority`, priorityOf(priority, coefficients));
  // ISO dates compare as text.
  if (item.scheduled !== null && item.scheduled <= today)
    add('scheduled', 'scheduled', coefficients.scheduled);
  if (item.state === 'doing') add('active', 'doing', coefficients.active);
  add('age', 'age', coefficients.age * ageFactor(now - item.createdAt));
  add('tags', 'labels', coefficients.tags * tagsFactor(labels.length));
  if (item.project !== null) add('project', 'project', coefficients.project);
  if (fits(left, context.freeMinutes)) add('fits', 'fits your next free block', coefficients.fits);
  if (item.state === 'waiting') add('waiting', 'waiting', coefficients.waiting);
  else if (isSnoozed(item, now)) add('waiting', 'snoozed', coefficients.waiting);
  if (blocking.isBlocked(id)) add('blocked', 'blocked', coefficients.blocked);
  if (deepBlock && breaksUp(id, left, deepBlock)) {
    add('breaksUp', 'breaks up a deep block', coefficients.breaksUp);
  }
  return { total: totalTenths / 10, terms };
}

/** "due +9.4", "blocking +8", "waiting −3" */
export function termText({ label, value }: ScoreTerm): string {
  return `${label} ${value < 0 ? '−' : '+'}${Math.abs(value)}`;
}

function priorityOf(priority: NonNullable<Item['priority']>, coefficients: Coefficients): number {
  const byPriority = {
    high: coefficients.priorityHigh,
    medium: coefficients.priorityMedium,
    low: coefficients.priorityLow,
  };
  return byPriority[priority];
}

/** What is left of the budget, in minutes; null without one, or where it is used up and so tells nothing. */
function minutesLeft({ id, budgetMinutes }: Item, { usedMinutes }: ScoreContext): number | null {
  if (budgetMinutes === null) return null;
  const left = budgetMinutes - (usedMinutes.get(id) ?? 0);
  return left > 0 ? left : null;
}

/** Halves away from 0; a part in a billion undoes what binary fractions lose. */
function tenthsOf(value: number): number {
  return Math.sign(value) * Math.floor(Math.abs(value) * 10 + 0.5 + 1e-9);
}
