/** One measured figure. */
export interface Figure {
  readonly value: number;
  readonly unit: string;
  /** The most it may be; null for what is measured only to be compared with. */
  readonly budget: number | null;
}

/** A figure and whether it is a ratio, which holds on any machine; what is no ratio is advice. */
export interface Measured extends Figure {
  readonly name: string;
  readonly isRatio: boolean;
}

export function figure(name: string, value: number, unit: string, budget: number | null): Measured {
  return { name, value, unit, budget, isRatio: false };
}

/** How much of what another way costs ours does: `ours ÷ other`. */
export function ratio(name: string, ours: number, other: number, budget: number): Measured {
  return { name, value: ours / other, unit: '×', budget, isRatio: true };
}

export function isMissed({ value, budget }: Figure): boolean {
  return budget !== null && !(value <= budget);
}

/** The value below which the share `q` (0 to 1) of all values lies. Sorts a copy. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Milliseconds that `work` takes. */
export function timed(work: () => void): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/** The median of some tries, in milliseconds. The first one, which only warms up, does not count. */
export function medianOf(tries: number, work: () => void): number {
  work();
  return median(Array.from({ length: tries }, () => timed(work)));
}
