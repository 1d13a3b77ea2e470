import { ACTIVITIES } from '../activity/span.ts';
import type { RecordFilter } from '../audit/filterSchema.ts';
import { ACTIVITY_NAMES } from '../text/activityName.ts';
import { formatDuration } from '../text/duration.ts';
import { isolate } from '../text/isolate.ts';
import type { ShareView, Source } from '../messages/numbers.ts';
import { firstTerms } from './cutTerms.ts';
import { itemText, type ItemNames } from './itemNames.ts';
import { UNASSIGNED } from './measures.ts';
import type { Portion } from './portions.ts';
import { spanSource, type DateRange } from './sources.ts';

/** Shares that stand by themselves; smaller ones are summed up as "other". */
const SHOWN = 6;
const SHORTER = { one: 'shorter one' };

/** A way to split active time: what by, and what each part is explained by. */
export interface Division {
  /** null: the portion belongs to no name. */
  readonly nameOf: (portion: Portion) => string | null;
  /** What to call time without a name. */
  readonly none: string;
  readonly define: (name: string | null) => string;
  /** Names are data; otherwise they are words of ours. */
  readonly isData: boolean;
  /** What lets through the time of these names only. */
  readonly filterOf: (names: readonly (string | null)[]) => RecordFilter;
  /** The parts of a part: by what else it is split in its explanation. */
  readonly within: Pick<Division, 'nameOf' | 'none' | 'isData'>;
}

interface Part {
  readonly name: string | null;
  ms: number;
  gapMs: number | null;
  readonly within: Map<string | null, number>;
}

/** Active time divided, longest first; the parts add up to all of it. */
export function sharesOf(portions: readonly Portion[], division: Division, range: DateRange): ShareView[] {
  const parts = [...divide(portions, division)].sort(byLength);
  const named = parts.filter(part => part.name !== null);
  // One row more is better than a row that hides one name.
  const shown = named.length === SHOWN + 1 ? named : named.slice(0, SHOWN);
  const rest = named.slice(shown.length);
  return [
    ...shown.map(part => share(part, division, range)),
    ...(rest.length > 0 ? [restOf(rest, division, range)] : []),
    ...parts.filter(part => part.name === null).map(part => share(part, division, range)),
  ];
}

/** As `sharesOf`; empty where nothing has a name, since then there is nothing to divide by. */
export function namedSharesOf(
  portions: readonly Portion[],
  division: Division,
  range: DateRange,
): ShareView[] {
  const isNamed = portions.some(portion => division.nameOf(portion) !== null);
  return isNamed ? sharesOf(portions, division, range) : [];
}

function divide(portions: readonly Portion[], { nameOf, within }: Division): Iterable<Part> {
  const parts = new Map<string | null, Part>();
  for (const portion of portions) {
    const name = nameOf(portion);
    let part = parts.get(name);
    if (!part) {
      part = { name, ms: 0, gapMs: 0, within: new Map() };
      parts.set(name, part);
    }
    const { ms, gapMs } = portion;
    const inner = within.nameOf(portion);
    part.ms += ms;
    part.gapMs = part.gapMs === null || gapMs === null ? null : part.gapMs + gapMs;
    part.within.set(inner, (part.within.get(inner) ?? 0) + ms);
  }
  return parts.values();
}

function share(part: Part, division: Division, range: DateRange): ShareView {
  const { within } = division;
  const inner = [...part.within].map(([name, ms]) => ({ name, ms })).sort(byLength);
  const terms = inner.map(({ name, ms }) => ({ label: said(name, within), value: formatDuration(ms) }));
  return {
    kind: part.name === null ? 'none' : 'name',
    name: part.name ?? division.none,
    ms: part.ms,
    value: formatDuration(part.ms),
    explanation: {
      definition: division.define(part.name === null ? null : said(part.name, division)),
      terms: [
        ...firstTerms(terms, SHORTER),
        { label: 'Together', value: formatDuration(part.ms) },
        ...(part.gapMs === null ? [] : [{ label: 'Of that, pauses', value: formatDuration(part.gapMs) }]),
      ],
      setting: 'idle.after',
      source: shareSource(division, [part], range),
    },
  };
}

function restOf(parts: readonly Part[], division: Division, range: DateRange): ShareView {
  const ms = parts.reduce((sum, part) => sum + part.ms, 0);
  const terms = parts.map(part => ({ label: said(part.name, division), value: formatDuration(part.ms) }));
  return {
    kind: 'rest',
    name: 'other',
    ms,
    value: formatDuration(ms),
    explanation: {
      definition: `What is left after the ${SHOWN} longest, added up.`,
      terms: [...firstTerms(terms, SHORTER), { label: 'Together', value: formatDuration(ms) }],
      setting: null,
      source: shareSource(division, parts, range),
    },
  };
}

function shareSource(division: Division, parts: readonly Part[], range: DateRange): Source {
  const names = parts.map(({ name }) => name);
  const behind = parts.length === 1 ? said(names[0] ?? null, division) : 'other';
  return spanSource(behind, { ...range, ...division.filterOf(names) });
}

function said(name: string | null, { none, isData }: Pick<Division, 'none' | 'isData'>): string {
  if (name === null) return none;
  return isData ? isolate(name) : name;
}

/** Longest first; equal ones by name, so that rows do not swap places from one snapshot to the next. */
function byLength(a: { name: string | null; ms: number }, b: { name: string | null; ms: number }): number {
  return b.ms - a.ms || ((a.name ?? '') < (b.name ?? '') ? -1 : 1);
}

const byActivityWithin: Division['within'] = {
  nameOf: ({ activity }) => ACTIVITY_NAMES[activity],
  none: '',
  isData: false,
};
const byProjectWithin: Division['within'] = {
  nameOf: ({ project }) => project,
  none: UNASSIGNED,
  isData: true,
};

export const BY_PROJECT: Division = {
  ...byProjectWithin,
  define: name =>
    name === null
      ? 'Active time outside every folder of the workspace, with the pauses that followed, by activity.'
      : `Active time in ${name}, with the pauses that followed it there, by activity.`,
  filterOf: names => ({ projects: [...names] }),
  within: byActivityWithin,
};
export const BY_BRANCH: Division = {
  nameOf: ({ branch }) => branch,
  none: 'no branch',
  isData: true,
  define: name =>
    name === null
      ? 'Active time outside every git repository, or on no branch of it, by project.'
      : `Active time on the branch ${name}, with the pauses that followed, by project.`,
  filterOf: names => ({ branches: [...names] }),
  within: byProjectWithin,
};
export const BY_LANGUAGE: Division = {
  nameOf: ({ language }) => language,
  none: 'no language',
  isData: true,
  define: name =>
    name === null
      ? 'Active time on no document, as in a terminal or a build, by project.'
      : `Active time on documents in ${name}, with the pauses that followed, by project.`,
  filterOf: names => ({ languages: [...names] }),
  within: byProjectWithin,
};
export const BY_ACTIVITY: Division = {
  ...byActivityWithin,
  define: name =>
    `Active time spent ${name === 'terminal' ? 'in the terminal' : (name ?? '')}, with the pauses that followed, by project.`,
  filterOf: names => ({ activities: ACTIVITIES.filter(each => names.includes(ACTIVITY_NAMES[each])) }),
  within: byProjectWithin,
};

/** By the queue's items. */
export function byItem(names: ItemNames): Division {
  return {
    nameOf: ({ item }) => (item === null ? null : itemText(names, item)),
    none: 'no item',
    isData: true,
    define: name =>
      name === null
        ? 'Active time while no item of the queue was in work, by project.'
        : `Active time while ${name} was in work, by project.`,
    // A key has no blank in it.
    filterOf: shown => ({ items: shown.map(name => name?.split(' ')[0] ?? null) }),
    within: byProjectWithin,
  };
}
