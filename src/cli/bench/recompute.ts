import { openStore } from '../../store/open.ts';
import { figure, type Measured } from './figures.ts';
import type { Databases } from './places.ts';
import { sealYears } from './sealAll.ts';

/** Computing sealed days anew, day by day, by another idle rule than they were sealed with. */
export async function benchRecompute({ years, count }: Databases): Promise<Measured[]> {
  const store = await openStore(years);
  const ofYear = sealYears(store, 1, 4 * 60_000);
  store.checkpoint();
  const ofYears = count > 1 ? sealYears(store, count, 6 * 60_000) : ofYear;
  store.checkpoint();
  store.close();
  return [
    figure('recompute of a year', total(ofYear), 'ms', 500),
    figure(`recompute of ${count} years`, total(ofYears), 'ms', 500 * count),
    figure('recompute, longest stall', Math.max(...ofYears), 'ms', 16),
  ];
}

function total(times: readonly number[]): number {
  return times.reduce((sum, ms) => sum + ms, 0);
}
