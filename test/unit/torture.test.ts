import assert from 'node:assert/strict';
import { isMissed } from '../../src/cli/bench/figures.ts';
import { tortureClock } from '../torture/clock.ts';
import { tortureDamages } from '../torture/damages.ts';
import { tortureFullDisk } from '../torture/fullDisk.ts';
import { tortureKills } from '../torture/kills.ts';
import { SHORT, type Ordeal } from '../torture/ordeal.ts';
import { tortureWriters } from '../torture/writers.ts';
import { tortureZones } from '../torture/zones.ts';
import { withFolder } from './store/temporaryFolder.ts';

const ORDEALS: readonly [what: string, ordeal: Ordeal][] = [
  ['windows that are killed while they write', tortureKills],
  ['three windows that write at once', tortureWriters],
  ['a clock that is set back and forth', tortureClock],
  ['clock changes in ten zones', tortureZones],
  ['five kinds of damage', tortureDamages],
  ['a full disk', tortureFullDisk],
];

/** The short form of what `npm run torture` does for minutes. */
describe('a record', () => {
  for (const [what, ordeal] of ORDEALS) {
    it(`survives ${what}`, async function () {
      this.timeout(120_000);
      await withFolder(async folder => {
        const figures = await ordeal(folder, SHORT);
        assert.ok(figures.some(each => each.budget !== null));
        assert.deepEqual(figures.filter(isMissed), []);
      });
    });
  }
});
