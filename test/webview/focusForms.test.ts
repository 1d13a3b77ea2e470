import assert from 'node:assert/strict';
import type { Snapshot } from '../../src/core/messages/panel.ts';
import * as daily from './dailySnapshots.ts';
import { focused, plain, tabTo } from './page.ts';
import * as snapshots from './snapshots.ts';
import { usePanel } from './usePanel.ts';

describe('Rounds, breaks and reviews in the panel', () => {
  const panel = usePanel();
  const lastRequest = async () => (await panel.opened.requests()).at(-1);

  const requests: [string, () => Snapshot, object][] = [
    ['Break, 5 min', daily.roundOver, { type: 'takeOffer' }],
    ['Skip to round 3', daily.roundOver, { type: 'nextRound' }],
    ['Not now', daily.roundOver, { type: 'declineOffer' }],
    ['Start round 3 of 4', daily.breakOver, { type: 'takeOffer' }],
    ['End the break', daily.inBreak, { type: 'endSession' }],
    [
      'Pomodoro',
      snapshots.busy,
      { type: 'startSession', kind: 'pomodoro', minutes: 25, intention: '', item: null },
    ],
  ];
  for (const [name, snapshot, request] of requests) {
    it(`asks the host by ${name}`, async () => {
      const { page } = await panel.open({ snapshot: snapshot() });
      await page.getByRole('button', { name, exact: true }).click();
      assert.deepEqual(await lastRequest(), request);
    });
  }

  it('shows which round it is, and what it is for', async () => {
    const { page } = await panel.open({ snapshot: daily.inRound() });
    assert.equal(
      plain(await page.locator('.session').innerText()),
      '18 min Idle rule: recompute history A-12 Fix login round 2 of 4',
    );
  });

  it('shows a break as a break, without a pause, and what comes after it', async () => {
    const { page } = await panel.open({ snapshot: daily.inBreak() });
    assert.match(plain(await page.locator('.session').innerText()), /^4 min break · then round 3 of 4$/);
    assert.equal(await page.getByRole('button', { name: 'Pause', exact: true }).count(), 0);
  });

  it('starts for the item in work, unless one says otherwise', async () => {
    const { page } = await panel.open({ snapshot: daily.withItem() });
    const plan = { type: 'startSession', kind: 'countdown', minutes: 25, intention: '', item: 'i12' };
    await page.getByRole('button', { name: 'Start 25 min' }).click();
    assert.deepEqual(await lastRequest(), plan);
    await tabTo(page, 'What for?');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Flow' }).click();
    assert.deepEqual(await lastRequest(), { ...plan, kind: 'flow', item: null });
    await page.getByRole('checkbox', { name: 'for A-12 Fix login' }).click();
    await page.getByRole('button', { name: 'Flow' }).click();
    assert.deepEqual(await lastRequest(), { ...plan, kind: 'flow' });
  });

  it('is for another item where another is in work by then', async () => {
    const { page } = await panel.open({ snapshot: daily.withItem() });
    await page.getByRole('checkbox').click();
    await panel.opened.push(daily.ready({ item: { id: 'i13', key: 'A-13', title: 'Two windows' } }));
    await page.getByRole('button', { name: 'Flow' }).click();
    assert.equal(((await lastRequest()) as { item?: unknown }).item, 'i13');
  });

  it('takes a word and what interrupted, by keyboard alone', async () => {
    const { page } = await panel.open({ snapshot: snapshots.toReview() });
    await tabTo(page, '1 switch, 2 losses of focus. By what?');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await tabTo(page, 'A word about it');
    await page.keyboard.type('a long build');
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'Done');
    await page.keyboard.press('Enter');
    assert.deepEqual(await lastRequest(), {
      type: 'reviewSession',
      id: 7,
      outcome: 'done',
      word: 'a long build',
      reasons: ['asked', 'waiting'],
    });
  });

  it('keeps the word that is being written over snapshots, and not for another session', async () => {
    const { page } = await panel.open({ snapshot: snapshots.toReview() });
    const word = page.getByRole('textbox', { name: 'A word about it' });
    await word.fill('half a');
    await panel.opened.push(snapshots.toReview());
    assert.equal(await word.inputValue(), 'half a');
    const other = snapshots.toReview();
    assert.ok(other.focus.kind === 'ready' && other.focus.review);
    await panel.opened.push({
      ...other,
      focus: { ...other.focus, review: { ...other.focus.review, id: 8 } },
    });
    assert.equal(await word.inputValue(), '');
  });

  it('asks for no reason where nothing interrupted', async () => {
    const review = { id: 7, text: '25 min are over', intention: '', interruptions: '' };
    const { page } = await panel.open({ snapshot: daily.ready({ review }) });
    assert.equal(await page.getByText('By what?').count(), 0);
  });

  it('keeps the keyboard where it was when a break is taken and ends', async () => {
    const { page } = await panel.open({ snapshot: daily.breakOver() });
    await tabTo(page, 'Start round 3 of 4');
    await page.keyboard.press('Enter');
    await panel.opened.push(daily.inRound());
    assert.equal(await focused(page), '+5 min');
    await panel.opened.push(daily.roundOver());
    assert.equal(await focused(page), 'A word about it');
  });
});

describe('The deep week in the panel', () => {
  const panel = usePanel();

  it('opens how it was computed, with its days, and closes by Escape', async () => {
    const { page } = await panel.open({ snapshot: snapshots.busy() });
    await tabTo(page, 'deep this week 8 h 12 of 12 h');
    await page.keyboard.press('Enter');
    const rows = await page.locator('.terms > div').allInnerTexts();
    assert.deepEqual(rows.map(plain), [
      'Monday 1 h 35',
      'Tuesday 0 min',
      'Wednesday 2 h 10',
      'Thursday 1 h 02',
      'Friday 48 min',
      'Saturday 0 min',
      'Sunday 2 h 37',
      'Together 8 h 12',
      'Your plan for the week 12 h',
    ]);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.terms').count(), 0);
    assert.equal(await focused(page), 'deep this week 8 h 12 of 12 h');
  });

  it('is words alone where the section is closed', async () => {
    const { page } = await panel.open({ snapshot: snapshots.busy() });
    await page.getByRole('button', { name: 'Focus', exact: true }).click();
    assert.equal(await page.getByText('deep this week 8 h 12 of 12 h').count(), 1);
    assert.equal(await page.getByRole('button', { name: /deep this week/ }).count(), 0);
  });
});

describe('Sessions on the timeline', () => {
  const panel = usePanel();

  it('have a name and a line each, and words in the table', async () => {
    const { page } = await panel.open({ snapshot: daily.withSessions() });
    const lines = page.getByRole('img', { name: /^Focus session/ });
    assert.equal(await lines.count(), 3);
    assert.equal(
      plain((await lines.first().getAttribute('aria-label')) ?? ''),
      'Focus session, 8:10 to 8:35, 25 min, Idle rule: recompute history',
    );
    await page.getByRole('button', { name: 'As a table' }).click();
    const rows = page.getByRole('table', { name: 'Focus sessions' }).locator('tbody tr');
    assert.deepEqual((await rows.allInnerTexts()).map(plain), [
      '8:10 8:35 Idle rule: recompute history 25 min',
      '8:40 9:05 Idle rule: recompute history 25 min',
      '10:58 12:10 1 h 12',
    ]);
  });
});
