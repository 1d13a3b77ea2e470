import { OCCASION_NAMES } from '../words.ts';
import { meanOf } from './beta.ts';
import { beliefOf, LEARNT_OCCASIONS, triesOf, type Learnt, type LearntOccasion } from './learnt.ts';

/** What was learnt of one kind of occasion. */
export interface LearntView {
  readonly occasion: LearntOccasion;
  readonly shown: number;
  readonly taken: number;
  /** "After a commit you took up 3 of 8." */
  readonly text: string;
}

/** What was learnt of a rule, the occasions that went best first; empty: nothing yet. */
export function learntOf(learnt: Learnt, rule: string): LearntView[] {
  const believed = (occasion: LearntOccasion) => meanOf(beliefOf(triesOf(learnt, rule, occasion), occasion));
  return LEARNT_OCCASIONS.filter(occasion => triesOf(learnt, rule, occasion).shown > 0)
    .sort((a, b) => believed(b) - believed(a))
    .map(occasion => viewOf(occasion, learnt, rule));
}

function viewOf(occasion: LearntOccasion, learnt: Learnt, rule: string): LearntView {
  const { shown, taken } = triesOf(learnt, rule, occasion);
  const when = occasion === 'late' ? 'when no better moment had come' : OCCASION_NAMES[occasion];
  const text = `${when.charAt(0).toUpperCase()}${when.slice(1)} you took up ${taken} of ${shown}.`;
  return { occasion, shown, taken, text };
}
