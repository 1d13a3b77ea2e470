import assert from 'node:assert/strict';
import { computeDays } from '../../../src/core/stats/computeDays.ts';
import { DaySealer, unsealedDays } from '../../../src/runtime/daySealer.ts';
import { RecordKeeper } from '../../../src/runtime/recordKeeper.ts';
import { openStore } from '../../../src/store/open.ts';
import { FakeClock } from '../../support/fakeClock.ts';
import { edit } from '../../support/signals.ts';

const DAY = 86_400_000;

describe('DaySealer', () => {
  const clock = new FakeClock();
  const failures: string[] = [];
  let idleAfterMs = 300_000;
  let isLeading = false;
  let keeper: RecordKeeper;
  let sealer: DaySealer;

  before(async () => {
    const store = await openStore(':memory:');
    keeper = new RecordKeeper({
      clock,
      zone: () => 'Europe/Berlin',
      fileId: () => 'memory',
      open: () => Promise.resolve(store),
      checkSupport: () => Promise.resolve(),
      eraseFiles: () => undefined,
      eraseCopies: () => undefined,
      onFailure: what => failures.push(what),
    });
    await keeper.begin();
    sealer = new DaySealer(keeper, {
      clock,
      rules: () => ({ idleAfterMs }),
      isLeading: () => isLeading,
      yieldTurn: () => Promise.resolve(),
      onFailure: what => failures.push(what),
    });
    // Three days of ten minutes, one day without.
    for (const day of [0, 1, 3]) {
      for (let at = 0; at <= 600_000; at += 20_000) keeper.signal(edit(clock.now() + day * DAY + at));
    }
    keeper.flush();
    clock.advance(3 * DAY);
  });
  after(() => {
    sealer.dispose();
    keeper.dispose();
  });

  function readable() {
    assert.ok(keeper.readable);
    return keeper.readable;
  }
  const unsealed = () => {
    const { store, calendar } = readable();
    const days = unsealedDays(store, calendar, calendar.dayAt(clock.now()), { idleAfterMs });
    return [...days].map(day => day.date);
  };
  const sealedDays = () => readable().store.rollups.days('2026-01-01', '2026-12-31');

  it('leaves it to the window that leads', async () => {
    await sealer.sealPast();
    assert.equal(unsealed().length, 3);
    isLeading = true;
  });

  it('seals every day before today, also one on which nothing happened', async () => {
    assert.deepEqual(unsealed(), ['2026-03-02', '2026-03-03', '2026-03-04']);
    await sealer.sealPast();
    assert.deepEqual(unsealed(), []);
    assert.deepEqual(
      sealedDays().map(({ date, activeMs }) => [date, activeMs]),
      [
        ['2026-03-02', 600_000],
        ['2026-03-03', 600_000],
      ],
    );
  });

  it('seals anew what a late row has changed', async () => {
    keeper.signal(edit(clock.now() - 3 * DAY + 620_000, { window: 'late' }));
    keeper.flush();
    assert.deepEqual(unsealed(), ['2026-03-02']);
    clock.advance(600_000);
    await sealer.sealPast();
    assert.equal(sealedDays()[0]?.activeMs, 620_000);
  });

  it('seals everything anew for another idle rule, as computed from the rows', async () => {
    idleAfterMs = 30_000;
    await sealer.sealPast();
    assert.deepEqual(unsealed(), []);
    const { store, calendar } = readable();
    const { slice } = store.slice(0, clock.now(), idleAfterMs);
    const computed = computeDays(slice, calendar, { idleAfterMs }).map(day => day.activeMs);
    assert.deepEqual(
      sealedDays().map(day => day.activeMs),
      computed.slice(0, 2),
    );
    assert.deepEqual(failures, []);
  });
});
