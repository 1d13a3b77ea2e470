import assert from 'node:assert/strict';
import { NO_WORDS } from '../../src/core/checkIn.ts';
import { checkIn, said } from './dailySnapshots.ts';
import { focused, tabTo } from './page.ts';
import * as snapshots from './snapshots.ts';
import { usePanel } from './usePanel.ts';

describe('The check-in in the panel', () => {
  const panel = usePanel();
  const requests = async () => (await panel.opened.requests()).slice(1);
  const section = () => panel.opened.page.getByRole('region', { name: 'Check-in' });

  it('stands only where it is asked, asked for, or said', async () => {
    await panel.open({ snapshot: checkIn({}) });
    assert.equal(await section().count(), 0);
    for (const view of [{ isAsked: true }, { wantedAt: 1 }, { said: said({ flow: 'fine' }) }]) {
      await panel.opened.push(checkIn(view));
      assert.equal(await section().count(), 1);
    }
    await panel.opened.push(snapshots.busy());
    assert.equal(await section().count(), 0);
  });

  it('takes three clicks and a sentence, each kept at once', async () => {
    const { page } = await panel.open({ snapshot: checkIn({ isAsked: true }) });
    await page.getByRole('radiogroup', { name: 'Energy' }).getByRole('radio', { name: 'low' }).click();
    await page.getByRole('radiogroup', { name: 'Flow' }).getByRole('radio', { name: 'high' }).click();
    await page.getByRole('radiogroup', { name: 'Satisfaction' }).getByRole('radio', { name: 'fine' }).click();
    await page.getByRole('textbox', { name: 'A sentence about today' }).fill('  Slow start. ');
    await page.keyboard.press('Enter');
    const clicks = [
      { energy: 'low' },
      { energy: 'low', flow: 'high' },
      { energy: 'low', flow: 'high', satisfaction: 'fine' },
      { energy: 'low', flow: 'high', satisfaction: 'fine', sentence: 'Slow start.' },
    ];
    assert.deepEqual(
      await requests(),
      clicks.map(words => ({ type: 'checkIn', ...NO_WORDS, ...words })),
    );
  });

  it('is answered by keyboard alone', async () => {
    const { page } = await panel.open({ snapshot: checkIn({ isAsked: true }) });
    await tabTo(page, 'low');
    await page.keyboard.press('ArrowRight');
    assert.equal(await focused(page), 'fine');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('End');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Calm.');
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'Not today');
    assert.deepEqual((await requests()).at(-1), {
      type: 'checkIn',
      energy: 'fine',
      flow: 'low',
      satisfaction: 'high',
      sentence: 'Calm.',
    });
  });

  it('loses no click to a snapshot that was made before it', async () => {
    const { page } = await panel.open({ snapshot: checkIn({ isAsked: true }) });
    await page.getByRole('radiogroup', { name: 'Energy' }).getByRole('radio', { name: 'low' }).click();
    await page.getByRole('radiogroup', { name: 'Flow' }).getByRole('radio', { name: 'high' }).click();
    await panel.opened.push(checkIn({ said: said({ energy: 'low' }) }));
    const flow = page.getByRole('radiogroup', { name: 'Flow' }).getByRole('radio', { name: 'high' });
    assert.equal(await flow.getAttribute('aria-checked'), 'true');
    await panel.opened.push(checkIn({ said: said({ energy: 'low', flow: 'high' }) }));
    // From now on another window's word holds.
    await panel.opened.push(checkIn({ said: said({ energy: 'high', flow: 'low' }) }));
    assert.equal(await flow.getAttribute('aria-checked'), 'false');
  });

  it('keeps a sentence that is being written over snapshots', async () => {
    const { page } = await panel.open({ snapshot: checkIn({ isAsked: true }) });
    const field = page.getByRole('textbox', { name: 'A sentence about today' });
    await field.fill('Slow st');
    await panel.opened.push(checkIn({ said: said({ energy: 'low' }) }));
    assert.equal(await field.inputValue(), 'Slow st');
    await field.blur();
    assert.deepEqual((await requests()).at(-1), {
      type: 'checkIn',
      ...NO_WORDS,
      energy: 'low',
      sentence: 'Slow st',
    });
  });

  it('asks the host for nothing where nothing was changed', async () => {
    const { page } = await panel.open({ snapshot: checkIn({ said: said({ sentence: 'Calm.' }) }) });
    await page.getByRole('textbox', { name: 'A sentence about today' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.deepEqual(await requests(), []);
  });

  it('can be put off while nothing was said', async () => {
    const { page } = await panel.open({ snapshot: checkIn({ isAsked: true }) });
    await page.getByRole('button', { name: 'Not today' }).click();
    assert.deepEqual(await requests(), [{ type: 'skipCheckIn' }]);
    await panel.opened.push(checkIn({ said: said({ energy: 'low' }) }));
    assert.equal(await page.getByRole('button', { name: 'Not today' }).count(), 0);
  });

  it('has the keyboard once it is asked for by a command, and at no other time', async () => {
    const { page } = await panel.open({ snapshot: checkIn({ isAsked: true }) });
    const { at } = snapshots.busy();
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'BODY');
    await panel.opened.push(checkIn({ wantedAt: at - 500 }));
    assert.equal(await focused(page), 'low');
    await tabTo(page, 'As a table');
    await panel.opened.push(checkIn({ wantedAt: at - 500, said: said({ energy: 'low' }) }));
    assert.equal(await focused(page), 'As a table');
  });

  it('takes the focus of a panel that opens long after the command from nothing', async () => {
    const { page } = await panel.open({ snapshot: checkIn({ wantedAt: snapshots.busy().at - 60_000 }) });
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'BODY');
  });
});
