import * as fc from 'fast-check';
import { NO_CORRECTION, type Correction } from '../../src/core/activity/correction.ts';

/** What may be said of spans: of each none, one or several of the three. */
export const CORRECTION: fc.Arbitrary<Correction> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(NO_CORRECTION) },
  {
    weight: 5,
    arbitrary: fc.record({
      isHidden: fc.boolean(),
      project: fc.constantFrom(undefined, undefined, null, 'shop', 'given'),
      item: fc.constantFrom(undefined, undefined, null, 'a', 'given'),
    }),
  },
);

/** One for each of any number of spans, over and over. */
export const CORRECTIONS: fc.Arbitrary<readonly Correction[]> = fc.array(CORRECTION, {
  minLength: 1,
  maxLength: 12,
});
