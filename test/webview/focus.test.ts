import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Snapshot } from '../../src/core/messages/panel.ts';
import { focused, tabTo } from './page.ts';
import * as snapshots from './snapshots.ts';
import { usePanel } from './usePanel.ts';

describe('The focus session in the panel', () => {
  const panel = usePanel();
  const timer = (page: Page) => page.getByRole('timer');

  it('counts down by itself, a minute at a time, and says nothing aloud', async () => {
    const { page } = await panel.open({ snapshot: snapshots.inSession({ elapsedMs: 60_000 - 3_000 }) });
    assert.equal(await timer(page).innerText(), '25 min');
    await page.waitForFunction(() => document.querySelector('[role=timer]')?.textContent === '24 min');
    assert.equal(await timer(page).getAttribute('aria-live'), 'off');
    assert.equal(await page.locator('[aria-live]:not([aria-live=off]), [role=status]').count(), 0);
  });

  it('counts seconds in its last minute, and then says that the time is up', async () => {
    const { page } = await panel.open({
      snapshot: snapshots.inSession({ plannedMs: 60_000, elapsedMs: 56_000 }),
    });
    assert.match(await timer(page).innerText(), /^[1-4] s$/);
    await page.waitForFunction(() => document.querySelector('[role=timer]')?.textContent === 'Time is up');
  });

  it('stands still while it is paused', async () => {
    const { page } = await panel.open({ snapshot: snapshots.sessionPaused() });
    await page.waitForTimeout(1_200);
    assert.equal(await timer(page).innerText(), '18 min');
    assert.match(await page.locator('.session').innerText(), /paused · 1 switch, 2 losses of focus/);
  });

  const requests: [string, () => Snapshot, object][] = [
    ['Pause', () => snapshots.inSession(), { type: 'pauseSession' }],
    ['Resume', snapshots.sessionPaused, { type: 'resumeSession' }],
    ['+5 min', snapshots.sessionOver, { type: 'extendSession' }],
    ['End…', snapshots.inFlow, { type: 'endSession' }],
    [
      'More to do',
      () => snapshots.toReview(),
      { type: 'reviewSession', id: 7, outcome: 'more', word: '', reasons: [] },
    ],
  ];
  for (const [name, snapshot, request] of requests) {
    it(`asks the host by ${name}`, async () => {
      const { page } = await panel.open({ snapshot: snapshot() });
      await page.getByRole('button', { name, exact: true }).click();
      assert.deepEqual((await panel.opened.requests()).at(-1), request);
    });
  }

  it('starts with an intention, by Enter or by a button, and keeps what is typed over snapshots', async () => {
    const { page } = await panel.open({ snapshot: snapshots.busy() });
    const field = page.getByRole('textbox', { name: 'What for?' });
    await field.fill('idle rule');
    await panel.opened.push(snapshots.busyLater());
    assert.equal(await field.inputValue(), 'idle rule');
    const plan = { type: 'startSession', kind: 'countdown', minutes: 25, intention: 'idle rule', item: null };
    await field.press('Enter');
    assert.deepEqual((await panel.opened.requests()).at(-1), plan);
    await page.getByRole('button', { name: 'Start 25 min' }).click();
    assert.deepEqual((await panel.opened.requests()).at(-1), plan);
    await page.getByRole('button', { name: '50 min' }).click();
    assert.deepEqual((await panel.opened.requests()).at(-1), { ...plan, minutes: 50 });
    await page.getByRole('button', { name: 'Flow' }).click();
    assert.deepEqual((await panel.opened.requests()).at(-1), { ...plan, kind: 'flow' });
  });

  it('keeps the keyboard where it was when it starts and ends', async () => {
    const { page } = await panel.open({ snapshot: snapshots.busy() });
    await page.getByRole('textbox', { name: 'What for?' }).focus();
    await page.keyboard.press('Enter');
    await panel.opened.push(snapshots.inSession());
    assert.equal(await focused(page), '+5 min');
    await page.keyboard.press('Enter');
    assert.deepEqual((await panel.opened.requests()).at(-1), { type: 'extendSession' });
    await panel.opened.push(snapshots.busy());
    assert.equal(await focused(page), 'What for?');
  });

  it('takes the keyboard from nothing else', async () => {
    const { page } = await panel.open({ snapshot: snapshots.busy() });
    await tabTo(page, 'Active 4 h 47');
    await panel.opened.push(snapshots.inSession());
    assert.equal(await focused(page), 'Active 4 h 47');
  });
});
