import assert from 'node:assert/strict';
import { backtestYear } from '../../support/plantedYear/backtestYear.ts';
import { PLANTED_ZONE } from '../../support/plantedYear/dates.ts';
import { PATTERNS } from '../../support/plantedYear/patterns.ts';
import { PLANTED_SETTINGS } from '../../support/plantedYear/replayYear.ts';
import {
  clearRecall,
  falseAWeek,
  score,
  weakOnesFound,
  type Score,
} from '../../support/plantedYear/score.ts';
import { scoreTable } from '../../support/plantedYear/scoreTable.ts';
import { plantedYear } from '../../support/plantedYear/year.ts';
import { replayLog } from '../../support/replayLog.ts';

const WEEKS = 26;

/** `node test/plantedYear.ts --years 9` does the same at length. */
describe('the rules in half a planted year', function () {
  this.timeout(120_000);
  let result: Score;

  before(async () => {
    const year = plantedYear({ seed: 1, weeks: WEEKS, patterns: PATTERNS });
    const { findings } = await replayLog(year.signals, PLANTED_ZONE, PLANTED_SETTINGS);
    result = score([...findings, ...(await backtestYear(year))], year, WEEKS);
  });

  for (const { rule } of PATTERNS) {
    it(`find what clearly passes their threshold, and nothing that does not: ${rule}`, () => {
      const ofRule = result.rules.find(one => one.rule === rule);
      assert.ok(ofRule);
      assert.equal(weakOnesFound(ofRule), 0, scoreTable(result));
      assert.equal(clearRecall(ofRule), 1, scoreTable(result));
    });
  }

  it('find at most one thing a week that is not there', () => {
    assert.ok(falseAWeek(result) <= 1, scoreTable(result));
  });
});
