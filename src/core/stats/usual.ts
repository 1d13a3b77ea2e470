import { quantile } from '../queue/quantile.ts';
import { NUMBER_IDS, type NumberId } from '../messages/today.ts';
import { DAY_VALUES, type Figures } from './figures.ts';

/** One's usual: the middle half of past values. */
export interface Band {
  /** The 25th percentile. */
  readonly low: number;
  /** The 75th percentile. */
  readonly high: number;
}

/** Usual is told from as many weeks before the one that is looked at, of those that hold any record. */
export const USUAL_WEEKS = 8;
/** Of fewer weeks no usual is told. */
export const LEAST_WEEKS = 4;

/** The band of past values, in a straight line between neighbours (see `quantile`); null where fewer than `LEAST_WEEKS` say anything. */
export function bandOf(values: readonly (number | null)[]): Band | null {
  const known = values.filter(value => value !== null);
  if (known.length < LEAST_WEEKS) return null;
  return { low: quantile(known, 0.25), high: quantile(known, 0.75) };
}

/** One's usual of a weekday. */
export interface DayUsual {
  /** How many past weeks it is told from. */
  readonly weeks: number;
  readonly bands: { readonly [Id in NumberId]: Band | null };
}

/** `past`: that weekday's figures, one for each past week that holds any record. */
export function dayUsual(past: readonly Figures[]): DayUsual {
  const bandOfNumber = (id: NumberId) => bandOf(past.map(DAY_VALUES[id]));
  const bands = Object.fromEntries(NUMBER_IDS.map(id => [id, bandOfNumber(id)]));
  return { weeks: past.length, bands: bands as DayUsual['bands'] };
}

/** "usual 1 h 10 to 2 h 05"; empty without a band. */
export function usualText(band: Band | null, format: (value: number) => string): string {
  if (!band) return '';
  const low = format(band.low);
  const high = format(band.high);
  return low === high ? `usual ${low}` : `usual ${low} to ${high}`;
}
