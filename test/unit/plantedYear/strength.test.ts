import assert from 'node:assert/strict';
import type { Signal } from '../../../src/core/activity/signal.ts';
import { hoursOf, onDay, weekday } from '../../support/plantedYear/dates.ts';
import { PATTERNS } from '../../support/plantedYear/patterns.ts';
import { plantedYear } from '../../support/plantedYear/year.ts';
import * as counted from './measures/counted.ts';
import * as ofTime from './measures/ofTime.ts';
import { MINUTE } from './measures/signs.ts';

const WEEKS = 34;

interface Measure {
  readonly measured: (signals: readonly Signal[], day: number) => number;
  readonly threshold: number;
}

/** By rule: what its description says, in parts of its default threshold. */
const MEASURES: Readonly<Record<string, Measure>> = {
  'rest/no-break': { measured: ofTime.longestWithoutBreak, threshold: 90 * MINUTE },
  'rest/late-work': {
    measured: (signals, day) => ofTime.workFrom(signals, onDay(day, weekday(day) < 5 ? 18 : 0)),
    threshold: 60 * MINUTE,
  },
  'switching/ping-pong': { measured: counted.mostSwitches, threshold: 8 },
  'switching/two-files': { measured: counted.mostFileChanges, threshold: 16 },
  'stuck/failing-run': { measured: counted.mostFailures, threshold: 5 },
  'stuck/staying-error': { measured: ofTime.longestError, threshold: 40 * MINUTE },
  'stuck/edit-undo': { measured: counted.mostUndone, threshold: 25 },
  'offer/long-read': { measured: ofTime.mostReading, threshold: 40 * MINUTE },
  'waiting/builds': { measured: ofTime.mostWaiting, threshold: 20 * MINUTE },
  'risk/uncommitted': { measured: counted.mostUncommitted, threshold: 12_000 },
  'risk/untested': { measured: counted.mostUntested, threshold: 4_000 },
  'queue/over-budget': { measured: ofTime.timeOfBudgeted, threshold: 60 * MINUTE },
  'queue/too-many': { measured: counted.itemsBegun, threshold: 5 },
  'plan/conveyor': { measured: counted.smallOnes, threshold: 6 },
  'offer/unprotected-flow': { measured: ofTime.mostFlow, threshold: 15 * MINUTE },
};

describe('what is planted', function () {
  this.timeout(60_000);
  const { signals, planted, alsoThere } = plantedYear({ seed: 3, weeks: WEEKS, patterns: PATTERNS });
  const days = new Map<number, Signal[]>();
  for (const signal of signals) {
    const day = Math.floor(hoursOf(0, signal.at) / 24);
    const ofDay = days.get(day);
    if (ofDay) ofDay.push(signal);
    else days.set(day, [signal]);
  }
  const isOn = (day: number, { from }: { readonly from: number }) =>
    from >= onDay(day, 0) && from < onDay(day + 1, 0);

  for (const [rule, { measured, threshold }] of Object.entries(MEASURES)) {
    it(`has its strength, and ordinary days stay below: ${rule}`, () => {
      const truth = planted.filter(planting => planting.rule === rule);
      assert.ok(truth.length >= 5, `${truth.length} planted`);
      for (const [day, ofDay] of days) {
        const reached = measured(ofDay, day) / threshold;
        const planting = truth.find(one => isOn(day, one));
        const isThere = alsoThere.some(one => one.rule === rule && isOn(day, one));
        if (planting) assertNear(reached, planting.strength, threshold);
        else if (!isThere) assert.ok(reached < 0.9, `${reached.toFixed(2)} on day ${day}`);
      }
    });
  }

  /**
   * Counts are whole, and never nearer to the threshold than the strength says; times and amounts are right to a fortieth. Where
   * little was planted, ordinary work of that day may come to more.
   */
  function assertNear(reached: number, strength: number, threshold: number) {
    const step = threshold < 100 ? 1 / threshold : 0.025;
    const low = strength > 1 && threshold < 100 ? strength : strength - step;
    const high = strength < 1 && threshold < 100 ? strength : strength + step;
    const isRight = reached > low - 1e-9 && reached < Math.max(high + 1e-9, strength < 0.9 ? 0.9 : 0);
    assert.ok(isRight, `${reached.toFixed(3)} planted at ${strength}`);
  }
});
