import type { Chance } from './chance.ts';

/** A belief about a share: as after `taken` of `taken + left` tries. Both at least 1. */
export interface Beta {
  readonly taken: number;
  readonly left: number;
}

export function meanOf({ taken, left }: Beta): number {
  return taken / (taken + left);
}

/** Draws a share as likely as it is believed to be: two gammas, of which one is compared with both. */
export function drawShare({ taken, left }: Beta, chance: Chance): number {
  const a = drawGamma(taken, chance);
  const b = drawGamma(left, chance);
  return a / (a + b);
}

/** Of a shape of at least 1. Source: Marsaglia and Tsang, "A simple method for generating gamma variables" (ACM TOMS 26, 2000). */
function drawGamma(shape: number, chance: Chance): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(chance);
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    if (Math.log(1 - chance()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Box and Muller, 1958. */
function drawNormal(chance: Chance): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}
