import assert from 'node:assert/strict';
import type { SpanKey } from '../../../src/core/activity/correction.ts';
import { activeBy, projectOf } from '../../../src/core/stats/measures.ts';
import { CorrectionKeeper } from '../../../src/runtime/correctionKeeper.ts';
import { DayKeeper } from '../../../src/runtime/dayKeeper.ts';
import { DaySealer } from '../../../src/runtime/daySealer.ts';
import type { RecordKeeper } from '../../../src/runtime/recordKeeper.ts';
import { correcting } from '../../../src/store/correcting.ts';
import { FakeClock } from '../../support/fakeClock.ts';
import { SharedRecord } from '../../support/recordWindow.ts';
import { edit } from '../../support/signals.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NOON = Date.parse('2026-03-05T12:00:00Z');

describe('CorrectionKeeper', () => {
  let clock: FakeClock;
  let record: SharedRecord;
  beforeEach(() => {
    clock = new FakeClock(NOON);
    record = new SharedRecord(clock);
  });
  afterEach(() => {
    record.close();
  });

  async function openWindow() {
    const keeper = record.window();
    const { onFailure } = record;
    const rules = () => ({ idleAfterMs: 5 * MINUTE });
    const days = record.add(new DayKeeper(keeper, { clock, rules, onFailure, zone: () => 'Europe/Berlin' }));
    const yieldTurn = () => Promise.resolve();
    const isLeading = () => true;
    const sealer = record.add(new DaySealer(keeper, { clock, rules, isLeading, yieldTurn, onFailure }));
    const corrections = record.add(new CorrectionKeeper(keeper, { clock, yieldTurn }));
    await keeper.begin();
    await keeper.start();
    const active = () => Object.fromEntries(activeBy(days.today().day?.pieces ?? [], projectOf));
    return { keeper, days, sealer, corrections, active };
  }

  /** Two stretches of so many minutes, ten minutes apart, of today or days before; answers their spans. */
  function work(keeper: RecordKeeper, daysAgo = 0): SpanKey[] {
    const begin = clock.now() - daysAgo * DAY;
    for (const start of [begin, begin + 12 * MINUTE]) {
      for (let ms = 0; ms <= 2 * MINUTE; ms += 20_000) keeper.signal(edit(start + ms));
    }
    keeper.flush();
    const spans = keeper.readable?.store.slice(begin, begin + 30 * MINUTE, MINUTE).slice.spans ?? [];
    return spans.map(({ start, id }) => ({ start, id }));
  }

  it('deletes, takes it back and does it again, and today is computed anew each time', async () => {
    const { keeper, corrections, active } = await openWindow();
    const [first] = work(keeper);
    assert.ok(first);
    assert.deepEqual(active(), { shop: 4 * MINUTE });
    assert.equal(await corrections.delete([first]), 1);
    assert.deepEqual(active(), { shop: 2 * MINUTE });
    assert.equal(corrections.undoLabel, 'Delete 1 span');
    await corrections.undo();
    assert.deepEqual([active(), corrections.undoLabel], [{ shop: 4 * MINUTE }, null]);
    await corrections.redo();
    assert.deepEqual([active(), corrections.redoLabel], [{ shop: 2 * MINUTE }, null]);
  });

  it('gives spans to a project and an item', async () => {
    const { keeper, corrections, active } = await openWindow();
    const keys = work(keeper);
    await corrections.giveToProject(keys, 'tools');
    await corrections.giveToItem(keys, { id: 'i7', name: 'A-7' });
    assert.deepEqual(active(), { tools: 4 * MINUTE });
    const of = keeper.readable?.store.part(correcting).of(keys[0] ?? { start: 0, id: 0 });
    assert.deepEqual(of, { isHidden: false, project: 'tools', item: 'i7' });
    assert.equal(corrections.undoLabel, 'Give 2 spans to \u2068A-7\u2069');
  });

  it('leaves alone what another window has said since', async () => {
    const here = await openWindow();
    const there = await openWindow();
    const [first, second] = work(here.keeper);
    assert.ok(first && second);
    await here.corrections.giveToProject([first, second], 'tools');
    await there.corrections.giveToProject([second], 'docs');
    assert.equal(await here.corrections.undo(), 1);
    clock.advance(1000);
    for (const { active } of [here, there])
      assert.deepEqual(active(), { shop: 2 * MINUTE, docs: 2 * MINUTE });
  });

  it('takes corrections back that were made before a restart', async () => {
    const before = await openWindow();
    const keys = work(before.keeper);
    await before.corrections.delete(keys);
    const after = await openWindow();
    assert.deepEqual([after.active(), after.corrections.undoLabel], [{}, null]);
    assert.equal(await after.corrections.restore(keys), 2);
    assert.deepEqual(after.active(), { shop: 4 * MINUTE });
  });

  it('has a day that was sealed rolled up anew, without waiting for the next check', async () => {
    const { keeper, corrections, sealer } = await openWindow();
    const [first] = work(keeper, 1);
    assert.ok(first);
    await sealer.sealPast();
    const rolledUp = () => keeper.readable?.store.rollups.days('2026-03-04', '2026-03-04')[0]?.activeMs;
    assert.equal(rolledUp(), 4 * MINUTE);
    await corrections.delete([first]);
    await new Promise(resolve => setImmediate(resolve));
    assert.equal(rolledUp(), 2 * MINUTE);
  });

  it('forgets what can be undone when everything is erased', async () => {
    const { keeper, corrections } = await openWindow();
    await corrections.delete(work(keeper));
    await keeper.erase();
    assert.equal(corrections.undoLabel, null);
    assert.equal(await corrections.undo(), null);
  });
});
