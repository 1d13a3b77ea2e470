import assert from 'node:assert/strict';
import { sessionStretches } from '../../../../src/core/stats/sessionStretches.ts';
import { MINUTE, NINE, session } from '../focus/builders.ts';

describe('sessions on the timeline', () => {
  const day = { start: NINE, end: NINE + 600 * MINUTE };

  it('are clipped to the day', () => {
    const early = session({ startedAt: NINE - 10 * MINUTE, endedAt: NINE + 15 * MINUTE });
    const late = session({ startedAt: day.end - MINUTE, endedAt: day.end + MINUTE });
    assert.deepEqual(
      sessionStretches([early, late], day, day.end).map(({ start, end }) => [start, end]),
      [
        [NINE, NINE + 15 * MINUTE],
        [day.end - MINUTE, day.end],
      ],
    );
  });

  it('go on until now while they are open', () => {
    assert.equal(sessionStretches([session()], day, NINE + 7 * MINUTE)[0]?.end, NINE + 7 * MINUTE);
    assert.deepEqual(sessionStretches([session()], day, NINE), []);
  });
});
