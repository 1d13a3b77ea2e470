import assert from 'node:assert/strict';
import { ruleChangeText, ruleFigures } from '../../../../src/core/stats/ruleChange.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('what a change of the rules did', () => {
  it('is told by what the last days came to before and now', () => {
    const before = { activeMs: 82 * HOUR + 10 * MINUTE, deepMs: 30 * HOUR };
    const after = { activeMs: 90 * HOUR + 5 * MINUTE, deepMs: 30 * HOUR };
    assert.equal(
      ruleChangeText({ days: 30, before, after }),
      'Active time of the last 30 days: 82 h 10 before, 90 h 05 now.',
    );
    assert.equal(
      ruleChangeText({ days: 30, before, after: { activeMs: before.activeMs, deepMs: 25 * HOUR } }),
      'Deep time of the last 30 days: 30 h 00 before, 25 h 00 now.',
    );
    assert.equal(
      ruleChangeText({ days: 30, before, after: { ...after, deepMs: 31 * HOUR } }),
      'Active time of the last 30 days: 82 h 10 before, 90 h 05 now. Deep time: 30 h 00 before, 31 h 00 now.',
    );
  });

  it('is told too where it is nothing', () => {
    const same = { activeMs: HOUR, deepMs: 0 };
    assert.equal(
      ruleChangeText({ days: 30, before: same, after: same }),
      'By the new setting the numbers of the last 30 days are the same as before.',
    );
  });

  it('counts blocks as deep from the rule on', () => {
    const blocks = [
      { start: 0, end: 20 * MINUTE },
      { start: HOUR, end: HOUR + 25 * MINUTE },
    ];
    const days = [{ activeMs: 30 * MINUTE }, { activeMs: 5 * MINUTE }];
    assert.deepEqual(ruleFigures(days, blocks, 25 * MINUTE), {
      activeMs: 35 * MINUTE,
      deepMs: 25 * MINUTE,
    });
  });
});
