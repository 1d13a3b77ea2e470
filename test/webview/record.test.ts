import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { RecordView } from '../../src/core/messages/record.ts';
import type { StatsRequest } from '../../src/core/messages/stats.ts';
import { focused, plain, tabTo } from './page.ts';
import * as records from './recordSnapshots.ts';
import { busyDay, busyWeek } from './statsSnapshots.ts';
import { usePanel } from './usePanel.ts';

/** Budgets of the design, section 7. */
const FIRST_PAINT_MS = 150;
const FRAME_MS = 50;

describe('The record', () => {
  const panel = usePanel('stats');
  const open = async (stats = records.record(), width = 1100) => (await panel.open({ stats, width })).page;
  const requests = async <T extends StatsRequest['type']>(type: T) => {
    const all = (await panel.opened.requests()) as StatsRequest[];
    return all.filter((each): each is Extract<StatsRequest, { type: T }> => each.type === type);
  };
  const lastSelection = async () => (await requests('selectRows')).at(-1)?.selection;
  const spans = (page: Page) => page.locator('.record-line.is-span');
  const selectedTimes = (page: Page) => page.locator('.is-selected .record-time').allInnerTexts();
  const show = (view: Partial<RecordView>) => panel.opened.pushStats(records.recordStats({ view }));

  it('shows each span with its time, length, activity and place, below its day', async () => {
    const page = await open();
    assert.equal(
      plain(await page.locator('.is-day').first().innerText()),
      'Sunday 22 November 30 rows, 1 h 44',
    );
    const cells = await spans(page).first().getByRole('gridcell').allInnerTexts();
    assert.deepEqual(cells.map(plain), [
      ...['10:42', '1 min', 'debugging', 'tools', 'docs/release notes.md', 'feature/A-12-totals'],
      ...['markdown', '1 edit', 'A-12', 'window 1', ''],
    ]);
    assert.match(
      (await spans(page).first().locator('.record-length').getAttribute('title')) ?? '',
      /^Counts 1 min/,
    );
  });

  it('says how much there is, then how much is selected', async () => {
    const page = await open();
    const sum = page.locator('.record-sum');
    assert.match(await sum.innerText(), /^\d+ rows, \d h \d\d of active time\.$/);
    await spans(page).nth(1).click();
    await show({ selected: { spans: 1, ms: 192_000, isTooMuch: false } });
    assert.equal(await sum.innerText(), '1 span selected, 3 min.');
  });

  it('selects by click, Shift and Ctrl, and tells the host', async () => {
    const page = await open();
    await spans(page).nth(1).click();
    await spans(page)
      .nth(3)
      .click({ modifiers: ['Shift'] });
    await spans(page)
      .nth(5)
      .click({ modifiers: ['Control'] });
    assert.equal((await selectedTimes(page)).length, 4);
    const selection = await lastSelection();
    assert.equal(selection?.range?.newest.date, '2026-11-22');
    assert.equal(selection.flipped.length, 1);
  });

  it('selects by arrow keys, Shift, Space and Ctrl+A', async () => {
    const page = await open();
    await page.getByRole('treegrid').focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'Shift+ArrowDown']) await page.keyboard.press(key);
    assert.equal((await selectedTimes(page)).length, 2);
    for (const key of ['Control+ArrowDown', 'Control+ArrowDown', ' ']) await page.keyboard.press(key);
    assert.equal((await selectedTimes(page)).length, 3);
    await page.keyboard.press('Control+a');
    const all = (await lastSelection())?.range;
    assert.deepEqual([all?.newest.date, all?.oldest.date], ['2026-11-22', '2026-11-20']);
    await page.keyboard.press('Escape');
    assert.deepEqual(await lastSelection(), { range: null, flipped: [] });
  });

  it('asks for what is done with the selection, by keys and buttons', async () => {
    const page = await open();
    await spans(page).nth(1).click();
    await show({ selected: { spans: 1, ms: 1, isTooMuch: false }, undo: 'Delete 1 span' });
    await page.keyboard.press('Delete');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Shift+F10');
    for (const name of ['Give to project…', 'Give to item…', 'Take back'])
      await page.getByRole('button', { name, exact: true }).click();
    const asked = (await panel.opened.requests()).map(({ type }) => type);
    assert.deepEqual(
      asked.filter(type => !['ready', 'lookAt', 'selectRows'].includes(type)),
      ['deleteSpans', 'undoCorrection', 'recordMenu', 'giveToProject', 'giveToItem', 'takeBackSpans'],
    );
  });

  it('offers nothing for a selection where there is none', async () => {
    const page = await open();
    const button = page.getByRole('button', { name: 'Delete', exact: true });
    assert.equal(await button.getAttribute('aria-disabled'), 'true');
    await button.focus();
    await page.keyboard.press('Enter');
    assert.deepEqual(await requests('deleteSpans'), []);
  });

  it('offers to take back each correction where it stands', async () => {
    const page = await open(records.recordCorrected());
    const line = page.locator('.is-deleted').first();
    assert.match(plain(await line.innerText()), /deleted Take back$/);
    await line.getByRole('button', { name: 'Take back' }).click();
    assert.equal((await requests('takeBackSpan')).length, 1);
    assert.equal(await focused(page), 'Record');
  });

  it('folds a day by click and keys, and keeps what is selected', async () => {
    const page = await open();
    const day = page.locator('.is-day').first();
    await day.click();
    assert.equal(await day.getAttribute('aria-expanded'), 'false');
    await page.keyboard.press('ArrowRight');
    assert.equal(await day.getAttribute('aria-expanded'), 'true');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    assert.equal(await day.getAttribute('aria-expanded'), 'false');
  });

  it('keeps a row selected when newer ones come before it', async () => {
    const page = await open();
    await spans(page).nth(1).click();
    const before = await selectedTimes(page);
    await panel.opened.pushStats(records.recordStats({ spansADay: 33 }));
    assert.deepEqual(await selectedTimes(page), before);
  });

  it('asks for what is filtered, and drops the number that it was behind', async () => {
    const page = await open(records.recordBehind());
    assert.match(plain(await page.locator('.record-behind').innerText()), /^Behind Active, 22 November\./);
    await page.getByLabel('Words').fill('cart');
    await page.waitForFunction(() =>
      window.posted.some(each => (each as { type: string }).type === 'showRecord'),
    );
    const day = { from: '2026-11-22', to: '2026-11-22', isCounted: true };
    assert.deepEqual((await requests('showRecord')).at(-1)?.filter, { ...day, words: 'cart' });
    await page.getByLabel('Activity').selectOption('reading');
    assert.deepEqual((await requests('showRecord')).at(-1)?.filter.activities, ['reading']);
    await page.getByLabel('Corrected').check();
    assert.equal((await requests('showRecord')).at(-1)?.filter.isCorrected, true);
    await page.getByRole('button', { name: 'Show everything' }).click();
    assert.deepEqual((await requests('showRecord')).at(-1)?.filter, {});
  });

  it('says between which times it looks, until one removes that or chooses other days', async () => {
    const page = await open(records.recordTimes());
    const times = page.getByRole('button', { name: '9:30 to 10:00 remove' });
    await times.waitFor();
    assert.match(await page.locator('.record-sum').innerText(), /^\d+ rows, /);
    await tabTo(page, '9:30 to 10:00×remove');
    await page.keyboard.press('Enter');
    const day = { from: '2026-11-22', to: '2026-11-22' };
    const { filter: without } = (await requests('showRecord')).at(-1) ?? {};
    const { times: none, countedAs } = without ?? {};
    assert.deepEqual(
      [without?.from, without?.to, none, countedAs?.of],
      [day.from, day.to, undefined, 'span'],
    );
    assert.equal(await focused(page), 'Words');
    await page.getByLabel('From').fill('2026-11-20');
    const { filter } = (await requests('showRecord')).at(-1) ?? {};
    assert.deepEqual([filter?.from, filter?.times], ['2026-11-20', undefined]);
    await panel.opened.pushStats(records.recordStats({ filter: filter ?? {} }));
    await times.waitFor({ state: 'detached' });
  });

  it('names the days too where its times lie over midnight', async () => {
    const start = Date.parse('2026-11-21T22:50:00Z');
    const filter = { from: '2026-11-21', to: '2026-11-22', times: { start, end: start + 1_200_000 } };
    const page = await open(records.recordStats({ filter }));
    await page.getByRole('button', { name: '21 November 23:50 to 22 November 0:10 remove' }).waitFor();
  });

  it('keeps the place in the words while they are narrowed by hand', async () => {
    const page = await open(records.recordBehind());
    await page.getByLabel('Words').focus();
    await page.keyboard.type('ca');
    await page.waitForFunction(() =>
      window.posted.some(each => (each as { type: string }).type === 'showRecord'),
    );
    const filter = (await requests('showRecord')).at(-1)?.filter ?? {};
    await panel.opened.pushStats(records.recordStats({ filter }));
    await page.keyboard.type('rt');
    assert.equal(await page.getByLabel('Words').inputValue(), 'cart');
    await panel.opened.pushStats(records.recordBehind());
    await page.locator('.record-behind').waitFor();
    assert.equal(await page.getByLabel('Words').inputValue(), '');
  });

  it('is opened from a day, a week, and the number that it is behind', async () => {
    let page = await open(busyDay());
    await page.getByRole('radio', { name: 'Record' }).click();
    assert.deepEqual((await requests('showRecord'))[0]?.filter, { from: '2026-11-19', to: '2026-11-19' });
    page = await open(busyWeek());
    await page.locator('.number').first().click();
    await page.getByRole('button', { name: 'Show the spans behind it' }).click();
    assert.deepEqual((await requests('showRecord'))[0]?.filter, {
      ...{ behind: 'Deep', from: '2026-11-16', to: '2026-11-22' },
      ...{ isDeep: true, isCounted: true, kinds: ['span', 'named'] },
    });
  });

  it('shows what it showed before a reload', async () => {
    const page = await open(records.recordBehind());
    await page.reload();
    await page.waitForFunction(() => window.posted.length > 0);
    const [first] = await panel.opened.requests();
    assert.equal(first?.type, 'showRecord');
  });

  it('says what would stand there where nothing does', async () => {
    const empty = await open(records.recordEmpty());
    assert.match(await empty.locator('.empty').innerText(), /^Every span of activity/);
    const unmatched = await open(records.recordUnmatched());
    assert.equal(await unmatched.locator('.empty').innerText(), 'Nothing in the record matches this.');
  });

  it('reaches every part by keyboard', async () => {
    const page = await open();
    for (const name of ['Words', 'Project', 'Activity', 'Record']) await tabTo(page, name);
  });

  describe('of ten years', () => {
    it('draws only what is in sight, and asks for that', async () => {
      const page = await open(records.recordLong());
      assert.ok((await page.locator('.record-line').count()) < 80);
      await page.locator('.record-list').evaluate(list => (list.scrollTop = 40_000));
      await page.waitForFunction(() =>
        window.posted.some(
          each => (each as { pages?: { date: string }[] }).pages?.[0]?.date === '2026-11-20',
        ),
      );
    });

    it('paints soon after its snapshot', async () => {
      const times: number[] = [];
      for (let i = 0; i < 3; i++) {
        const page = await open(records.recordLong());
        await page.waitForFunction(() => window.paintedAt > 0);
        times.push(await page.evaluate(() => window.paintedAt - window.readyAt));
      }
      assert.ok(Math.min(...times) <= FIRST_PAINT_MS, `painted after ${times.join(', ')} ms`);
    });

    /** The time between frames while one scrolls, but for one frame in ten. */
    const frameMs = (page: Page) =>
      page.evaluate(async () => {
        const list = document.querySelector('.record-list')!;
        const frames: number[] = [];
        for (let i = 0, last = performance.now(); i < 60; i++) {
          list.scrollTop += 700;
          await new Promise(requestAnimationFrame);
          const now = performance.now();
          frames.push(now - last);
          last = now;
        }
        return frames.sort((a, b) => a - b)[Math.floor(frames.length * 0.9)]!;
      });

    it('scrolls without late frames', async () => {
      // The least of several is what the page itself takes on a busy machine.
      const times: number[] = [];
      for (let i = 0; i < 3; i++) times.push(await frameMs(await open(records.recordLong())));
      assert.ok(Math.min(...times) <= FRAME_MS, `nine of ten frames within ${times.join(', ')} ms`);
    });
  });
});
