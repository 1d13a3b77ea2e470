import type { RowPlace, Selection } from '../../core/messages/record.ts';

/** A row of the list, or with `index` -1 the heading of its day. */
export interface Place {
  /** ISO date. */
  readonly date: string;
  readonly index: number;
  /** What the row is called; `#12` where it is not known yet. */
  readonly row: string;
}

/** What is selected, and what keys act on. As in VS Code's own lists. */
export interface Picked {
  /** Where Shift selects from. */
  readonly anchor: Place | null;
  readonly current: Place | null;
  /** The newest and the oldest; null: none. */
  readonly range: readonly [Place, Place] | null;
  /** Rows that are selected the other way round, by name. */
  readonly flipped: ReadonlyMap<string, Place>;
}

export interface Held {
  readonly isShift: boolean;
  /** Ctrl, or Cmd on a Mac. */
  readonly isControl: boolean;
}

export const NOTHING: Picked = { anchor: null, current: null, range: null, flipped: new Map() };

/** A row was pressed. */
export function press(picked: Picked, place: Place, held: Held): Picked {
  if (held.isShift) return extend(picked, place);
  if (held.isControl) return flip({ ...picked, current: place });
  return only(place);
}

/** A key moves to another row. */
export function move(picked: Picked, place: Place, held: Held): Picked {
  if (held.isShift) return extend(picked, place);
  return held.isControl ? { ...picked, current: place } : only(place);
}

/** Selects the current row too, or no more. */
export function flip(picked: Picked): Picked {
  const { current } = picked;
  if (!current || current.index < 0) return picked;
  const flipped = new Map(picked.flipped);
  if (!flipped.delete(nameOf(current))) flipped.set(nameOf(current), current);
  return { ...picked, anchor: current, flipped };
}

/** Selects all from one row to another, and nothing else. */
export function between(picked: Picked, from: Place, to: Place): Picked {
  return { ...picked, anchor: from, range: inOrder(from, to), flipped: new Map() };
}

/** Selects nothing; the current row stays. */
export function release(picked: Picked): Picked {
  return { ...NOTHING, current: picked.current, anchor: picked.current };
}

export function isSelected({ range, flipped }: Picked, place: Place): boolean {
  if (place.index < 0) return false;
  const isIn = range !== null && compare(range[0], place) <= 0 && compare(place, range[1]) <= 0;
  return isIn !== flipped.has(nameOf(place));
}

export function isEmpty({ range, flipped }: Picked): boolean {
  return range === null && flipped.size === 0;
}

/** As the host is told it. */
export function selectionOf({ range, flipped }: Picked): Selection {
  return {
    range: range && { newest: placeOf(range[0]), oldest: placeOf(range[1]) },
    flipped: [...flipped.values()].map(placeOf),
  };
}

function only(place: Place): Picked {
  const range: Picked['range'] = place.index < 0 ? null : [place, place];
  return { anchor: place, current: place, range, flipped: new Map() };
}

function extend(picked: Picked, place: Place): Picked {
  const anchor = picked.anchor ?? place;
  return { anchor, current: place, range: inOrder(anchor, place), flipped: new Map() };
}

function inOrder(a: Place, b: Place): readonly [Place, Place] {
  return compare(a, b) <= 0 ? [a, b] : [b, a];
}

/** The newer first. */
function compare(a: Place, b: Place): number {
  return a.date === b.date ? a.index - b.index : a.date > b.date ? -1 : 1;
}

function nameOf({ date, row }: Place): string {
  return `${date} ${row}`;
}

function placeOf({ date, index, row }: Place): RowPlace {
  // From a heading on: from the first row of its day on.
  return { date, row: index < 0 ? '#0' : row };
}
