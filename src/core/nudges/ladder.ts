import type { Level } from './raised.ts';

/** From the quietest up: the panel waits to be looked at, the status bar is seen in passing, a toast asks for a look. */
export const SURFACES = ['panel', 'statusBar', 'toast'] as const;
export type Surface = (typeof SURFACES)[number];

/** 0 for `off`, then one for each rung. */
const RANKS: { readonly [L in Level]: number } = { off: 0, panel: 1, statusBar: 2, toast: 3 };

/** How many rungs `a` stands above `b`; negative below it. */
export function rungsAbove(a: Level, b: Level): number {
  return RANKS[a] - RANKS[b];
}

/** So many rungs down, and never below the panel: only the user's word takes a rule from there. */
export function lowered(surface: Surface, rungs: number): Surface {
  return SURFACES[Math.max(0, SURFACES.indexOf(surface) - rungs)] ?? 'panel';
}
