import type { Chance } from '../../../src/cli/bench/chance.ts';
import type { Pattern } from './pattern.ts';
import { STRENGTHS, type Strength } from './truth.ts';

/** A pattern to be planted. */
export interface Seed {
  readonly pattern: Pattern;
  readonly strength: Strength;
}

/** Deals every pattern at every strength once, in a mixed order, and then anew. */
export class Deck {
  private readonly chance: Chance;
  private readonly patterns: readonly Pattern[];
  private seeds: Seed[] = [];

  constructor(chance: Chance, patterns: readonly Pattern[]) {
    this.chance = chance;
    this.patterns = patterns;
  }

  /** What is planted on one day: one that takes the whole of it, or at most two of different rules. */
  draw(): Seed[] {
    const first = this.take();
    if (!first) return [];
    const second = this.next();
    const doFit = first.pattern.place === 'amid' && second?.pattern.place === 'amid';
    if (!doFit || second.pattern.rule === first.pattern.rule) return [first];
    this.seeds.pop();
    return [first, second];
  }

  private take(): Seed | undefined {
    const seed = this.next();
    this.seeds.pop();
    return seed;
  }

  private next(): Seed | undefined {
    if (this.seeds.length === 0) this.shuffle();
    return this.seeds.at(-1);
  }

  private shuffle(): void {
    const sorted = this.patterns.flatMap(pattern => STRENGTHS.map(strength => ({ pattern, strength })));
    while (sorted.length > 0) {
      this.seeds.push(...sorted.splice(this.chance.between(0, sorted.length - 1), 1));
    }
  }
}
