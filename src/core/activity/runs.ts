import type { FactOf } from './facts.ts';
import type { Interval } from './interval.ts';
import type { Stretch } from './timeline.ts';

/** Consecutive active time of one project and queue item. */
export interface Run extends Interval {
  readonly project: string | null;
  readonly item: string | null;
}

/** From `at` on, `item` is the current one (null: none). */
export interface ItemChange {
  readonly at: number;
  readonly item: string | null;
}

/** A run shorter than this joins the one before it: a detour is no switch. Source: design, section 3, "Run". */
export const DETOUR_MS = 10_000;

/** The current item over all windows, as its changes in order of time. Stopping an item that is not current changes nothing. */
export function itemChanges(facts: readonly FactOf<'queue'>[]): ItemChange[] {
  const changes: ItemChange[] = [];
  let current: string | null = null;
  for (const { at, item, phase } of facts) {
    const next: string | null = phase === 'start' ? item : item === current ? null : current;
    if (next === current) continue;
    current = next;
    changes.push({ at, item: current });
  }
  return changes;
}

/** Cuts stretches where the current item changes; each piece says its item. What was given to an item afterwards is that one's. */
export function withItems(stretches: readonly Stretch[], changes: readonly ItemChange[]): ItemStretch[] {
  const pieces: ItemStretch[] = [];
  let next = 0;
  let item: string | null = null;
  for (const stretch of stretches) {
    const given = stretch.kind === 'active' ? stretch.span.item : undefined;
    let start = stretch.start;
    for (let change = changes[next]; change && change.at < stretch.end; change = changes[++next]) {
      if (change.at > start && given === undefined) {
        pieces.push({ stretch, start, end: change.at, item });
        start = change.at;
      }
      item = change.item;
    }
    pieces.push({ stretch, start, end: stretch.end, item: given === undefined ? item : given });
  }
  return pieces;
}

/** A stretch, or the part of it in which `item` was current. */
export interface ItemStretch extends Interval {
  readonly stretch: Stretch;
  readonly item: string | null;
}

/** The runs, detours joined: no two adjoining ones are of the same project and item. In order of time. */
export function layRuns(pieces: readonly ItemStretch[]): Run[] {
  return joinDetours(rawRuns(pieces));
}

function rawRuns(pieces: readonly ItemStretch[]): Run[] {
  const runs: Run[] = [];
  for (const { stretch, start, end, item } of pieces) {
    if (stretch.kind === 'active') append(runs, { start, end, project: stretch.span.project, item });
  }
  return runs;
}

function joinDetours(raw: readonly Run[]): Run[] {
  const runs: Run[] = [];
  for (const run of raw) {
    const before = runs.at(-1);
    const isDetour = before?.end === run.start && run.end - run.start < DETOUR_MS;
    append(runs, isDetour ? { ...run, project: before.project, item: before.item } : run);
  }
  return runs;
}

function append(runs: Run[], run: Run): void {
  const before = runs.at(-1);
  if (before?.end === run.start && isSameWork(before, run)) {
    runs[runs.length - 1] = { ...before, end: run.end };
  } else {
    runs.push(run);
  }
}

function isSameWork(a: Run, b: Run): boolean {
  return a.project === b.project && a.item === b.item;
}

/**
 * The instants of the switches, in order: where adjoining runs change, or where a run differs from the one before it across
 * nothing but thinking and reading.
 */
export function findSwitches(runs: readonly Run[], connected: readonly Interval[]): number[] {
  const switches: number[] = [];
  let i = 0;
  runs.forEach((run, index) => {
    const before = runs[index - 1];
    if (!before || isSameWork(before, run)) return;
    for (let c = connected[i]; c && c.end <= run.start; c = connected[i]) i++;
    if ((connected[i]?.start ?? Infinity) <= before.start) switches.push(run.start);
  });
  return switches;
}
