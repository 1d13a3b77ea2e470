import assert from 'node:assert/strict';
import type { RuleChange } from '../../../src/core/stats/ruleChange.ts';
import { DaySealer } from '../../../src/runtime/daySealer.ts';
import type { RecordKeeper } from '../../../src/runtime/recordKeeper.ts';
import { RuleFollower } from '../../../src/runtime/ruleFollower.ts';
import { FakeClock } from '../../support/fakeClock.ts';
import { SharedRecord } from '../../support/recordWindow.ts';
import { edit } from '../../support/signals.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('RuleFollower', () => {
  let clock: FakeClock;
  let record: SharedRecord;
  let keeper: RecordKeeper;
  let follower: RuleFollower;
  let sealer: DaySealer;
  let rules: { idleAfterMs: number; deepBlockMs: number };
  let isLeading: boolean;
  let told: RuleChange[];
  let long: number;
  let yieldTurn: () => Promise<void>;

  beforeEach(async () => {
    clock = new FakeClock(Date.parse('2026-03-05T12:00:00Z'));
    record = new SharedRecord(clock);
    keeper = record.window();
    rules = { idleAfterMs: 5 * MINUTE, deepBlockMs: 25 * MINUTE };
    isLeading = true;
    told = [];
    long = 0;
    yieldTurn = () => Promise.resolve();
    const { onFailure } = record;
    await keeper.begin();
    await keeper.start();
    sealer = record.add(
      new DaySealer(keeper, {
        ...{ clock, onFailure, rules: () => rules, isLeading: () => isLeading },
        yieldTurn: () => yieldTurn(),
      }),
    );
    follower = record.add(
      new RuleFollower(keeper, {
        ...{ clock, onFailure, rules: () => rules, isLeading: () => isLeading },
        sealPast: () => sealer.sealPast(),
        onLong: () => long++,
        onDidFollow: change => told.push(change),
      }),
    );
    // On two days half an hour of single edits, four minutes apart.
    for (const daysAgo of [2, 1]) {
      for (let i = 0; i <= 8; i++) keeper.signal(edit(clock.now() - daysAgo * DAY + i * 4 * MINUTE));
    }
    keeper.flush();
    await sealer.sealPast();
  });
  afterEach(() => {
    record.close();
  });

  /** Follows a change, with all the time that it takes. */
  async function change(next: Partial<typeof rules>): Promise<void> {
    const old = rules;
    rules = { ...rules, ...next };
    const following = follower.follow(old);
    for (let i = 0; i < 6; i++) {
      await turns();
      clock.advance(1_000);
    }
    await following;
  }
  const turns = () => new Promise(resolve => setImmediate(resolve));

  it('has history computed anew for another idle rule, and says what changed', async () => {
    await change({ idleAfterMs: MINUTE });
    assert.deepEqual(told, [
      {
        days: 30,
        before: { activeMs: 64 * MINUTE, deepMs: 64 * MINUTE },
        after: { activeMs: 0, deepMs: 0 },
      },
    ]);
    assert.equal(long, 0);
  });

  it('says what another length of deep blocks changed', async () => {
    await change({ deepBlockMs: 40 * MINUTE });
    assert.deepEqual(told[0]?.before, { activeMs: 64 * MINUTE, deepMs: 64 * MINUTE });
    assert.deepEqual(told[0].after, { activeMs: 64 * MINUTE, deepMs: 0 });
  });

  it('says nothing where another window leads', async () => {
    isLeading = false;
    await change({ idleAfterMs: MINUTE });
    assert.deepEqual(told, []);
  });

  it('tells of several changes in a row once, from the first to the last', async () => {
    const first = change({ idleAfterMs: 2 * MINUTE });
    const between = rules;
    rules = { ...rules, idleAfterMs: 4 * MINUTE };
    const second = follower.follow(between);
    await first;
    await turns();
    clock.advance(5_000);
    await second;
    assert.equal(told.length, 1);
    assert.deepEqual(told[0]?.before, told[0]?.after);
  });

  it('shows that it is at work where that takes longer than a second', async () => {
    let go: () => void = () => undefined;
    yieldTurn = () =>
      new Promise<undefined>(resolve => {
        go = () => {
          resolve(undefined);
        };
      });
    const old = rules;
    rules = { ...rules, idleAfterMs: MINUTE };
    const following = follower.follow(old);
    await turns();
    clock.advance(1_000);
    await turns();
    assert.equal(long, 1);
    yieldTurn = () => Promise.resolve();
    go();
    await turns();
    clock.advance(3_000);
    await following;
    assert.equal(told.length, 1);
  });
});
