import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import type { Snapshot } from '../../src/core/messages/panel.ts';
import { accessibilityViolations, describeViolations } from '../vscode/accessibility.ts';
import { launchChromium } from '../vscode/chromium.ts';
import { REPOSITORY } from '../vscode/paths.ts';
import { buildPanel, PanelUnderTest, type Bundle, type PanelOptions } from './panelUnderTest.ts';
import * as snapshots from './snapshots.ts';
import { THEME_NAMES } from './themes.ts';

/** Budgets of the design, section 7. */
const SCRIPT_BYTES = 200 * 1024;
const FIRST_PAINT_MS = 150;

const STATES: { readonly [name: string]: () => Snapshot } = {
  busy: snapshots.busy,
  inSession: () => snapshots.inSession(),
  sessionPaused: snapshots.sessionPaused,
  sessionOver: snapshots.sessionOver,
  inFlow: snapshots.inFlow,
  toReview: () => snapshots.toReview(),
  empty: snapshots.empty,
  firstMinute: snapshots.firstMinute,
  notStarted: snapshots.notStarted,
  deferred: () => snapshots.notStarted(true),
  paused: snapshots.paused,
  unavailable: snapshots.unavailable,
  hostile: snapshots.hostile,
};

describe('The panel', function () {
  this.timeout(60_000);
  let browser: Browser;
  let bundle: Bundle;
  let panel: PanelUnderTest | undefined;

  before(async () => {
    [browser, bundle] = await Promise.all([launchChromium(), buildPanel()]);
  });
  after(() => browser.close());
  afterEach(async function () {
    const opened = panel;
    panel = undefined;
    if (!opened) return;
    if (this.currentTest?.state === 'failed') await screenshot(opened, `failed ${this.currentTest.title}`);
    await opened.close();
    assert.deepEqual(opened.complaints, []);
  });

  const open = async (options: PanelOptions) => (panel = await PanelUnderTest.open(browser, bundle, options));

  describe('is free of what axe finds, and as wide as its place', () => {
    for (const [name, snapshot] of Object.entries(STATES)) {
      for (const theme of THEME_NAMES) {
        it(`${name}, ${theme}`, async () => {
          const { page } = await open({ theme, snapshot: snapshot() });
          await openEverything(page);
          for (const width of [200, 330, 900]) {
            await page.setViewportSize({ width, height: 760 });
            await page.evaluate(() => new Promise(requestAnimationFrame));
            const scrolled = await page.evaluate(() => document.documentElement.scrollWidth);
            assert.ok(scrolled <= width, `${scrolled} px in ${width}`);
            // What differs by width is layout, and that does not differ by theme.
            if (width === 330 || theme === 'dark') {
              const violations = await accessibilityViolations(page.mainFrame());
              assert.equal(describeViolations(violations), '');
            }
            await screenshot(panel, `${name} ${theme} ${width}`);
          }
        });
      }
    }
  });

  describe('a number', () => {
    it('opens how it was computed, with its terms, and closes again', async () => {
      const { page } = await open({ snapshot: snapshots.busy() });
      const deep = page.getByRole('button', { name: /^Deep/ });
      await deep.click();
      const how = page.getByRole('group', { name: 'How this was computed' });
      const rows = await how.locator('.terms > div').allInnerTexts();
      assert.deepEqual(rows.map(plain), [
        'A block is deep from 25 min',
        '8:06 to 9:25, andon 1 h 19',
        '10:54 to 12:12, andon 1 h 18',
        'Together 2 h 37',
      ]);
      assert.equal(await deep.getAttribute('aria-expanded'), 'true');
      await deep.click();
      assert.equal(await how.count(), 0);
    });

    it('leads to its setting', async () => {
      await open({ snapshot: snapshots.busy() });
      await panel!.page.getByRole('button', { name: /^Deep/ }).click();
      await panel!.page.getByRole('button', { name: 'Change andon.focus.deepBlockMinutes' }).click();
      assert.deepEqual((await panel!.requests()).at(-1), {
        type: 'openSetting',
        key: 'focus.deepBlockMinutes',
      });
    });

    it('of a project says what it is made of', async () => {
      const { page } = await open({ snapshot: snapshots.busy() });
      await page.getByRole('button', { name: /^website/ }).click();
      const rows = await page.locator('.terms > div').allInnerTexts();
      assert.equal(rows.map(plain).at(-1), 'Of that, pauses 5 min');
    });
  });

  describe('by keyboard alone', () => {
    it('opens a number, moves through the list, and closes with Escape, keeping the focus', async () => {
      const { page } = await open({ snapshot: snapshots.busy() });
      await tabTo(page, 'Active 4 h 47');
      await page.keyboard.press('Enter');
      assert.equal(await page.locator('.explanation').count(), 1);
      await page.keyboard.press('Tab');
      assert.equal(await focused(page), 'Change andon.idle.after');
      await page.keyboard.press('Escape');
      assert.equal(await page.locator('.explanation').count(), 0);
      assert.equal(await focused(page), 'Active 4 h 47');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      assert.equal(await focused(page), 'Idle 1 h 30');
      await page.keyboard.press('End');
      await page.keyboard.press('Space');
      assert.match(await page.locator('.explanation').innerText(), /Typed/);
    });

    it('walks along the timeline, saying each piece', async () => {
      const { page } = await open({ snapshot: snapshots.busy() });
      await tabTo(page, '8:06 to 8:40, coding, andon');
      await page.keyboard.press('ArrowRight');
      assert.equal(await focused(page), '8:40 to 8:48, reading, andon');
      assert.equal(plain(await page.locator('.hover').innerText()), 'reading, andon 8:40 to 8:48, 8 min');
      await page.keyboard.press('End');
      assert.equal(await focused(page), '15:01 to 15:12, coding, andon');
      await page.keyboard.press('Tab');
      assert.equal(await page.locator('.hover').count(), 0);
    });

    it('reaches every control, in the order of the page, and out again', async () => {
      const { page } = await open({ snapshot: snapshots.busy() });
      const controls = await page.locator('button, input, [tabindex="0"], vscode-button').count();
      const seen = new Set<string>();
      for (let i = 0; i < controls; i++) {
        await page.keyboard.press('Tab');
        seen.add(await focused(page));
      }
      assert.ok(
        seen.has('Today') && seen.has('As a table') && seen.has('Pause recording'),
        [...seen].join('\n'),
      );
      assert.equal(seen.size, controls);
    });
  });

  it('has a table behind its picture, with every piece and deep block', async () => {
    const snapshot = snapshots.busy();
    const { page } = await open({ snapshot });
    await page.getByRole('button', { name: 'As a table' }).click();
    const pieces = page.getByRole('table', { name: 'Pieces of the day' });
    assert.equal(await pieces.locator('tbody tr').count(), snapshot.today.pieces.length);
    assert.equal(plain(await pieces.locator('tbody tr').nth(1).innerText()), '8:40 8:48 reading andon 8 min');
    assert.ok((await pieces.innerText()).includes('meeting, away'));
    assert.equal(await page.getByRole('table', { name: 'Deep blocks' }).locator('tbody tr').count(), 2);
  });

  it('names every piece of its picture', async () => {
    const snapshot = snapshots.busy();
    const { page } = await open({ snapshot });
    const pieces = page.getByRole('listitem').and(page.locator('.piece'));
    assert.equal(await pieces.count(), snapshot.today.pieces.length);
    assert.equal(await page.getByRole('listitem', { name: '10:05 to 10:54, meeting, away' }).count(), 1);
    assert.equal(
      await page.getByRole('img', { name: /^Deep block, 8:06 to 9:25, 1 h 19, .*andon/ }).count(),
      1,
    );
    assert.equal(await page.getByRole('img', { name: 'Now, 15:12' }).count(), 1);
  });

  describe('a new snapshot', () => {
    it('leaves open what is open, and the focus where it is', async () => {
      const { page } = await open({ snapshot: snapshots.busy() });
      await page.getByRole('button', { name: 'As a table' }).click();
      const active = page.getByRole('button', { name: /^Active/ });
      await active.click();
      await active.evaluate(button => button.setAttribute('data-same', ''));
      await panel!.push(snapshots.busyLater());
      assert.equal(await focused(page), 'Active 4 h 55');
      assert.equal(await active.getAttribute('data-same'), '');
      assert.match(await page.locator('.explanation').innerText(), /Together\s+4 h 55/);
      assert.equal(await page.getByRole('table').count(), 2);
    });

    it('leaves the focus on a piece that has grown', async () => {
      const { page } = await open({ snapshot: snapshots.busy() });
      await tabTo(page, '8:06 to 8:40, coding, andon');
      await page.keyboard.press('End');
      await panel!.push(snapshots.busyLater());
      assert.equal(await focused(page), '15:01 to 15:20, coding, andon');
    });

    it('of another kind takes the place of all', async () => {
      const { page } = await open({ snapshot: snapshots.notStarted() });
      await panel!.push(snapshots.empty());
      assert.match(await page.locator('main').innerText(), /Your first minutes will appear here/);
      await panel!.push(snapshots.firstMinute());
      assert.ok(await page.getByRole('button', { name: 'Active 1 min' }).isVisible());
    });
  });

  it('comes back after a reload with what was open', async () => {
    const { page } = await open({ snapshot: snapshots.busy() });
    await page.getByRole('button', { name: /^Switches/ }).click();
    await page.getByRole('button', { name: 'By language' }).click();
    await page.reload();
    await page.locator('.explanation').waitFor();
    assert.equal(await page.getByRole('button', { name: /^typescript/ }).count(), 0);
  });

  it('survives a state that it cannot have written', async () => {
    const { page } = await open({ snapshot: snapshots.busy() });
    await page.evaluate(() => sessionStorage.setItem('state', '{"toggled":[1,{"a":2},"number:deep"]}'));
    await page.reload();
    await page.locator('.explanation').waitFor();
  });

  describe('asks the host', () => {
    const cases: [string, () => Snapshot, string, string][] = [
      ['to start', snapshots.notStarted, 'Start', 'start'],
      ['to leave it for now', snapshots.notStarted, 'Not now', 'notNow'],
      ['to start after all', () => snapshots.notStarted(true), 'Start', 'start'],
      ['to pause', snapshots.busy, 'Pause recording', 'pause'],
      ['to resume', snapshots.paused, 'Resume', 'resume'],
      ['to open the folder', snapshots.busy, 'Open data folder', 'openDataFolder'],
      ['for the log', snapshots.unavailable, 'Show log', 'showLog'],
    ];
    for (const [what, snapshot, button, type] of cases) {
      it(what, async () => {
        const { page } = await open({ snapshot: snapshot() });
        await page.getByRole('button', { name: button }).click();
        assert.deepEqual(await panel!.requests(), [{ type: 'ready' }, { type }]);
      });
    }

    it('once, by Enter or Space on a button of VS Code', async () => {
      const { page } = await open({ snapshot: snapshots.notStarted() });
      await tabTo(page, 'Start');
      await page.keyboard.press('Enter');
      assert.deepEqual(await panel!.requests(), [{ type: 'ready' }, { type: 'start' }]);
    });
  });

  describe('the focus session', () => {
    const timer = (page: Page) => page.getByRole('timer');

    it('counts down by itself, a minute at a time, and says nothing aloud', async () => {
      const { page } = await open({ snapshot: snapshots.inSession({ elapsedMs: 60_000 - 1_200 }) });
      assert.equal(await timer(page).innerText(), '25 min');
      await page.waitForFunction(() => document.querySelector('[role=timer]')?.textContent === '24 min');
      assert.equal(await timer(page).getAttribute('aria-live'), 'off');
      assert.equal(await page.locator('[aria-live]:not([aria-live=off]), [role=status]').count(), 0);
    });

    it('counts seconds in its last minute, and then says that the time is up', async () => {
      const { page } = await open({
        snapshot: snapshots.inSession({ plannedMs: 60_000, elapsedMs: 57_900 }),
      });
      assert.match(await timer(page).innerText(), /^[23] s$/);
      await page.waitForFunction(() => document.querySelector('[role=timer]')?.textContent === 'Time is up');
    });

    it('stands still while it is paused', async () => {
      const { page } = await open({ snapshot: snapshots.sessionPaused() });
      await page.waitForTimeout(1_200);
      assert.equal(await timer(page).innerText(), '18 min');
      assert.match(await page.locator('.session').innerText(), /paused · 1 switch, 2 losses of focus/);
    });

    const requests: [string, () => Snapshot, object][] = [
      ['Pause', () => snapshots.inSession(), { type: 'pauseSession' }],
      ['Resume', snapshots.sessionPaused, { type: 'resumeSession' }],
      ['+5 min', snapshots.sessionOver, { type: 'extendSession' }],
      ['End…', snapshots.inFlow, { type: 'endSession' }],
      ['More to do', () => snapshots.toReview(), { type: 'reviewSession', id: 7, outcome: 'more' }],
    ];
    for (const [name, snapshot, request] of requests) {
      it(`asks the host by ${name}`, async () => {
        const { page } = await open({ snapshot: snapshot() });
        await page.getByRole('button', { name, exact: true }).click();
        assert.deepEqual((await panel!.requests()).at(-1), request);
      });
    }

    it('starts with an intention, by Enter or by a button, and keeps what is typed over snapshots', async () => {
      const { page } = await open({ snapshot: snapshots.busy() });
      const field = page.getByRole('textbox', { name: 'What for?' });
      await field.fill('idle rule');
      await panel!.push(snapshots.busyLater());
      assert.equal(await field.inputValue(), 'idle rule');
      const plan = { type: 'startSession', kind: 'countdown', minutes: 25, intention: 'idle rule' };
      await field.press('Enter');
      assert.deepEqual((await panel!.requests()).at(-1), plan);
      await page.getByRole('button', { name: 'Start 25 min' }).click();
      assert.deepEqual((await panel!.requests()).at(-1), plan);
      await page.getByRole('button', { name: '50 min' }).click();
      assert.deepEqual((await panel!.requests()).at(-1), { ...plan, minutes: 50 });
      await page.getByRole('button', { name: 'Flow' }).click();
      assert.deepEqual((await panel!.requests()).at(-1), { ...plan, kind: 'flow' });
    });

    it('keeps the keyboard where it was when it starts and ends', async () => {
      const { page } = await open({ snapshot: snapshots.busy() });
      await page.getByRole('textbox', { name: 'What for?' }).focus();
      await page.keyboard.press('Enter');
      await panel!.push(snapshots.inSession());
      assert.equal(await focused(page), '+5 min');
      await page.keyboard.press('Enter');
      assert.deepEqual((await panel!.requests()).at(-1), { type: 'extendSession' });
      await panel!.push(snapshots.busy());
      assert.equal(await focused(page), 'What for?');
    });

    it('takes the keyboard from nothing else', async () => {
      const { page } = await open({ snapshot: snapshots.busy() });
      await tabTo(page, 'Active 4 h 47');
      await panel!.push(snapshots.inSession());
      assert.equal(await focused(page), 'Active 4 h 47');
    });
  });

  it('says before the start what would be recorded and where', async () => {
    const { page } = await open({ snapshot: snapshots.notStarted() });
    const text = plain(await page.locator('main').innerText());
    for (const word of ['Counts', 'Kinds', 'Places', 'Times', 'Never text', 'globalStorage/andon.andon']) {
      assert.ok(text.includes(word), word);
    }
  });

  it('shows hostile names as text', async () => {
    const { page } = await open({ snapshot: snapshots.hostile() });
    await openEverything(page);
    assert.equal(await page.title(), 'Andon');
    assert.equal(await page.locator('img, main script').count(), 0);
    assert.ok((await page.locator('main').innerText()).includes('<img src=x onerror='));
  });

  it('waits in silence for its first snapshot', async () => {
    const { page } = await open({});
    assert.equal(plain(await page.locator('main').innerText()), '');
    assert.deepEqual(await panel!.requests(), [{ type: 'ready' }]);
  });

  it('keeps to its budgets', async () => {
    const bytes = Buffer.byteLength(bundle.script);
    const times: number[] = [];
    for (const snapshot of [snapshots.busy(), snapshots.crowded()]) {
      const opened = await PanelUnderTest.open(browser, bundle, { snapshot });
      await opened.page.waitForFunction(() => window.paintedAt > 0);
      times.push(await opened.page.evaluate(() => window.paintedAt - window.readyAt));
      await opened.close();
    }
    console.log(
      `      script ${(bytes / 1024).toFixed(1)} KB; painted ${times.map(ms => ms.toFixed(0)).join(' and ')} ms after ready`,
    );
    assert.ok(bytes <= SCRIPT_BYTES, `${bytes} bytes`);
    assert.ok(times[0]! <= FIRST_PAINT_MS, `${times[0]} ms`);
  });
});

type Page = PanelUnderTest['page'];

/** Opens every disclosure that is closed; sections are open from the start. */
async function openEverything(page: Page): Promise<void> {
  const closed = page.locator('button[aria-expanded="false"]');
  while ((await closed.count()) > 0) await closed.first().click();
}

async function tabTo(page: Page, name: string): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    if ((await focused(page)) === name) return;
  }
  assert.fail(`Tab never reached ${name}`);
}

/** The name of what has the focus, as a screen reader would say it. */
async function focused(page: Page): Promise<string> {
  const name = await page.evaluate(() => {
    const element = document.activeElement;
    const labelled = element?.getAttribute('aria-labelledby')?.split(' ');
    const parts = labelled?.map(id => document.getElementById(id)?.textContent ?? '');
    return parts?.join(' ') ?? element?.getAttribute('aria-label') ?? element?.textContent ?? '';
  });
  return plain(name);
}

/** Without isolates, white space as one blank. */
function plain(text: string): string {
  return text
    .replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

async function screenshot(panel: PanelUnderTest | undefined, name: string): Promise<void> {
  const folder = path.join(REPOSITORY, 'test-results/webview');
  fs.mkdirSync(folder, { recursive: true });
  const file = `${name.replace(/[^a-zA-Z0-9]+/g, '-')}.png`;
  await panel?.page.screenshot({ path: path.join(folder, file), fullPage: true });
}
