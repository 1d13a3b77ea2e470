import type { Interval } from '../activity/interval.ts';
import type { RecordFilter } from './filterSchema.ts';
import type { RowKind } from './row.ts';

export function kindsOf({ kinds }: RecordFilter): ReadonlySet<RowKind> {
  return new Set(kinds ?? ['span']);
}

/** Whether every day has to be looked through for it: spans alone are counted without. */
export function isPlain(filter: RecordFilter): boolean {
  const { activities, projects, branches, languages, items, isDeep, isCounted, isCorrected } = filter;
  const { times, countedAs } = filter;
  const held = [activities, projects, branches, languages, items].some(names => names !== undefined);
  const shows = kindsOf(filter);
  return (
    !held &&
    !isDeep &&
    !isCounted &&
    !isCorrected &&
    !times &&
    !countedAs &&
    wordsOf(filter).length === 0 &&
    shows.size === 1 &&
    shows.has('span')
  );
}

export function wordsOf({ words = '' }: RecordFilter): string[] {
  return words
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '');
}

/** Whether something overlaps the times that are looked at; an instant lies in them. */
export function isInTimes({ times }: RecordFilter, { start, end }: Interval): boolean {
  return !times || (start < times.end && (end > times.start || start >= times.start));
}

/** Whether a name is among those looked for. */
export function isAmong(names: readonly (string | null)[] | undefined, name: string | null): boolean {
  return names === undefined || names.includes(name);
}
