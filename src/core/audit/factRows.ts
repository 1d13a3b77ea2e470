import type { Fact, Tally } from '../activity/facts.ts';
import { intersect, type Interval } from '../activity/interval.ts';
import { EDIT_ORIGINS, type EditOrigin } from '../activity/signal.ts';
import { isAwaited } from '../activity/waiting.ts';
import { TALLY_MS } from '../activity/facts.ts';
import type { Day } from '../stats/day.ts';
import { switchesOf } from '../stats/explain.ts';
import { nameOrId, type ItemNames } from '../stats/itemNames.ts';
import { deepBlocks, UNASSIGNED } from '../stats/measures.ts';
import type { Commit } from '../stats/results.ts';
import { AWAY_NAMES } from '../text/activityName.ts';
import { countOf } from '../text/count.ts';
import { isolate } from '../text/isolate.ts';
import { isFactCounted, isSwitchCounted, isTallyCounted } from './counted.ts';
import { factText } from './factText.ts';
import { isAmong, isInTimes, kindsOf } from './filter.ts';
import type { RecordFilter } from './filterSchema.ts';
import type { FactRow, RowKind } from './row.ts';

export interface FactRowsInput {
  readonly day: Day | undefined;
  /** Said on the day, in order. */
  readonly facts: readonly Fact[];
  readonly tallies: readonly Tally[];
  /** Each once, however many windows have told of it. */
  readonly commits: readonly Commit[];
  readonly items: ItemNames;
  readonly deepBlockMs: number;
}

const NOWHERE = { project: null, path: null, branch: null };

/** The rows of a day that are no spans, of the kinds that a filter asks for; in no order. */
export function factRows(input: FactRowsInput, filter: RecordFilter): FactRow[] {
  const rows: FactRow[] = [];
  for (const kind of kindsOf(filter)) if (kind !== 'span') rows.push(...ROWS[kind](input, filter));
  return rows.filter(row => isInTimes(filter, row.kind === 'edits' ? lastOf(row) : row));
}

/** Edits are counted where their five minutes end, as rules do. */
function lastOf({ end }: FactRow): Interval {
  return { start: end - 1, end };
}

type MakeRows = (input: FactRowsInput, filter: RecordFilter) => FactRow[];

const ROWS: { readonly [K in Exclude<RowKind, 'span'>]: MakeRows } = {
  edits: ({ tallies }, filter) =>
    tallies.flatMap((tally, index) =>
      isPlaced(tally, filter) && isAmong(filter.languages, tally.language) && isTallyCounted(filter, tally)
        ? [tallyRow(tally, index)]
        : [],
    ),
  commit: ({ commits }, { projects }) =>
    commits.flatMap(({ at, repo }, index) =>
      isAmong(projects, repo) ? [instant('commit', `commit ${index}`, at, `Commit in ${isolate(repo)}`)] : [],
    ),
  run: ({ facts, items }, filter) =>
    facts.flatMap((fact, index) =>
      isAwaited(fact) && isPlaced(fact, filter) ? [factRow(fact, index, items)] : [],
    ),
  event: ({ facts, items }, filter) =>
    facts.flatMap((fact, index) =>
      isFactPlaced(fact, filter) && isFactCounted(filter, fact) ? [factRow(fact, index, items)] : [],
    ),
  wait: ({ day }) =>
    (day?.waits ?? []).map(({ start, end }, index) => ({
      ...{ kind: 'wait', id: `wait ${index}`, start, end, text: 'Waited for a build or a test' },
      ...NOWHERE,
    })),
  switch: ({ day }, filter) =>
    (day ? switchesOf(day) : []).flatMap(({ from, to: { project, start } }) =>
      isAmong(filter.projects, project) && isSwitchCounted(filter, project, start)
        ? [instant('switch', `switch ${start}`, start, switchText(from?.project, project))]
        : [],
    ),
  idle: ({ day }) => (day ? idleRows(day) : []),
  named: ({ day, deepBlockMs }, { isDeep }) => {
    const frames = isDeep ? deepBlocks(day?.blocks ?? [], deepBlockMs) : null;
    return (day?.pieces ?? []).flatMap((piece, index) => {
      if (!piece.as) return [];
      const parts = frames ? intersect([piece], frames) : [piece];
      return parts.map(({ start, end }) => ({
        ...{ kind: 'named' as const, id: `named ${index} ${start}`, start, end },
        ...NOWHERE,
        text: `Away, ${AWAY_NAMES[piece.as ?? 'discard']}`,
      }));
    });
  },
};

function instant(kind: FactRow['kind'], id: string, at: number, text: string): FactRow {
  return { kind, id, start: at, end: at, ...NOWHERE, text };
}

interface Placed {
  readonly project: string | null;
  readonly branch: string | null;
}

function isPlaced({ project, branch }: Placed, { projects, branches }: RecordFilter): boolean {
  return isAmong(projects, project) && isAmong(branches, branch);
}

/** What Git did belongs to its repository too, whichever project the window was in. */
function isFactPlaced(fact: Fact, filter: RecordFilter): boolean {
  return isPlaced(fact, filter) || (fact.kind === 'git' && isPlaced({ ...fact, project: fact.repo }, filter));
}

function tallyRow(tally: Tally, index: number): FactRow {
  const { from, project, path, branch } = tally;
  const id = `edits ${index}`;
  return {
    kind: 'edits',
    id,
    start: from,
    end: from + TALLY_MS,
    project,
    path,
    branch,
    text: editsText(tally),
  };
}

function factRow(fact: Fact, index: number, items: ItemNames): FactRow {
  const { at, project, path, branch } = fact;
  const text = factText(fact, item => nameOrId(items, item).key);
  return { kind: 'event', id: `event ${index}`, start: at, end: at, project, path, branch, text };
}

function switchText(from: string | null | undefined, to: string | null): string {
  const name = (project: string | null) => (project === null ? UNASSIGNED : isolate(project));
  return from === undefined ? `Switch to ${name(to)}` : `Switch from ${name(from)} to ${name(to)}`;
}

const ORIGINS: { readonly [O in EditOrigin]: string } = {
  typed: 'typed',
  bulk: 'inserted',
  program: 'by a program',
  undo: 'undone or redone',
};

/** "12 edits: 9 typed, 3 by a program" */
function editsText(tally: Tally): string {
  const parts = EDIT_ORIGINS.filter(origin => tally[origin] > 0);
  const count = parts.reduce((sum, origin) => sum + tally[origin], 0);
  return `${countOf(count, 'edit')}: ${parts.map(origin => `${tally[origin]} ${ORIGINS[origin]}`).join(', ')}`;
}

/** What no piece covers, between the first and the last active instant. */
function idleRows({ pieces }: Day): FactRow[] {
  const first = pieces.findIndex(({ span }) => span !== null);
  const last = pieces.findLastIndex(({ span }) => span !== null);
  const rows: FactRow[] = [];
  for (let i = first; i < last; i++) {
    const start = pieces[i]?.end ?? 0;
    const end = pieces[i + 1]?.start ?? 0;
    if (start >= end) continue;
    rows.push({ kind: 'idle', id: `idle ${start}`, start, end, ...NOWHERE, text: 'Idle' });
  }
  return rows;
}
