import assert from 'node:assert/strict';
import type { RecordFilter } from '../../../src/core/audit/filterSchema.ts';
import { PAGE_ROWS, rowId } from '../../../src/core/audit/row.ts';
import { NO_ITEMS } from '../../../src/core/stats/itemNames.ts';
import { CorrectionKeeper } from '../../../src/runtime/correctionKeeper.ts';
import { RecordList } from '../../../src/runtime/recordList.ts';
import { FakeClock } from '../../support/fakeClock.ts';
import { SharedRecord } from '../../support/recordWindow.ts';
import { doc, edit } from '../../support/signals.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NOON = Date.parse('2026-03-05T12:00:00Z');

describe('the list of the record', () => {
  let clock: FakeClock;
  let record: SharedRecord;
  beforeEach(() => {
    clock = new FakeClock(NOON);
    record = new SharedRecord(clock);
  });
  afterEach(() => {
    record.close();
  });

  async function open(filter: RecordFilter = {}) {
    const keeper = record.window();
    const yieldTurn = () => Promise.resolve();
    const corrections = record.add(new CorrectionKeeper(keeper, { clock, yieldTurn }));
    await keeper.begin();
    await keeper.start();
    const list = record.add(
      new RecordList(keeper, corrections, {
        ...{ clock, yieldTurn, onFailure: record.onFailure },
        rules: () => ({ idleAfterMs: 5 * MINUTE, deepBlockMs: 25 * MINUTE, items: NO_ITEMS }),
        today: () => keeper.readable?.calendar.dayAt(clock.now()).date ?? '',
        zone: () => 'Europe/Berlin',
      }),
    );
    /** So many spans of half a minute, each followed by a pause of as much. */
    function work(daysAgo: number, count: number, project = 'shop'): void {
      for (let i = 0; i < count; i++) {
        const at = NOON - daysAgo * DAY + i * MINUTE;
        const made = { doc: doc(`src/${i}.ts`, project) };
        keeper.signal(edit(at, made));
        keeper.signal(edit(at + 30_000, made));
      }
      keeper.flush();
    }
    const show = async (wanted: RecordFilter = filter) => {
      list.show(wanted);
      await settled();
      return list.view();
    };
    return { keeper, corrections, list, work, show };
  }
  /** Until all days have been looked through. */
  const settled = async () => {
    for (let turn = 0; turn < 500; turn++) await Promise.resolve();
  };

  it('has the days with something in them, the newest first, with how many rows', async () => {
    const { work, show } = await open();
    work(9, 3);
    work(2, 4);
    work(0, 2);
    const { days, lookedTo, pages } = await show();
    assert.deepEqual(
      days.map(([date, rows]) => [date, rows]),
      [
        ['2026-03-05', 2],
        ['2026-03-03', 4],
        ['2026-02-24', 3],
      ],
    );
    assert.equal(lookedTo, null);
    assert.deepEqual(
      pages.map(({ date, rows }) => [date, rows.length]),
      [
        ['2026-03-05', 2],
        ['2026-03-03', 4],
        ['2026-02-24', 3],
      ],
    );
  });

  it('shows the first page at once, and looks through the other days in turns', async () => {
    const { work, list } = await open();
    work(0, 2);
    for (let daysAgo = 1; daysAgo < 60; daysAgo++) work(daysAgo, 1);
    let tellings = 0;
    list.onDidChange(() => tellings++);
    list.show({});
    const first = list.view();
    assert.deepEqual([first.days.length, first.lookedTo], [1, '2026-03-05']);
    await settled();
    assert.equal(list.view().days.length, 60);
    assert.ok(tellings > 0);
  });

  it('sends the parts of days that are asked for, and no others', async () => {
    const { work, list, show } = await open();
    work(1, PAGE_ROWS + 5);
    work(0, 1);
    await show();
    list.lookAt([{ date: '2026-03-04', page: 1 }]);
    const { pages } = list.view();
    assert.deepEqual(
      pages.map(({ date, page, rows }) => [date, page, rows.length]),
      [['2026-03-04', 1, 5]],
    );
  });

  it('holds days and projects back', async () => {
    const { work, show } = await open();
    work(2, 3);
    work(1, 2, 'tools');
    work(0, 1);
    const dates = (filter: RecordFilter) => show(filter).then(({ days }) => days.map(([date]) => date));
    assert.deepEqual(await dates({ projects: ['tools'] }), ['2026-03-04']);
    assert.deepEqual(await dates({ from: '2026-03-03', to: '2026-03-04' }), ['2026-03-04', '2026-03-03']);
  });

  it('follows what is recorded meanwhile', async () => {
    const { work, list, show } = await open();
    work(0, 1);
    await show();
    work(0, 3, 'tools');
    assert.equal(list.view().days[0]?.[1], 4);
  });

  it('finds the spans from one row to another, and what was singled out', async () => {
    const { work, list, show } = await open();
    work(1, 4);
    work(0, 3);
    const { pages } = await show();
    const name = (page: number, row: number) => rowId(pages[page]!.rows[row]!);
    await list.select({
      range: {
        newest: { date: '2026-03-05', row: name(0, 1) },
        oldest: { date: '2026-03-04', row: name(1, 1) },
      },
      flipped: [
        { date: '2026-03-05', row: name(0, 2) },
        { date: '2026-03-04', row: '#3' },
      ],
    });
    const minuteOf = list.keys.map(({ start }) => new Date(start).toISOString().slice(8, 16));
    assert.deepEqual(minuteOf, ['05T12:01', '04T12:03', '04T12:02', '04T12:00']);
    assert.deepEqual(list.view().selected, { spans: 4, ms: 3.5 * MINUTE, isTooMuch: false });
  });

  it('keeps deleted spans among the corrected ones, from where they are taken back', async () => {
    const { work, list, show, corrections } = await open();
    work(3, 2);
    work(0, 1);
    await show();
    await list.select({
      range: { newest: { date: '2026-03-02', row: '#0' }, oldest: { date: '2026-03-02', row: '#1' } },
      flipped: [],
    });
    await corrections.delete(list.keys);
    await settled();
    assert.deepEqual(
      list.view().days.map(([date]) => date),
      ['2026-03-05'],
    );
    const { days, pages } = await show({ isCorrected: true });
    assert.deepEqual(days, [['2026-03-02', 2, 0]]);
    const keys = pages[0]!.rows.flatMap(row => (row.kind === 'span' ? [row.key] : []));
    await corrections.restore(keys);
    await settled();
    assert.deepEqual(list.view().days, []);
    assert.deepEqual((await show({})).days.length, 2);
  });

  it('is empty once everything is erased', async () => {
    const { keeper, work, list, show } = await open();
    work(0, 2);
    await show();
    await keeper.erase();
    assert.deepEqual([list.view().days, list.view().pages], [[], []]);
  });
});
