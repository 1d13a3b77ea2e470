import assert from 'node:assert/strict';
import type { Snapshot } from '../../src/core/messages/panel.ts';
import { focused, openEverything, plain, tabTo } from './page.ts';
import * as snapshots from './snapshots.ts';
import { usePanel } from './usePanel.ts';

/** Budgets of the design, section 7. */
const SCRIPT_BYTES = 200 * 1024;
const FIRST_PAINT_MS = 150;

describe('The panel', () => {
  const panel = usePanel();

  describe('a number', () => {
    it('opens how it was computed, with its terms, and closes again', async () => {
      const { page } = await panel.open({ snapshot: snapshots.busy() });
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
      await panel.open({ snapshot: snapshots.busy() });
      await panel.opened.page.getByRole('button', { name: /^Deep/ }).click();
      await panel.opened.page.getByRole('button', { name: 'Change andon.focus.deepBlockMinutes' }).click();
      assert.deepEqual((await panel.opened.requests()).at(-1), {
        type: 'openSetting',
        key: 'focus.deepBlockMinutes',
      });
    });

    it('of a project says what it is made of', async () => {
      const { page } = await panel.open({ snapshot: snapshots.busy() });
      await page.getByRole('button', { name: /^website/ }).click();
      const rows = await page.locator('.terms > div').allInnerTexts();
      assert.equal(rows.map(plain).at(-1), 'Of that, pauses 5 min');
    });
  });

  describe('by keyboard alone', () => {
    it('opens a number, moves through the list, and closes with Escape, keeping the focus', async () => {
      const { page } = await panel.open({ snapshot: snapshots.busy() });
      await tabTo(page, 'Active 4 h 47');
      await page.keyboard.press('Enter');
      assert.equal(await page.locator('.explanation').count(), 1);
      await page.keyboard.press('Tab');
      assert.equal(await focused(page), 'Show the 16 spans behind it');
      await page.keyboard.press('Tab');
      assert.equal(await focused(page), 'Change andon.idle.after');
      await page.keyboard.press('Escape');
      assert.equal(await page.locator('.explanation').count(), 0);
      assert.equal(await focused(page), 'Active 4 h 47');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      assert.equal(await focused(page), 'Switches 5');
      await page.keyboard.press('End');
      await page.keyboard.press('Space');
      assert.match(await page.locator('.explanation').innerText(), /Typed/);
    });

    it('walks along the timeline, saying each piece', async () => {
      const { page } = await panel.open({ snapshot: snapshots.busy() });
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
      const { page } = await panel.open({ snapshot: snapshots.busy() });
      const controls = await page
        .locator('button:not([tabindex="-1"]), input, [tabindex="0"], vscode-button')
        .count();
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
    const { page } = await panel.open({ snapshot });
    await page.getByRole('button', { name: 'As a table' }).click();
    const pieces = page.getByRole('table', { name: 'Pieces of the day' });
    assert.equal(await pieces.locator('tbody tr').count(), snapshot.today.pieces.length);
    assert.equal(plain(await pieces.locator('tbody tr').nth(1).innerText()), '8:40 8:48 reading andon 8 min');
    assert.ok((await pieces.innerText()).includes('meeting, away'));
    assert.equal(await page.getByRole('table', { name: 'Deep blocks' }).locator('tbody tr').count(), 2);
  });

  it('names every piece of its picture', async () => {
    const snapshot = snapshots.busy();
    const { page } = await panel.open({ snapshot });
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
      const { page } = await panel.open({ snapshot: snapshots.busy() });
      await page.getByRole('button', { name: 'As a table' }).click();
      const active = page.getByRole('button', { name: /^Active/ });
      await active.click();
      await active.evaluate(button => button.setAttribute('data-same', ''));
      await panel.opened.push(snapshots.busyLater());
      assert.equal(await focused(page), 'Active 4 h 55');
      assert.equal(await active.getAttribute('data-same'), '');
      assert.match(await page.locator('.explanation').innerText(), /Together\s+4 h 55/);
      assert.equal(await page.getByRole('table').count(), 2);
    });

    it('leaves the focus on a piece that has grown', async () => {
      const { page } = await panel.open({ snapshot: snapshots.busy() });
      await tabTo(page, '8:06 to 8:40, coding, andon');
      await page.keyboard.press('End');
      await panel.opened.push(snapshots.busyLater());
      assert.equal(await focused(page), '15:01 to 15:20, coding, andon');
    });

    it('of another kind takes the place of all', async () => {
      const { page } = await panel.open({ snapshot: snapshots.notStarted() });
      await panel.opened.push(snapshots.empty());
      assert.match(await page.locator('main').innerText(), /Your first minutes will appear here/);
      await panel.opened.push(snapshots.firstMinute());
      assert.ok(await page.getByRole('button', { name: 'Active 1 min' }).isVisible());
    });
  });

  it('comes back after a reload with what was open', async () => {
    const { page } = await panel.open({ snapshot: snapshots.busy() });
    await page.getByRole('button', { name: /^Switches/ }).click();
    await page.getByRole('radio', { name: 'Language' }).click();
    await page.reload();
    await page.locator('.explanation').waitFor();
    assert.equal(await page.getByRole('button', { name: /^typescript/ }).count(), 1);
  });

  it('says so where it cannot draw, and draws again when asked', async () => {
    const { page } = await panel.open({ snapshot: snapshots.busy() });
    await panel.opened.push({ ...snapshots.busy(), today: null } as unknown as Snapshot);
    await page.getByRole('alert').waitFor();
    assert.equal(panel.opened.complaints.splice(0).length, 1);
    await panel.opened.push(snapshots.busy());
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('button', { name: /^Deep/ }).first().waitFor();
  });

  it('survives a state that it cannot have written', async () => {
    const { page } = await panel.open({ snapshot: snapshots.busy() });
    await page.evaluate(() => sessionStorage.setItem('state', '{"toggled":[1,{"a":2},"number:deep"]}'));
    await page.reload();
    await page.locator('.explanation').waitFor();
  });

  describe('asks the host', () => {
    const cases: [string, () => Snapshot, string, string][] = [
      ['to start', snapshots.notStarted, 'Start', 'start'],
      ['to leave it for now', snapshots.notStarted, 'Not now', 'notNow'],
      ['to start after all', () => snapshots.notStarted(true), 'Start', 'start'],
      ['to make a pause longer', snapshots.pausedUntil, '15 min more', 'extendPause'],
      ['how long to pause', snapshots.pausedUntil, 'Change…', 'pauseMenu'],
      ['to record a workspace again', snapshots.leftOut, 'Record it again', 'recordWorkspace'],
      ['to resume', snapshots.paused, 'Resume', 'resume'],
      ['to open the folder', snapshots.busy, 'Open data folder', 'openDataFolder'],
      ['for the log', snapshots.unavailable, 'Show log', 'showLog'],
    ];
    for (const [what, snapshot, button, type] of cases) {
      it(what, async () => {
        const { page } = await panel.open({ snapshot: snapshot() });
        await page.getByRole('button', { name: button }).click();
        assert.deepEqual(await panel.opened.requests(), [{ type: 'ready' }, { type }]);
      });
    }

    const pauses: [string, object][] = [
      ['15 min', { type: 'pause', length: 15 }],
      ['Until tomorrow', { type: 'pause', length: 'tomorrow' }],
      ['Until I resume', { type: 'pause', length: 'open' }],
      ['Other…', { type: 'pauseMenu' }],
      ['For this workspace', { type: 'leaveOutWorkspace' }],
    ];
    for (const [button, request] of pauses) {
      it(`to pause: ${button}`, async () => {
        const { page } = await panel.open({ snapshot: snapshots.busy() });
        await page.getByRole('button', { name: 'Pause recording' }).click();
        await page.getByRole('button', { name: button, exact: true }).click();
        assert.deepEqual(await panel.opened.requests(), [{ type: 'ready' }, request]);
        // Chosen is chosen: after the pause the choice is closed again.
        assert.equal(await page.getByRole('button', { name: button, exact: true }).count(), 0);
      });
    }

    it('once, by Enter or Space on a button of VS Code', async () => {
      const { page } = await panel.open({ snapshot: snapshots.notStarted() });
      await tabTo(page, 'Start');
      await page.keyboard.press('Enter');
      assert.deepEqual(await panel.opened.requests(), [{ type: 'ready' }, { type: 'start' }]);
    });
  });

  it('says until when recording is paused', async () => {
    const { page } = await panel.open({ snapshot: snapshots.pausedUntil() });
    await page.getByText('Recording is paused until 13:15.').waitFor();
    await panel.opened.push(snapshots.paused());
    await page.getByText('Recording is paused.').waitFor();
    assert.equal(await page.getByRole('button', { name: '15 min more' }).count(), 0);
  });

  it('offers to leave out a workspace only where there is one', async () => {
    const { page } = await panel.open({ snapshot: { ...snapshots.busy(), workspace: 'none' } });
    await page.getByRole('button', { name: 'Pause recording' }).click();
    await page.getByRole('button', { name: '15 min' }).waitFor();
    assert.equal(await page.getByRole('button', { name: 'For this workspace' }).count(), 0);
  });

  it('says before the start what would be recorded and where', async () => {
    const { page } = await panel.open({ snapshot: snapshots.notStarted() });
    const text = plain(await page.locator('main').innerText());
    for (const word of ['Counts', 'Kinds', 'Places', 'Times', 'Never text', 'globalStorage/andon.andon']) {
      assert.ok(text.includes(word), word);
    }
  });

  it('shows hostile names as text', async () => {
    const { page } = await panel.open({ snapshot: snapshots.hostile() });
    await openEverything(page);
    assert.equal(await page.title(), 'Andon');
    assert.equal(await page.locator('img, main script').count(), 0);
    assert.ok((await page.locator('main').innerText()).includes('<img src=x onerror='));
  });

  it('waits in silence for its first snapshot', async () => {
    const { page } = await panel.open({});
    assert.equal(plain(await page.locator('main').innerText()), '');
    assert.deepEqual(await panel.opened.requests(), [{ type: 'ready' }]);
  });

  it('keeps to its budgets', async () => {
    const bytes = Buffer.byteLength(panel.bundle.script);
    const paintTimes: number[] = [];
    for (const snapshot of [snapshots.busy(), snapshots.busy(), snapshots.busy(), snapshots.crowded()]) {
      const { page } = await panel.open({ snapshot });
      await page.waitForFunction(() => window.paintedAt > 0);
      paintTimes.push(await page.evaluate(() => window.paintedAt - window.readyAt));
    }
    // The machine only ever adds to what the panel takes.
    const [paint, crowdedPaint] = [Math.min(...paintTimes.slice(0, -1)), paintTimes.at(-1)!];
    console.log(
      `      script ${(bytes / 1024).toFixed(1)} KB; painted ${paint.toFixed(0)} and ${crowdedPaint.toFixed(0)} ms after ready`,
    );
    assert.ok(bytes <= SCRIPT_BYTES, `${bytes} bytes`);
    assert.ok(paint <= FIRST_PAINT_MS, `${paint} ms`);
  });
});
