/**
 * The value below which a share `p` (0 to 1) of the values lies, in a straight line between neighbours: with the n values in order
 * as x₁ … xₙ it stands at 1 + (n − 1)p. At least one value, in any order.
 * Source: Hyndman and Fan, "Sample quantiles in statistical packages" (The American Statistician 50, 1996), definition 7; the
 * default of R's `quantile`, of NumPy and of spreadsheets' PERCENTILE.INC.
 */
export function quantile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * Math.min(Math.max(p, 0), 1);
  const below = sorted[Math.floor(at)];
  const above = sorted[Math.ceil(at)];
  if (below === undefined || above === undefined) throw new RangeError('There is no quantile of no values');
  return below + (above - below) * (at - Math.floor(at));
}
