import type { FactPlace } from '../core/activity/facts.ts';
import type { Names } from './dictionary.ts';

/** The columns that say where a fact was, in every table of facts. */
export type PlaceRow = readonly [at: number, window: number, project: number, branch: number, file: number];
export const PLACE_COLUMNS = 'at, window, project, branch, file';

/** To be asked within a writing transaction. */
export function placeRow(names: Names, { at, window, project, branch, path }: FactPlace): PlaceRow {
  return [
    at,
    names.window.idOf(window),
    names.project.idOf(project),
    names.branch.idOf(branch),
    names.file.idOf(project, path),
  ];
}

export function toPlace(names: Names, [at, window, project, branch, file]: PlaceRow): FactPlace {
  return {
    at,
    window: names.window.nameOf(window) ?? '',
    project: names.project.nameOf(project),
    branch: names.branch.nameOf(branch),
    path: names.file.nameOf(file)?.path ?? null,
  };
}

/** A fact with its number, by which facts of one instant are ordered. */
export interface Numbered<F> {
  readonly id: number;
  readonly fact: F;
}

/** In the order of time, then of writing. */
export function inOrder<F extends FactPlace>(facts: Numbered<F>[]): F[] {
  return facts.sort((a, b) => a.fact.at - b.fact.at || a.id - b.id).map(({ fact }) => fact);
}
