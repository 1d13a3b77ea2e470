import { MAX_BUDGET_MINUTES, type AmountById, type Item } from './item.ts';
import { quantile } from './quantile.ts';

/** An item that was done: what was planned for it and what it took. */
export interface FinishedItem {
  readonly labels: readonly string[];
  /** More than 0, as is the next. */
  readonly plannedMinutes: number;
  readonly usedMinutes: number;
}

/** With fewer samples a range would say more than is known. */
export const MIN_SAMPLES = 10;

/** The lower end is met by half of all items, the upper one by 17 of 20. */
const LOW = 0.5;
const HIGH = 0.85;

export type RatioRange =
  | {
      readonly kind: 'range';
      /** Used ÷ planned time: its median (p50) and its 85th percentile. 1 is as planned. */
      readonly p50: number;
      readonly p85: number;
      readonly samples: number;
      /** The label that all samples share; null: they are all that was finished. */
      readonly label: string | null;
    }
  /** `samples`: all that there are, fewer than `MIN_SAMPLES`. */
  | { readonly kind: 'notEnoughData'; readonly samples: number };

/**
 * The items that tell something about budgets: done, with a budget, with measured time (0 means that the work was done
 * elsewhere). `usedMinutes` by item id.
 */
export function finishedItems(items: Iterable<Item>, usedMinutes: AmountById): FinishedItem[] {
  const finished: FinishedItem[] = [];
  for (const { id, state, labels, budgetMinutes } of items) {
    const used = usedMinutes.get(id) ?? 0;
    if (state !== 'done' || budgetMinutes === null || used <= 0) continue;
    finished.push({ labels, plannedMinutes: budgetMinutes, usedMinutes: used });
  }
  return finished;
}

/**
 * How much longer than planned things took: over the finished items with the one of `labels` that most of them have, if at least
 * `MIN_SAMPLES` do; else over all of them; else nothing is said. Of labels with equally many the one given first.
 */
export function ratioRange(history: readonly FinishedItem[], labels: readonly string[]): RatioRange {
  let best: { label: string | null; samples: readonly FinishedItem[] } | null = null;
  for (const label of labels) {
    const samples = history.filter(item => item.labels.includes(label));
    if (samples.length >= MIN_SAMPLES && samples.length > (best?.samples.length ?? 0))
      best = { label, samples };
  }
  const { label, samples } = best ?? { label: null, samples: history };
  if (samples.length < MIN_SAMPLES) return { kind: 'notEnoughData', samples: samples.length };
  const ratios = samples.map(item => item.usedMinutes / item.plannedMinutes);
  return {
    kind: 'range',
    p50: quantile(ratios, LOW),
    p85: quantile(ratios, HIGH),
    samples: samples.length,
    label,
  };
}

/** What a plan of so many minutes comes to by experience, in whole minutes: usually at least, rarely more than. */
export interface BudgetRange {
  readonly lowMinutes: number;
  readonly highMinutes: number;
}

export function budgetRange(plannedMinutes: number, ratios: RatioRange): BudgetRange | null {
  if (ratios.kind === 'notEnoughData') return null;
  const scaled = (ratio: number) =>
    Math.min(Math.max(Math.round(plannedMinutes * ratio), 1), MAX_BUDGET_MINUTES);
  return { lowMinutes: scaled(ratios.p50), highMinutes: scaled(ratios.p85) };
}
