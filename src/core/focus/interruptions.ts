import type { Fact } from '../activity/facts.ts';
import type { Interval } from '../activity/interval.ts';

export interface Interruptions {
  /** Switches to another project or item. */
  readonly own: number;
  /** Times at which VS Code lost the focus to something else. */
  readonly outer: number;
}

/** The focus went on to another window of VS Code where that takes it within this time. Milliseconds. */
const HANDOVER_MS = 1_000;

/** What interrupted the work within `range`; both lists may reach beyond it. Facts must be in order of time. */
export function countInterruptions(
  { start, end }: Interval,
  facts: readonly Fact[],
  switches: readonly number[],
): Interruptions {
  const isInside = (at: number) => at >= start && at < end;
  return { own: switches.filter(isInside).length, outer: lossesOfFocus(facts).filter(isInside).length };
}

/** A window that has not said yet has the focus; one that says again that it has none loses nothing. */
function lossesOfFocus(facts: readonly Fact[]): number[] {
  const unfocused = new Set<string>();
  const losses: number[] = [];
  for (const fact of facts) {
    if (fact.kind !== 'focus') continue;
    if (fact.focused) {
      unfocused.delete(fact.window);
      const last = losses.at(-1);
      if (last !== undefined && fact.at - last <= HANDOVER_MS) losses.pop();
    } else if (!unfocused.has(fact.window)) {
      unfocused.add(fact.window);
      losses.push(fact.at);
    }
  }
  return losses;
}
