import assert from 'node:assert/strict';
import type { StatsSnapshot } from '../../src/core/messages/stats.ts';
import { focused, openEverything, plain, tabTo } from './page.ts';
import * as snapshots from './statsSnapshots.ts';
import { usePanel } from './usePanel.ts';

/** Budgets of the design, section 7. */
const SCRIPT_BYTES = 200 * 1024;
const FIRST_PAINT_MS = 150;

describe('The stats', () => {
  const panel = usePanel('stats');
  const open = async (stats: StatsSnapshot, width = 900) => (await panel.open({ stats, width })).page;
  const lastRequest = async () => (await panel.opened.requests()).at(-1);

  /** From asking for a snapshot to its picture; the least of several is what the page itself takes on a busy machine. */
  const paintMs = async (stats: StatsSnapshot) => {
    const page = await open(stats);
    await page.waitForFunction(() => window.paintedAt > 0);
    return page.evaluate(() => window.paintedAt - window.readyAt);
  };

  describe('say above a week', () => {
    const cases: [string, () => StatsSnapshot, string][] = [
      ['what it is compared with', snapshots.busyWeek, 'compared with your last eight weeks'],
      ['when a usual will come', snapshots.withoutUsual, 'what is usual for you comes after four weeks'],
    ];
    for (const [what, stats, words] of cases) {
      it(what, async () => {
        const page = await open(stats());
        assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Week of 16 November');
        assert.ok((await page.locator('header').innerText()).includes(words));
      });
    }
  });

  describe('ask the host for', () => {
    const cases: [string, () => StatsSnapshot, string, object][] = [
      ['the week before', snapshots.busyWeek, 'Week before', { type: 'showWeek', date: '2026-11-09' }],
      ['the week after', snapshots.pastWeek, 'Week after', { type: 'showWeek', date: '2026-11-09' }],
      [
        'the week before from an empty one',
        snapshots.emptyWeek,
        'Look at the week before',
        { type: 'showWeek', date: '2026-11-09' },
      ],
      ['this week', snapshots.pastWeek, 'This week', { type: 'showWeek', date: '2026-11-22' }],
      ['the day before', snapshots.busyDay, 'Day before', { type: 'showDay', date: '2026-11-18' }],
      ['the day after', snapshots.pastDay, 'Day after', { type: 'showDay', date: '2026-11-18' }],
      ['today', snapshots.pastDay, 'Today', { type: 'showDay', date: '2026-11-22' }],
      ['the start of the record', snapshots.notStarted, 'Start', { type: 'start' }],
      ['a line of today', snapshots.busyWeek, 'Add a line', { type: 'openCheckIn' }],
    ];
    for (const [what, stats, button, request] of cases) {
      it(what, async () => {
        const page = await open(stats());
        await page.getByRole('button', { name: button, exact: true }).click();
        assert.deepEqual(await panel.opened.requests(), [{ type: 'ready' }, request]);
      });
    }

    it('nothing where there is nothing, and keep the focus there', async () => {
      const page = await open(snapshots.currentWeek());
      await tabTo(page, 'Week after');
      await page.keyboard.press('Enter');
      assert.deepEqual(await panel.opened.requests(), [{ type: 'ready' }]);
      assert.equal(await focused(page), 'Week after');
      const later = page.getByRole('button', { name: 'Week after' });
      assert.equal(await later.getAttribute('aria-disabled'), 'true');
    });

    it('a day or a week by arrow keys', async () => {
      const page = await open(snapshots.currentWeek());
      await tabTo(page, 'Week');
      await page.keyboard.press('ArrowLeft');
      assert.deepEqual(await lastRequest(), { type: 'showDay', date: '2026-11-19' });
      await panel.opened.pushStats(snapshots.busyDay());
      assert.equal(await focused(page), 'Day');
      assert.ok(await page.getByRole('radio', { name: 'Day' }).isChecked());
      await page.keyboard.press('ArrowRight');
      assert.deepEqual(await lastRequest(), { type: 'showWeek', date: '2026-11-19' });
    });

    it('the first day in use of a week that is over', async () => {
      const page = await open(snapshots.pastWeek());
      await page.getByRole('radio', { name: 'Day' }).click();
      assert.deepEqual(await lastRequest(), { type: 'showDay', date: '2026-11-02' });
    });

    it('the setting that a number depends on', async () => {
      const page = await open(snapshots.busyWeek());
      await page.getByRole('button', { name: /^Active/ }).click();
      await page.getByRole('button', { name: 'Change andon.idle.after' }).click();
      assert.deepEqual(await lastRequest(), { type: 'openSetting', key: 'idle.after' });
    });
  });

  describe('draw the days', () => {
    it('each with a name that says it all', async () => {
      const page = await open(snapshots.currentWeek());
      const bars = page.getByRole('group', { name: 'Active and deep time by day' });
      const names = await bars
        .locator('.day')
        .evaluateAll(days => days.map(day => day.getAttribute('aria-label')));
      assert.equal(names.length, 7);
      assert.match(
        names[0]!,
        /^Monday 16 November: \d h \d\d active, \d h \d\d deep, usual \d h \d\d to \d h \d\d$/,
      );
      assert.match(names[3]!, /^Thursday 19 November, today: /);
      assert.match(names[4]!, /^Friday 20 November: to come, usual /);
      assert.equal(await bars.getByRole('button').count(), 4);
    });

    it('without a band where there is no usual', async () => {
      const page = await open(snapshots.withoutUsual());
      assert.equal(await page.locator('.look-usual').count(), 0);
      const names = await page.getByRole('button', { name: /November:/ }).allInnerTexts();
      assert.equal(names.length, 3);
    });

    it('in one place of the tab order, with arrow keys between them, beginning today', async () => {
      const page = await open(snapshots.currentWeek());
      await page.getByRole('button', { name: 'as a table' }).first().focus();
      await page.keyboard.press('Tab');
      assert.match(await focused(page), /^Thursday 19 November, today/);
      assert.match(plain(await page.locator('.hover').innerText()), /^Thursday 19 November, today .* deep/);
      await page.keyboard.press('Home');
      assert.match(await focused(page), /^Monday 16 November/);
      await page.keyboard.press('ArrowRight');
      assert.match(await focused(page), /^Tuesday 17 November/);
      await page.keyboard.press('Escape');
      assert.equal(await page.locator('.hover').count(), 0);
    });

    for (const key of ['Enter', 'Space']) {
      it(`and open one by ${key}, from whose heading the keyboard goes on`, async () => {
        const page = await open(snapshots.busyWeek());
        await page.getByRole('button', { name: /^Tuesday 17/ }).focus();
        await page.keyboard.press(key);
        assert.deepEqual(await lastRequest(), { type: 'showDay', date: '2026-11-17' });
        await panel.opened.pushStats(snapshots.pastDay());
        assert.equal(await focused(page), 'Tuesday 17 November');
      });
    }

    it('and open one by a click anywhere in its column, but none that is to come', async () => {
      const page = await open(snapshots.currentWeek());
      const column = async (name: string) => {
        const box = await page.locator(`.day[aria-label^="${name}"]`).boundingBox();
        assert.ok(box);
        await page.mouse.click(box.x + 3, box.y + 3);
      };
      await column('Friday');
      assert.deepEqual(await panel.opened.requests(), [{ type: 'ready' }]);
      await column('Tuesday');
      assert.deepEqual(await lastRequest(), { type: 'showDay', date: '2026-11-17' });
    });

    it('with a table behind them, that Escape closes', async () => {
      const page = await open(snapshots.currentWeek());
      const button = page.getByRole('button', { name: 'as a table' }).first();
      await button.click();
      const table = page.getByRole('table', { name: 'Days of the week' });
      const rows = (await table.locator('tbody tr').allInnerTexts()).map(plain);
      assert.equal(rows.length, 7);
      assert.match(rows[0]!, /^Monday 16 November \d h \d\d \d h \d\d \d h \d\d to \d h \d\d$/);
      assert.match(rows[4]!, /^Friday 20 November – – \d h/);
      await page.keyboard.press('Escape');
      assert.equal(await table.count(), 0);
      assert.equal(await focused(page), 'as a table');
    });
  });

  describe('draw the deep hours', () => {
    it('as a list of weekdays with arrow keys between them', async () => {
      const page = await open(snapshots.busyWeek());
      const list = page.getByRole('list', { name: 'Deep time by weekday and hour' });
      assert.equal(await list.getByRole('listitem').count(), 7);
      await list.getByRole('listitem').first().focus();
      assert.match(await focused(page), /^Monday: \d+ h \d\d deep, most from \d+ to \d+$/);
      await page.keyboard.press('ArrowDown');
      assert.match(await focused(page), /^Tuesday: /);
    });

    it('with a table behind them, and how they were computed', async () => {
      const page = await open(snapshots.busyWeek());
      await page.getByRole('button', { name: 'as a table' }).last().click();
      const rows = page.getByRole('table', { name: 'Deep time by weekday and hour' }).locator('tbody tr');
      assert.match(
        plain(await rows.first().innerText()),
        /^Monday \d+ h \d\d (\d+ to \d+: [\dhmins ]+,? ?)+$/,
      );
      assert.ok((await page.locator('.explanation').innerText()).includes('Time in your deep blocks'));
    });

    it('not at all where there are none', async () => {
      const page = await open(snapshots.weekStats({ pastWeeks: 0, piecesADay: 200 }));
      assert.equal(await page.locator('.deep-hours').count(), 0);
      assert.ok((await page.locator('main').innerText()).includes('will stand out here'));
    });
  });

  describe('divide the time', () => {
    it('by what is chosen, also after a reload', async () => {
      const page = await open(snapshots.busyWeek());
      assert.ok(await page.getByRole('radio', { name: 'Item' }).isChecked());
      assert.equal(await page.getByRole('button', { name: /^A-0 andon/ }).count(), 1);
      await tabTo(page, 'Item');
      await page.keyboard.press('End');
      assert.equal(await focused(page), 'Activity');
      assert.equal(await page.getByRole('button', { name: /^coding/ }).count(), 1);
      await page.reload();
      await page.getByRole('button', { name: /^coding/ }).waitFor();
      assert.ok(await page.getByRole('radio', { name: 'Activity' }).isChecked());
    });

    it('and open what a part is made of', async () => {
      const page = await open(snapshots.busyWeek());
      await page.getByRole('button', { name: /^A-0 andon/ }).click();
      assert.match(plain(await page.locator('.explanation').innerText()), /Together \d+ h \d\d/);
    });
  });

  it('show what was done beside its budget, the rest behind a line', async () => {
    const done = Array.from({ length: 14 }, (_, i) => ({
      key: `B-${i}`,
      title: `Item ${i}`,
      usedMs: 4_500_000,
      budgetMinutes: i === 13 ? 60 : null,
      closedAt: Date.UTC(2026, 10, 17, 10, i),
    }));
    const page = await open(snapshots.weekStats({ done }));
    const items = page.locator('.done li');
    assert.equal(plain(await items.first().innerText()), 'B-13 Item 13 1 h 15 of 1 h 00');
    assert.equal(plain(await items.nth(1).innerText()), 'B-12 Item 12 1 h 15 no budget');
    assert.equal(await items.count(), 10);
    await page.getByRole('button', { name: 'And 4 more' }).click();
    assert.equal(await items.count(), 14);
  });

  describe('show words', () => {
    const words = async (stats: StatsSnapshot) => {
      const page = await open(stats);
      return plain(await page.getByRole('region', { name: 'Words' }).innerText());
    };

    it('beside the numbers, and ask for those of today', async () => {
      const text = await words(snapshots.busyWeek());
      assert.ok(
        text.includes('Tue · energy low, flow high “Finally saw why late rows broke the union.”'),
        text,
      );
      assert.ok(text.endsWith('Sunday has no words yet. Add a line'), text);
    });
    it('without asking once there are some', async () =>
      assert.ok(!(await words(snapshots.currentWeek())).includes('Add a line')));
    it('without asking for those of a week that is over', async () =>
      assert.equal(await words(snapshots.pastWeek()), 'Words Nothing was said of this week.'));
  });

  describe('say in one sentence', () => {
    const cases: [string, () => StatsSnapshot, string][] = [
      ['that a week is empty', snapshots.emptyWeek, 'Nothing is recorded of this week yet.'],
      ['that a day is empty', snapshots.emptyDay, 'Nothing is recorded of this day yet.'],
      ['that recording is paused', snapshots.pausedWeek, 'Recording is paused.'],
      ['why nothing is recorded', snapshots.unavailable, 'The folder for the record cannot be written to.'],
      ['that nothing was started', snapshots.notStarted, 'Nothing is recorded yet. If you start,'],
    ];
    for (const [what, stats, sentence] of cases) {
      it(what, async () => {
        const page = await open(stats());
        assert.ok((await page.locator('main').innerText()).includes(sentence));
      });
    }
  });

  it('show what is usual for a week that has only begun', async () => {
    const page = await open(snapshots.emptyWeek());
    assert.ok((await page.locator('.look-usual').count()) > 5);
    assert.equal(await page.getByRole('list', { name: 'Deep time by weekday and hour' }).count(), 1);
  });

  describe('a new snapshot', () => {
    it('leaves open what is open, and the focus where it is', async () => {
      const page = await open(snapshots.currentWeek());
      await page.getByRole('button', { name: 'as a table' }).first().click();
      const bar = page.getByRole('button', { name: /^Wednesday 18/ });
      await bar.focus();
      await bar.evaluate(element => element.setAttribute('data-same', ''));
      await panel.opened.pushStats(snapshots.busyWeek());
      assert.match(await focused(page), /^Wednesday 18/);
      assert.equal(await bar.getAttribute('data-same'), '');
      assert.equal(await page.getByRole('table').count(), 1);
    });

    it('takes the focus from nothing', async () => {
      const page = await open(snapshots.currentWeek());
      await panel.opened.pushStats(snapshots.pastDay());
      assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
    });
  });

  describe('after a reload', () => {
    const cases: [string, () => StatsSnapshot, object][] = [
      ['ask for the day that was shown', snapshots.pastDay, { type: 'showDay', date: '2026-11-17' }],
      ['ask for the week that was shown', snapshots.pastWeek, { type: 'showWeek', date: '2026-11-02' }],
      ['ask for whatever week it is by then', snapshots.busyWeek, { type: 'ready' }],
    ];
    for (const [what, stats, request] of cases) {
      it(what, async () => {
        const page = await open(stats());
        await page.waitForFunction(() => sessionStorage.getItem('state')?.includes('range') ?? false);
        await page.reload();
        await page.locator('h1').waitFor();
        assert.deepEqual(await panel.opened.requests(), [request]);
      });
    }

    it('show the same things open', async () => {
      const page = await open(snapshots.busyWeek());
      await page.getByRole('button', { name: /^Fragmentation/ }).click();
      await page.getByRole('button', { name: 'as a table' }).first().click();
      await page.reload();
      await page.locator('.explanation').waitFor();
      assert.equal(await page.getByRole('table').count(), 1);
    });

    it('survive a state that they cannot have written', async () => {
      const page = await open(snapshots.busyWeek());
      const state = { toggled: 7, chosen: [['range', 'day <img>'], ['shares', 'none'], 'x', [1, 2]] };
      await page.evaluate(text => sessionStorage.setItem('state', text), JSON.stringify(state));
      await page.reload();
      await page.locator('h1').waitFor();
      assert.ok(await page.getByRole('radio', { name: 'Item' }).isChecked());
      assert.deepEqual(await panel.opened.requests(), [{ type: 'ready' }]);
    });
  });

  describe('of a day', () => {
    it('show its timeline, its numbers and its shares', async () => {
      const page = await open(snapshots.pastDay());
      assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Tuesday 17 November');
      assert.ok((await page.locator('.piece').count()) > 5);
      assert.ok(await page.getByRole('button', { name: /^Active/ }).isVisible());
      assert.equal(await page.getByRole('button', { name: /^A-0 andon/ }).count(), 1);
    });

    it('however broken, draw about two strokes a pixel at most', async () => {
      const stats = snapshots.crowdedDay();
      assert.ok(stats.range.kind === 'day' && stats.range.day.pieces.length > 1_000);
      const page = await open(stats, 330);
      assert.ok((await page.locator('.piece').count()) <= 2 * 330);
      const several = page.getByRole('listitem', { name: /, \d+ pieces, mostly / });
      assert.ok((await several.count()) > 50);
    });

    it('however broken, list the hundred longest pieces and say what is left', async () => {
      const stats = snapshots.crowdedDay();
      const page = await open(stats, 330);
      await page.getByRole('button', { name: 'as a table' }).click();
      const table = page.getByRole('table', { name: 'Pieces of the day' });
      assert.equal(await table.locator('tbody tr').count(), 100);
      const count = stats.range.kind === 'day' ? stats.range.day.pieces.length - 100 : 0;
      const text = plain(await page.locator('main').innerText());
      assert.ok(text.includes(`And ${count.toLocaleString('en')} shorter ones, `), text);
    });
  });

  describe('with hostile names', () => {
    for (const stats of [snapshots.hostileWeek, snapshots.hostileDay]) {
      it(`show them as text: ${stats.name}`, async () => {
        const page = await open(stats());
        await openEverything(page);
        for (const list of ['Project', 'Branch', 'Language', 'Activity']) {
          await page.getByRole('radio', { name: list }).click();
        }
        await page.getByRole('radio', { name: 'Project' }).click();
        assert.equal(await page.title(), 'Andon');
        assert.equal(await page.locator('img, main script').count(), 0);
        assert.ok((await page.locator('main').innerText()).includes('<img src=x onerror='));
      });
    }

    it('leave no mark that turns or closes what is around them', async () => {
      const page = await open(snapshots.hostileWeek());
      await openEverything(page);
      const text = await page.evaluate(() => document.querySelector('main')?.textContent ?? '');
      // Isolates of our own come in pairs; overrides, embeddings and marks are the names'.
      assert.ok(!/[\u061c\u200e\u200f\u202a-\u202e]/.test(text));
      assert.equal(text.match(/\u2068/g)?.length, text.match(/\u2069/g)?.length);
    });

    it('give the long ones a few lines', async () => {
      const page = await open(snapshots.hostileWeek(), 330);
      const height = await page.locator('main').evaluate(main => main.getBoundingClientRect().height);
      assert.ok(height < 3_000, `${height} px`);
    });
  });

  it('wait in silence for their first snapshot', async () => {
    const { page } = await panel.open({});
    assert.equal(plain(await page.locator('main').innerText()), '');
    assert.deepEqual(await panel.opened.requests(), [{ type: 'ready' }]);
  });

  it('keep to their budgets', async () => {
    const bytes = Buffer.byteLength(panel.bundle.script);
    const times: number[] = [];
    for (const stats of [snapshots.busyWeek(), snapshots.busyDay(), snapshots.crowdedDay()]) {
      times.push(Math.min(await paintMs(stats), await paintMs(stats), await paintMs(stats)));
    }
    console.log(
      `      script ${(bytes / 1024).toFixed(1)} KB; painted ${times.map(ms => ms.toFixed(0)).join(', ')} ms after ready`,
    );
    assert.ok(bytes <= SCRIPT_BYTES, `${bytes} bytes`);
    for (const ms of times.slice(0, 2)) assert.ok(ms <= FIRST_PAINT_MS, `${ms} ms`);
  });
});
