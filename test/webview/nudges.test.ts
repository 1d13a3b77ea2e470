import assert from 'node:assert/strict';
import { digest, NUDGE_STATES, suggested } from './nudgeSnapshots.ts';
import { plain, tabTo } from './page.ts';
import { firstRows } from './recordSnapshots.ts';
import * as snapshots from './snapshots.ts';
import { usePanel } from './usePanel.ts';

const AT = Date.UTC(2026, 10, 22, 14, 22);
const BEHIND = {
  ...{ behind: 'switches', from: '2026-11-22', to: '2026-11-22', kinds: ['switch'] },
  times: { start: AT - 1_200_000, end: AT },
};

describe('Suggestions in the panel', () => {
  const panel = usePanel();
  const requests = async () => (await panel.opened.requests()).slice(1);
  const section = () => panel.opened.page.getByRole('region', { name: 'Suggestions' });
  const button = (name: string) => section().getByRole('button', { name, exact: true });

  it('stand only where something is suggested', async () => {
    await panel.open({ snapshot: snapshots.busy() });
    assert.equal(await section().count(), 0);
    await panel.opened.push(suggested());
    await section().getByText('11 switches in 20 min.').waitFor();
    await panel.opened.push(snapshots.busy());
    assert.equal(await section().count(), 0);
  });

  it('say why in one line: when, what was measured, and from where on it is told', async () => {
    await panel.open({ snapshot: suggested() });
    await section().getByText('14:02 to 14:22 · switches: 11; told from 8 on').waitFor();
  });

  it('open the reason and its source, and lead to the record', async () => {
    await panel.open({ snapshot: suggested() });
    await button('Why this?').click();
    await section().getByText('Leroy', { exact: false }).waitFor();
    const { width = 0 } = (await section().locator('.explanation').boundingBox()) ?? {};
    assert.ok(width > 200, `it has ${width} px for its words`);
    for (const name of await section().locator('dt').all()) {
      const lines = await name.evaluate(element => {
        const words = document.createRange();
        words.selectNodeContents(element);
        return words.getClientRects().length;
      });
      assert.ok(lines <= 2, `${await name.innerText()} has ${lines} lines`);
    }
    await button('Show it in the record').click();
    const request = (await requests()).find(({ type }) => type === 'openRecord');
    assert.deepEqual(request, { type: 'openRecord', filter: BEHIND });
  });

  it('list the rows behind them, once one asks why', async () => {
    await panel.open({ snapshot: suggested(), rows: firstRows({ filter: { kinds: ['switch'] } }) });
    await button('Why this?').click();
    const rows = section().getByRole('table', { name: 'Behind it' }).getByRole('row');
    await rows.nth(7).waitFor();
    assert.equal(plain(await rows.last().innerText()), '9:22 Switch from shop to tools');
    // A snapshot that tells the same asks for nothing.
    await panel.opened.push(suggested());
    const asked = (await requests()).filter(({ type }) => type === 'readRows');
    assert.deepEqual(
      asked.map(request => request.type === 'readRows' && request.filter),
      [BEHIND],
    );
  });

  it('have three ways out', async () => {
    await panel.open({ snapshot: suggested() });
    for (const name of ['Start a session', 'Snooze…', 'More answers…']) await button(name).click();
    assert.deepEqual(await requests(), [
      { type: 'actOnNudge', id: 1, suggestion: 'startFocus' },
      { type: 'snoozeNudge', id: 1 },
      { type: 'nudgeMenu', id: 1 },
    ]);
  });

  it('are answered by keyboard alone', async () => {
    const { page } = await panel.open({ snapshot: suggested() });
    await tabTo(page, 'Start a session');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Snooze…');
    await page.keyboard.press('Delete');
    assert.deepEqual(await requests(), [
      { type: 'actOnNudge', id: 1, suggestion: 'startFocus' },
      { type: 'dismissNudge', id: 1 },
    ]);
  });

  it('come as one list after a focus session, each with its own answers', async () => {
    await panel.open({ snapshot: digest() });
    await section()
      .getByRole('heading', { name: '2 suggestions held back while you were in focus' })
      .waitFor();
    assert.equal(await section().getByRole('listitem').count(), 2);
    await button('Show the queue').click();
    assert.deepEqual(await requests(), [{ type: 'actOnNudge', id: 2, suggestion: 'showQueue' }]);
  });

  it('say that deep time fell since a rule was raised, with both figures', async () => {
    await panel.open({ snapshot: NUDGE_STATES['nudgeFall']!() });
    await section()
      .getByText('1 h 40 a day in the 20 working days before, and is 1 h 05', { exact: false })
      .waitFor();
    await button('Tune this rule').click();
    assert.deepEqual(await requests(), [{ type: 'tuneRule', rule: 'switching/ping-pong' }]);
  });
});
