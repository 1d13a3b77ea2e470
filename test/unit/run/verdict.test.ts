import assert from 'node:assert/strict';
import { verdictOn } from '../../run/verdict.ts';
import { ONE_FAILED, type Tally } from '../../run/tally.ts';

const tally = (counts: Partial<Tally>): Tally => ({ passed: 0, failed: 0, skipped: 0, ...counts });

describe('the verdict on a step', () => {
  it('is its tally, and nothing more, where one attempt was enough', () => {
    assert.deepEqual(verdictOn([tally({ passed: 7 })]), { tally: tally({ passed: 7 }) });
  });

  it('is its tally, and nothing more, where it has failed and may not be run again', () => {
    assert.deepEqual(verdictOn([tally({ passed: 6, failed: 1 })]), {
      tally: tally({ passed: 6, failed: 1 }),
    });
  });

  it('counts each test once when it is run again, and says that it had failed', () => {
    assert.deepEqual(verdictOn([tally({ passed: 6, failed: 1 }), tally({ passed: 7 })]), {
      tally: tally({ passed: 7 }),
      remark: 'failed once, passed when run again',
    });
  });

  it('stays bad when it fails again, by what failed then', () => {
    assert.deepEqual(verdictOn([ONE_FAILED, tally({ passed: 5, failed: 2, skipped: 1 })]), {
      tally: tally({ passed: 5, failed: 2, skipped: 1 }),
      remark: 'failed once, failed again when run again',
    });
  });
});
