import type { Stream } from '../streams.ts';
import { ONE_GROUP, type Meter, type RuleTime } from './meter.ts';

/** Answers a figure that is kept elsewhere, as it stands at `now`; null: there is none. */
export type FigureOf = (group: string, now: number) => number | null;

/** Asks for a figure; it takes nothing in. */
export class FigureMeter implements Meter {
  readonly streams: readonly Stream[] = [];
  readonly resetStreams: readonly Stream[] = [];
  /** Other measures say which groups there are. */
  readonly size = Infinity;
  private readonly figureOf: FigureOf;
  private now = -Infinity;

  constructor(figureOf: FigureOf) {
    this.figureOf = figureOf;
  }

  take(): void {
    // Nothing of the record changes it.
  }

  resetBy(): void {
    // As above.
  }

  reach({ now }: RuleTime): void {
    this.now = now;
  }

  valueOf(group: string): number | null {
    return this.figureOf(group, this.now);
  }

  groups(): Iterable<string> {
    return ONE_GROUP;
  }

  startOf(): number {
    return this.now;
  }
}
