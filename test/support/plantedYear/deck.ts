import type { Chance } from '../../../src/cli/bench/chance.ts';
import type { Pattern } from './pattern.ts';
import { STRENGTHS, type Strength } from './truth.ts';

/** A pattern to be planted. */
export interface Seed {
  readonly pattern: Pattern;
  readonly strength: Strength;
}

/** Nobody is told the same thing every day: a rule is planted anew only after so many days. */
const DAYS_BETWEEN = 3;

/** Deals every pattern at every strength once, in a mixed order, and then anew. */
export class Deck {
  private readonly chance: Chance;
  private readonly patterns: readonly Pattern[];
  private seeds: Seed[] = [];
  private readonly lastDay = new Map<string, number>();

  constructor(chance: Chance, patterns: readonly Pattern[]) {
    this.chance = chance;
    this.patterns = patterns;
  }

  /**
   * What is planted on a day: one that takes the whole of it, or at most two of different rules; perhaps none. `canBeWeek`: the
   * next two days can be had too.
   */
  draw(day: number, canBeWeek: boolean): Seed[] {
    const first = this.take(day, ({ pattern }) => canBeWeek || pattern.place !== 'week');
    if (first?.pattern.place !== 'amid') return first ? [first] : [];
    const { without } = first.pattern;
    // What one leaves out for its own sake, the other must not bring.
    const second = this.take(
      day,
      ({ pattern }) =>
        pattern.place === 'amid' && [...pattern.without].every(omitted => !without.has(omitted)),
    );
    return second ? [first, second] : [first];
  }

  private take(day: number, fits: (seed: Seed) => boolean): Seed | undefined {
    if (this.seeds.length === 0) this.shuffle();
    const index = this.seeds.findIndex(seed => this.isRested(seed, day) && fits(seed));
    const [seed] = index < 0 ? [] : this.seeds.splice(index, 1);
    if (seed) this.lastDay.set(seed.pattern.rule, day);
    return seed;
  }

  private isRested({ pattern }: Seed, day: number): boolean {
    return day - (this.lastDay.get(pattern.rule) ?? -Infinity) >= DAYS_BETWEEN;
  }

  private shuffle(): void {
    const sorted = this.patterns.flatMap(pattern => STRENGTHS.map(strength => ({ pattern, strength })));
    while (sorted.length > 0) {
      this.seeds.push(...sorted.splice(this.chance.between(0, sorted.length - 1), 1));
    }
  }
}
