import { ACTIVITY_NAMES } from '../text/activityName.ts';
import { countOf } from '../text/count.ts';
import { formatDuration } from '../text/duration.ts';
import { isolate } from '../text/isolate.ts';
import type { ShareView, Term } from '../messages/numbers.ts';
import type { DayPiece } from './day.ts';
import { UNASSIGNED } from './measures.ts';

/** Shares that stand by themselves; smaller ones are summed up as "other". */
const SHOWN = 6;
/** Terms of one explanation; a day of two hundred languages is nobody's to read. */
const TERMS = 12;

/** A way to split a day's active time: what by, and what each part is explained by. */
export interface Division {
  /** null: the piece belongs to no name. */
  readonly nameOf: (piece: DayPiece) => string | null;
  /** What to call time without a name. */
  readonly none: string;
  readonly define: (name: string | null) => string;
  /** Names are data; otherwise they are words of ours. */
  readonly isData: boolean;
  /** The parts of a part: by what else it is split in its explanation. */
  readonly within: Pick<Division, 'nameOf' | 'none' | 'isData'>;
}

interface Part {
  readonly name: string | null;
  ms: number;
  gapMs: number;
  readonly within: Map<string | null, number>;
}

/** Active time divided, longest first; the parts add up to all of it. */
export function sharesOf(pieces: readonly DayPiece[], division: Division): ShareView[] {
  const parts = [...divide(pieces, division)].sort(byLength);
  const named = parts.filter(part => part.name !== null);
  // One row more is better than a row that hides one name.
  const shown = named.length === SHOWN + 1 ? named : named.slice(0, SHOWN);
  const rest = named.slice(shown.length);
  return [
    ...shown.map(part => share(part, division)),
    ...(rest.length > 0 ? [restOf(rest, division)] : []),
    ...parts.filter(part => part.name === null).map(part => share(part, division)),
  ];
}

function divide(pieces: readonly DayPiece[], { nameOf, within }: Division): Iterable<Part> {
  const parts = new Map<string | null, Part>();
  for (const piece of pieces) {
    if (!piece.span) continue;
    const name = nameOf(piece);
    let part = parts.get(name);
    if (!part) {
      part = { name, ms: 0, gapMs: 0, within: new Map() };
      parts.set(name, part);
    }
    const ms = piece.end - piece.start;
    const inner = within.nameOf(piece);
    part.ms += ms;
    if (piece.isGap) part.gapMs += ms;
    part.within.set(inner, (part.within.get(inner) ?? 0) + ms);
  }
  return parts.values();
}

function share(part: Part, division: Division): ShareView {
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
        ...cut(terms),
        { label: 'Together', value: formatDuration(part.ms) },
        { label: 'Of that, pauses', value: formatDuration(part.gapMs) },
      ],
      setting: 'idle.after',
    },
  };
}

function restOf(parts: readonly Part[], division: Division): ShareView {
  const ms = parts.reduce((sum, part) => sum + part.ms, 0);
  const terms = parts.map(part => ({ label: said(part.name, division), value: formatDuration(part.ms) }));
  return {
    kind: 'rest',
    name: 'other',
    ms,
    value: formatDuration(ms),
    explanation: {
      definition: `What is left after the ${SHOWN} longest, added up.`,
      terms: [...cut(terms), { label: 'Together', value: formatDuration(ms) }],
      setting: null,
    },
  };
}

function cut(terms: readonly Term[]): Term[] {
  if (terms.length <= TERMS) return [...terms];
  const left = terms.length - TERMS + 1;
  return [...terms.slice(0, TERMS - 1), { label: `And ${countOf(left, 'shorter one')}`, value: '' }];
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
  nameOf: piece => (piece.span ? ACTIVITY_NAMES[piece.span.activity] : null),
  none: '',
  isData: false,
};
const byProjectWithin: Division['within'] = {
  nameOf: piece => piece.span?.project ?? null,
  none: UNASSIGNED,
  isData: true,
};

export const BY_PROJECT: Division = {
  ...byProjectWithin,
  define: name =>
    name === null
      ? 'Active time outside every folder of the workspace, with the pauses that followed, by activity.'
      : `Active time in ${name}, with the pauses that followed it there, by activity.`,
  within: byActivityWithin,
};
export const BY_LANGUAGE: Division = {
  nameOf: piece => piece.span?.doc?.language ?? null,
  none: 'no language',
  isData: true,
  define: name =>
    name === null
      ? 'Active time on no document, as in a terminal or a build, by project.'
      : `Active time on documents in ${name}, with the pauses that followed, by project.`,
  within: byProjectWithin,
};
export const BY_ACTIVITY: Division = {
  ...byActivityWithin,
  define: name =>
    `Active time spent ${name === 'terminal' ? 'in the terminal' : (name ?? '')}, with the pauses that followed, by project.`,
  within: byProjectWithin,
};
