import assert from 'node:assert/strict';
import type { Items } from '../../../src/core/queue/item.ts';
import { DayKeeper } from '../../../src/runtime/dayKeeper.ts';
import { DaySealer } from '../../../src/runtime/daySealer.ts';
import { RecordKeeper } from '../../../src/runtime/recordKeeper.ts';
import { StatsKeeper } from '../../../src/runtime/statsKeeper.ts';
import { openStore } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { FakeClock } from '../../support/fakeClock.ts';
import { edit, queue } from '../../support/signals.ts';
import { item, itemsOf } from '../core/queue/builders.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** A Thursday, one in the afternoon in Berlin. */
const NOON = Date.parse('2026-03-05T12:00:00Z');

describe('StatsKeeper', () => {
  let clock: FakeClock;
  let store: Store;
  let keeper: RecordKeeper;
  let days: DayKeeper;
  let sealer: DaySealer;
  let stats: StatsKeeper;
  let items: Items;
  let idleAfterMs: number;
  let failures: string[];

  beforeEach(async () => {
    clock = new FakeClock(NOON);
    store = await openStore(':memory:');
    items = new Map();
    idleAfterMs = 5 * MINUTE;
    failures = [];
    const onFailure = (what: string) => failures.push(what);
    const yieldTurn = () => Promise.resolve();
    const rules = () => ({ idleAfterMs, deepBlockMs: 25 * MINUTE, planMs: null });
    const zone = () => 'Europe/Berlin';
    let fileId: string | null = 'memory';
    keeper = new RecordKeeper({
      ...{ clock, zone, onFailure, fileId: () => fileId },
      open: () => Promise.resolve(store),
      checkSupport: () => Promise.resolve(),
      eraseFiles: () => {
        fileId = null;
      },
      eraseCopies: () => undefined,
    });
    await keeper.begin();
    days = new DayKeeper(keeper, { clock, zone, rules, onFailure });
    sealer = new DaySealer(keeper, { clock, rules, isLeading: () => true, yieldTurn, onFailure });
    stats = new StatsKeeper(keeper, days, {
      ...{ rules, zone, yieldTurn, onFailure },
      queue: () => ({ items, usedMs: new Map([['i1', 7 * MINUTE]]) }),
      sessionsIn: () => [],
      checkIns: (from, to) => [
        { date: from, energy: 'low', flow: null, satisfaction: null, sentence: `${from} to ${to}` },
      ],
    });
  });
  afterEach(() => {
    for (const each of [stats, sealer, days, keeper]) each.dispose();
  });

  /** So many minutes of typing at noon of a day, so many days before the Thursday. */
  function work(daysAgo: number, minutes: number, window = 'w1'): void {
    for (let ms = 0; ms <= minutes * MINUTE; ms += 20_000) {
      keeper.signal(edit(NOON - daysAgo * DAY + ms, { window }));
    }
    keeper.flush();
  }
  const activeMinutes = () => stats.now().glance?.days.map(({ activeMs }) => activeMs / MINUTE);

  it('knows the week of sealed days, of yesterday from its rows, and of today', async () => {
    work(3, 10);
    work(2, 20);
    await sealer.sealPast();
    work(1, 30);
    work(0, 40);
    assert.deepEqual(activeMinutes(), [10, 20, 30, 40, 0, 0, 0]);
    const { days: shown, isCurrent } = await stats.week('2026-03-07');
    assert.deepEqual(shown, stats.now().glance?.days);
    assert.equal(isCurrent, true);
  });

  it('sees at once what a late row changes in a sealed day', async () => {
    work(2, 20);
    await sealer.sealPast();
    assert.deepEqual(activeMinutes()?.[1], 20);
    work(2, 50, 'late');
    assert.deepEqual(activeMinutes()?.[1], 50);
    clock.advance(600_000);
    await sealer.sealPast();
    assert.deepEqual(activeMinutes()?.[1], 50);
  });

  it('reads past weeks again only where they have changed', async () => {
    work(8, 10);
    await sealer.sealPast();
    stats.now();
    const reads: unknown[] = [];
    const rollups = store.rollups as { days: Store['rollups']['days'] };
    const read = rollups.days.bind(rollups);
    rollups.days = (...range) => {
      reads.push(range);
      return read(...range);
    };
    work(0, 10);
    assert.deepEqual(activeMinutes()?.[3], 10);
    assert.equal(reads.length, 0);
    work(8, 20, 'late');
    stats.now();
    stats.now();
    assert.equal(reads.length, 1);
  });

  it('sees what is written of today, and takes it along over midnight', () => {
    work(0, 10);
    assert.deepEqual(activeMinutes(), [0, 0, 0, 10, 0, 0, 0]);
    work(0, 30, 'w2');
    assert.deepEqual(activeMinutes(), [0, 0, 0, 30, 0, 0, 0]);
    clock.advance(DAY);
    assert.deepEqual(activeMinutes(), [0, 0, 0, 30, 0, 0, 0]);
    assert.equal(stats.now().glance?.days[4]?.isToday, true);
  });

  it('computes many days that are not sealed in turns, and tells when they are there', async () => {
    for (const daysAgo of [3, 2, 1]) work(daysAgo, 10 * daysAgo);
    const loaded = new Promise<void>(resolve => stats.onDidLoad(resolve));
    assert.equal(stats.now().glance, null);
    await loaded;
    assert.deepEqual(activeMinutes(), [30, 20, 10, 0, 0, 0, 0]);
  });

  it('follows another idle rule', async () => {
    for (const ms of [0, 20_000, 260_000]) keeper.signal(edit(NOON - DAY + ms));
    keeper.flush();
    await sealer.sealPast();
    assert.equal(stats.now().glance?.days[2]?.activeMs, 260_000);
    idleAfterMs = 60_000;
    days.forget();
    assert.equal(stats.now().glance?.days[2]?.activeMs, 20_000);
  });

  it('tells usual from past weeks', async () => {
    for (const weeks of [1, 2, 3, 4]) work(7 * weeks, 10 * weeks);
    await sealer.sealPast();
    const { glance, beside } = stats.now();
    assert.deepEqual(glance?.days[3]?.usual, { lowMs: 17.5 * MINUTE, highMs: 32.5 * MINUTE });
    assert.deepEqual(beside.usual?.bands.active, { low: 17.5 * MINUTE, high: 32.5 * MINUTE });
    assert.equal(beside.usual.weeks, 4);
  });

  it('shows any day of the past by itself', async () => {
    work(30, 45);
    const { day: view } = await stats.day('2026-02-03');
    assert.equal(view.date, '2026-02-03');
    assert.equal(view.numbers.find(({ id }) => id === 'active')?.value, '45 min');
    assert.equal((await stats.day('2026-02-04')).day.isEmpty, true);
    assert.equal((await stats.day('2026-09-01')).day.date, '2026-03-05');
  });

  it('shows beside a day what was done and said on it', async () => {
    items = itemsOf([
      item({ state: 'done', closedAt: NOON - 60_000, title: 'First' }),
      item({ id: 'i2', key: 'A-2', state: 'done', closedAt: NOON, title: 'Second' }),
    ]);
    const { done, checkIns } = await stats.day('2026-03-05');
    assert.deepEqual(
      done.map(({ title }) => title),
      ['Second', 'First'],
    );
    assert.deepEqual(
      checkIns.map(({ sentence }) => sentence),
      ['2026-03-05 to 2026-03-05'],
    );
    assert.deepEqual((await stats.day('2026-03-04')).done, []);
  });

  it('takes items by the names that the queue has now', async () => {
    keeper.signal(queue(NOON, 'i1'));
    work(0, 10);
    const names = async () => (await stats.week('2026-03-05')).byItem.map(({ name }) => name);
    assert.deepEqual(await names(), ['i1']);
    const done = { state: 'done', closedAt: NOON, title: 'Search', labels: ['exploration'] } as const;
    items = itemsOf([
      item({ ...done, title: 'Find' }),
      item({ ...done, id: 'i2', key: 'A-2', state: 'dropped' }),
    ]);
    assert.deepEqual(await names(), ['A-1 Find']);
    const { beside } = stats.now();
    assert.deepEqual(
      beside.results.done.map(({ key, usedMs }) => [key, usedMs]),
      [['A-1', 7 * MINUTE]],
    );
    assert.equal((await stats.week('2026-03-05')).numbers.at(-1)?.value, '100 %');
  });

  it('brings the check-ins of the week', async () => {
    const { checkIns } = await stats.week('2026-03-05');
    assert.deepEqual(
      checkIns.map(({ sentence }) => sentence),
      ['2026-03-02 to 2026-03-08'],
    );
  });

  it('forgets what was erased', async () => {
    work(1, 30);
    assert.deepEqual(activeMinutes()?.[2], 30);
    await keeper.erase();
    assert.equal(stats.now().glance, null);
    assert.equal((await stats.week('2026-03-05')).isEmpty, true);
    assert.deepEqual(failures, []);
  });

  it('tells a failure, and shows nothing rather than something wrong', () => {
    work(1, 30);
    store.close();
    days.today();
    assert.equal(stats.now().glance, null);
    assert.ok(failures.includes('This week could not be read from the record.'));
  });
});
