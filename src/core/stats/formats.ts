/** Shown where nothing can be said. */
export const NOTHING_TO_SAY = '–';

/** "0.41" */
export function formatRatio(ratio: number): string {
  return ratio.toFixed(2);
}

/** A rate an hour: "3.1". */
export function formatRate(rate: number): string {
  return rate.toFixed(1);
}

/** A share of 1: "18 %". */
export function formatPercent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** As `format` says it, or a dash. */
export function orDash(value: number | null, format: (value: number) => string): string {
  return value === null ? NOTHING_TO_SAY : format(value);
}
