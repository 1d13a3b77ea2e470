import assert from 'node:assert/strict';
import { away } from './dailySnapshots.ts';
import { focused, openEverything, tabTo } from './page.ts';
import { nothing } from './queueSnapshots.ts';
import * as snapshots from './snapshots.ts';
import { usePanel } from './usePanel.ts';

describe('Time away in the panel', () => {
  const panel = usePanel();
  const requests = async () => (await panel.opened.requests()).slice(1);
  const section = () => panel.opened.page.getByRole('region', { name: 'Away' });
  const answer = (name: string) => section().getByRole('button', { name, exact: true });
  const like = () => section().getByText('Pauses of 10 to 35 min that begin between 11:00 and 13:00');
  const { start, end } = away().away!;
  const named = (as: string, always = false) => ({ type: 'nameAway', start, end, as, always });

  it('stands only where a pause is asked about, or has named itself', async () => {
    await panel.open({ snapshot: snapshots.busy() });
    assert.equal(await section().count(), 0);
    await panel.opened.push(away());
    await section().getByText('Away 23 min. What was it?').waitFor();
    await panel.opened.push(away({ as: 'meeting' }));
    await section().getByText('Named a meeting, as always: 23 min.').waitFor();
    await panel.opened.push(snapshots.busy());
    assert.equal(await section().count(), 0);
  });

  it('has a name of its own beside sections that were there before it', async () => {
    const { page } = await panel.open({ snapshot: snapshots.notStarted() });
    await panel.opened.push(snapshots.empty());
    await panel.opened.pushQueue(nothing());
    for (const each of [snapshots.withWeek(), away()]) await panel.opened.push(each);
    await section().getByText('What was it?').waitFor();
    const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
    assert.deepEqual(ids, [...new Set(ids)]);
  });

  it('is answered by one click', async () => {
    await panel.open({ snapshot: away() });
    for (const name of ['Break', 'Meeting', 'Reading', 'Thinking', 'Discard']) await answer(name).click();
    assert.deepEqual(
      await requests(),
      ['break', 'meeting', 'reading', 'thinking', 'discard'].map(as => named(as)),
    );
  });

  it('is answered by keyboard alone', async () => {
    const { page } = await panel.open({ snapshot: away() });
    await tabTo(page, 'Meeting');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Leave it unanswered');
    await page.keyboard.press('Space');
    assert.deepEqual(await requests(), [named('meeting'), { type: 'leaveAway' }]);
  });

  it('says which pauses “always” means before an answer holds for them', async () => {
    await panel.open({ snapshot: away() });
    assert.equal(await like().count(), 0);
    await section().getByRole('checkbox', { name: 'Always for pauses like this' }).check();
    await like().waitFor();
    await answer('Break').click();
    assert.deepEqual(await requests(), [named('break', true)]);
  });

  it('does not take “always” over to the next pause', async () => {
    await panel.open({ snapshot: away() });
    const always = section().getByRole('checkbox', { name: 'Always for pauses like this' });
    await always.check();
    await panel.opened.push(away());
    assert.equal(await always.isChecked(), true);
    await panel.opened.push(away({ start: start + 60_000, end: end + 60_000 }));
    assert.equal(await always.isChecked(), false);
  });

  it('tells what a pause named itself, and lets it be changed or left so', async () => {
    await panel.open({ snapshot: away({ as: 'break' }) });
    assert.equal(await answer('Meeting').count(), 0);
    await answer('Leave it so').click();
    await answer('Change').click();
    assert.equal(await answer('Break').count(), 0);
    await answer('Meeting').click();
    await answer('Change andon.idle.always').click();
    assert.deepEqual(await requests(), [
      { type: 'leaveAway' },
      named('meeting'),
      { type: 'openSetting', key: 'idle.always' },
    ]);
  });

  it('takes the focus from nothing', async () => {
    const { page } = await panel.open({ snapshot: snapshots.busy() });
    await tabTo(page, 'As a table');
    await panel.opened.push(away());
    assert.equal(await focused(page), 'As a table');
  });

  it('leads from the numbers that it changes to naming any time', async () => {
    const { page } = await panel.open({ snapshot: snapshots.busy() });
    await openEverything(page);
    const links = page.getByRole('button', { name: 'Name a time away…' });
    assert.equal(await links.count(), 2);
    await links.first().click();
    assert.deepEqual(await requests(), [{ type: 'chooseAway' }]);
  });
});
