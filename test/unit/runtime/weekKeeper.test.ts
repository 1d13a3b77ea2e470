import assert from 'node:assert/strict';
import { computeDays } from '../../../src/core/stats/computeDays.ts';
import type { Store } from '../../../src/store/store.ts';
import { edit } from '../../support/signals.ts';
import { RULES, Windows, type OpenWindow } from './windows.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Wednesday 4 March 2026, noon in Berlin. */
const NOW = Date.parse('2026-03-04T11:00:00Z');

describe('WeekKeeper', () => {
  let windows: Windows;
  let window: OpenWindow;

  beforeEach(async () => {
    windows = new Windows(NOW);
    window = await windows.add('one');
  });
  afterEach(() => {
    windows.dispose();
    assert.deepEqual(windows.failures, []);
  });

  /** Types for so many minutes from an instant on. */
  function work(from: number, minutes: number): void {
    for (let at = from; at <= from + minutes * MINUTE; at += 20_000) window.keeper.signal(edit(at));
    window.keeper.flush();
  }

  function seal(date: string): void {
    const { store, calendar } = window.keeper.readable!;
    const local = calendar.dayAt(Date.parse(`${date}T11:00:00Z`));
    store.sealDay(local, RULES, slice => computeDays(slice, calendar, RULES).find(day => day.date === date));
  }

  const deep = () => window.weeks.deepDays().map(({ date, deepMs }) => `${date} ${deepMs / MINUTE}`);

  it('has each day from Monday to today, sealed or not', () => {
    work(NOW - 3 * DAY, 60);
    work(NOW - 2 * DAY, 50);
    work(NOW - 2 * DAY + 120 * MINUTE, 30);
    work(NOW - DAY, 20);
    work(NOW - 40 * MINUTE, 40);
    const days = ['2026-03-02 80', '2026-03-03 0', '2026-03-04 40'];
    assert.deepEqual(deep(), days);
    seal('2026-03-02');
    seal('2026-03-03');
    assert.deepEqual(deep(), days);
  });

  it('takes in what comes late to a sealed day', () => {
    work(NOW - 2 * DAY, 50);
    seal('2026-03-02');
    assert.equal(deep()[0], '2026-03-02 50');
    work(NOW - 2 * DAY + 51 * MINUTE, 9);
    assert.equal(deep()[0], '2026-03-02 60');
  });

  it('reads past days again only where they have changed', () => {
    work(NOW - 2 * DAY, 50);
    seal('2026-03-02');
    seal('2026-03-03');
    deep();
    const { store } = window.keeper.readable!;
    let reads = 0;
    const rollups = store.rollups as { blocks: Store['rollups']['blocks'] };
    const read = rollups.blocks.bind(rollups);
    rollups.blocks = (...range) => {
      reads++;
      return read(...range);
    };
    work(NOW - 40 * MINUTE, 40);
    assert.deepEqual(deep(), ['2026-03-02 50', '2026-03-03 0', '2026-03-04 40']);
    assert.equal(reads, 0);
    windows.clock.sleep(DAY);
    windows.clock.advance(30_000);
    assert.deepEqual(deep(), ['2026-03-02 50', '2026-03-03 0', '2026-03-04 40', '2026-03-05 0']);
    assert.equal(reads, 1);
  });

  it('is today alone without a record', async () => {
    await window.keeper.erase();
    assert.deepEqual(deep(), ['2026-03-04 0']);
  });
});
