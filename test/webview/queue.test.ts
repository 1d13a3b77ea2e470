import assert from 'node:assert/strict';
import { flaws } from './flaws.ts';
import { plain } from './page.ts';
import { addField, current, goTo, lines, rowOf, tree } from './queuePage.ts';
import * as queues from './queueSnapshots.ts';
import * as snapshots from './snapshots.ts';
import { usePanel } from './usePanel.ts';

describe('The queue in the panel', () => {
  const panel = usePanel();
  const open = (queue = queues.busy()) => panel.open({ snapshot: snapshots.busy(), queue });
  const lastRequest = async () => (await panel.opened.requests()).at(-1);

  it('is there while recording is on or paused, and not before it was started', async () => {
    const { page } = await open();
    const section = page.getByRole('region', { name: 'Queue' });
    assert.equal(await section.count(), 1);
    await panel.opened.push(snapshots.paused());
    assert.equal(await section.count(), 1);
    await panel.opened.push(snapshots.notStarted());
    assert.equal(await section.count(), 0);
  });

  it('stands between the session and today', async () => {
    const { page } = await open();
    const headings = await page.getByRole('heading', { level: 2 }).allInnerTexts();
    assert.deepEqual(headings.slice(0, 3).map(plain), ['FOCUS', 'QUEUE', 'TODAY']);
  });

  it('says how many are in work, and more than the limit no louder', async () => {
    const { page } = await open();
    const aside = page.getByRole('region', { name: 'Queue' }).locator('.section-aside');
    assert.equal(await aside.innerText(), 'doing 1 of 2');
    await panel.opened.pushQueue(queues.overBudget());
    assert.equal(await aside.innerText(), 'doing 3 of 2');
    await panel.opened.pushQueue(queues.busy({ wipLimit: 0 }));
    assert.equal(await aside.innerText(), 'doing 1');
  });

  it('lists items in their groups; what is out of sight is folded, with its number', async () => {
    const { page } = await open();
    await panel.opened.setWidth(900);
    await tree(page).evaluate(element => (element.scrollTop = element.scrollHeight));
    await page.getByRole('treeitem', { name: 'Done and dropped · 13' }).waitFor();
    assert.deepEqual(
      (await lines(page)).filter(line => !line.includes(' ') || line.includes('·') || line.startsWith('A ')),
      [
        'Doing',
        'Next',
        'Inbox · 3',
        'Translations',
        'Waiting',
        'A reply from the hosting',
        'Snoozed · 1',
        'Done and dropped · 13',
      ],
    );
    await page.getByText('Snoozed · 1').click();
    assert.equal(
      plain(await rowOf(page, 'A-11').innerText()),
      'A-11 Renew the certificate 1.8 until Wed 15:12 due 1 Dec',
    );
    await page.getByText('Done and dropped · 13').click();
    assert.match(
      plain(await rowOf(page, 'A-13').innerText()),
      /^A-13 Finished feature 1 50 min of 1 h feature$/,
    );
    await page.getByText('Next').click();
    assert.ok((await lines(page)).includes('Next · 5'));
  });

  it('says of an item in work its time beside its range, and which one has the clock', async () => {
    const { page } = await open(queues.running());
    const name = await rowOf(page, 'A-1').getAttribute('aria-label');
    assert.equal(
      plain(name ?? ''),
      'A-1 Idle rule: recompute history (its clock runs), (score) 4.8, 1 h 12 (used), 2 h 05 – 2 h 39, (label) feature',
    );
    assert.equal(await rowOf(page, 'A-1').locator('.item-mark-half').count(), 1);
    assert.equal(await page.locator('.item-mark-half').count(), 1);
  });

  it('says an overrun in words, and that nothing is known where nothing is', async () => {
    const { page } = await open(queues.overBudget());
    assert.match(plain(await rowOf(page, 'A-1').innerText()), /2 h 20 20 min over its 2 h/);
    assert.match(plain(await rowOf(page, 'A-2').innerText()), /30 min of 1 h 30 not enough data/);
    assert.match(plain(await rowOf(page, 'A-3').innerText()), /25 min used exploration$/);
  });

  it('shows the biggest terms of a score beside the item, and all of them with their sum below it', async () => {
    const { page } = await open();
    await panel.opened.setWidth(900);
    const row = rowOf(page, 'A-2');
    assert.match(plain(await row.innerText()), /due \+8\.3 · blocking \+8 · high priority \+6$/);
    await row.getByRole('button', { name: 'Score 23.1' }).click();
    const details = page.getByRole('treeitem', { name: /^What speaks for doing it now/ });
    assert.deepEqual((await details.locator('.terms > div').allInnerTexts()).map(plain), [
      'due +8.3',
      'blocking +8',
      'high priority +6',
      'labels +0.8',
      'Together 23.1',
    ]);
    await row.getByRole('button', { name: 'Score 23.1' }).click();
    assert.equal(await details.count(), 0);
  });

  it('is one sentence and a field while there is nothing in it', async () => {
    const { page } = await open(queues.nothing());
    assert.match(await page.locator('.queue').innerText(), /^What you add comes to stand here/);
    assert.equal(await tree(page).count(), 0);
    assert.ok(await addField(page).isVisible());
  });

  it('shows hostile titles and labels as text', async () => {
    const { page } = await open(queues.hostile());
    assert.equal(await page.title(), 'Andon');
    assert.equal(await page.locator('img, main script, main a').count(), 0);
    const text = await tree(page).innerText();
    assert.ok(text.includes('<img src=x onerror='));
    assert.ok(text.includes('[click](command:andon.eraseEverything) **bold** `code`'));
    assert.ok((await lines(page)).includes('gnp.exe right to left'));
  });

  it('offers to batch small items', async () => {
    const { page } = await open();
    assert.match(await page.locator('.queue').innerText(), /2 small items, together 40 min\./);
    await page.getByRole('button', { name: 'Batch them' }).click();
    assert.deepEqual(await lastRequest(), { type: 'batchItems', ids: ['i4', 'i5'] });
    await panel.opened.pushQueue(queues.overBudget());
    assert.equal(await page.getByRole('button', { name: 'Batch them' }).count(), 0);
  });

  it('is sorted by score or by hand', async () => {
    const { page } = await open();
    const toggle = page.getByRole('button', { name: 'Sort by score' });
    assert.equal(await toggle.getAttribute('aria-pressed'), 'false');
    await toggle.click();
    assert.deepEqual(await lastRequest(), { type: 'sortQueue', by: 'score' });
    await panel.opened.pushQueue(queues.byScore());
    assert.equal(await toggle.getAttribute('aria-pressed'), 'true');
    await toggle.click();
    assert.deepEqual(await lastRequest(), { type: 'sortQueue', by: 'own' });
  });

  describe('a line to add', () => {
    it('shows what it was understood as, and where it was not', async () => {
      const { page } = await open();
      await addField(page).fill('fix login #bug ~2h !high due:fri ~30m @soon');
      const preview = page.locator('.line-preview');
      assert.equal(
        plain(await preview.locator('.line-summary').innerText()),
        'Inbox: fix login @soon ~30 min high priority due Fri 27 Nov bug',
      );
      const problems = await preview.getByRole('button').allInnerTexts();
      assert.deepEqual(problems.map(plain), [
        '“~2h”: There is another budget further on, and that one holds.',
        '“@soon” is no state of a new item. Write @inbox, @next, @doing or @waiting.',
      ]);
      await preview.getByRole('button').last().click();
      const selected = await addField(page).evaluate((field: HTMLInputElement) =>
        field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0),
      );
      assert.equal(selected, '@soon');
      assert.deepEqual(await flaws(panel.opened, 'queue preview'), []);
    });

    it('is said once one rests, not at every letter', async () => {
      const { page } = await open();
      await addField(page).pressSequentially('call Ann ~15m');
      const said = page.locator('.line-field [role=status]');
      assert.equal(await said.innerText(), '');
      await page.waitForFunction(
        () => document.querySelector('.line-field [role=status]')?.textContent !== '',
      );
      assert.equal(await said.innerText(), 'Inbox, call Ann, ~15 min');
    });

    it('is asked to be added by Enter, and goes once the queue has it', async () => {
      const { page } = await open();
      await addField(page).fill('call Ann ~15m');
      await page.keyboard.press('Enter');
      assert.deepEqual(await lastRequest(), { type: 'addItem', text: 'call Ann ~15m' });
      await panel.opened.pushQueue(queues.busyAfter('i3', { title: 'Something else' }));
      assert.equal(await addField(page).inputValue(), 'call Ann ~15m');
      await panel.opened.pushQueue(queues.busyAnd({ title: 'call Ann', budgetMinutes: 15 }));
      assert.equal(await addField(page).inputValue(), '');
    });

    it('leaves what is typed meanwhile', async () => {
      const { page } = await open();
      await addField(page).fill('call Ann');
      await page.keyboard.press('Enter');
      await page.keyboard.type('write');
      await panel.opened.pushQueue(queues.busyAnd({ title: 'call Ann' }));
      assert.equal(await addField(page).inputValue(), 'write');
    });

    it('without a title stays, and asks for nothing', async () => {
      const { page } = await open();
      await addField(page).fill('#bug ~15m');
      await page.keyboard.press('Enter');
      assert.deepEqual(await lastRequest(), { type: 'ready' });
      assert.equal(await addField(page).inputValue(), '#bug ~15m');
      assert.match(await page.locator('.line-preview').innerText(), /There is no title yet/);
      await page.keyboard.press('Escape');
      assert.equal(await addField(page).inputValue(), '');
    });

    it('leads down into the list', async () => {
      const { page } = await open();
      await addField(page).focus();
      await page.keyboard.press('ArrowDown');
      assert.equal(await current(page), 'A-1 Idle rule: recompute history');
    });
  });

  describe('a filter', () => {
    it('finds by words, labels and keys, and says how many', async () => {
      const { page } = await open();
      await goTo(page, 'A-2');
      await page.keyboard.press('Control+f');
      const field = page.getByRole('textbox', { name: 'Filter the queue' });
      await field.fill('THE by');
      assert.deepEqual(await lines(page), ['Next', 'Name the rules by what they see']);
      assert.equal(await page.locator('.filter-count').innerText(), '1 of 24');
      await field.fill('#bu');
      assert.deepEqual(await lines(page), ['Next', 'Two windows end one session twice']);
      await field.fill('a-8');
      assert.deepEqual(await lines(page), ['Inbox · 1', 'Look at the new diff view']);
      await field.fill('nowhere <b>');
      assert.equal(
        await page.locator('.queue-empty').innerText(),
        'Nothing in the queue matches “nowhere <b>”.',
      );
      assert.deepEqual(await flaws(panel.opened, 'queue filter'), []);
    });

    it('is left by Escape, from the field or the list, and everything is there again', async () => {
      const { page } = await open();
      await page.getByRole('button', { name: 'Filter' }).click();
      await page.keyboard.type('session');
      await page.keyboard.press('Enter');
      assert.equal(await current(page), 'A-2 Two windows end one session twice');
      await page.keyboard.press('Escape');
      assert.equal(await page.getByRole('textbox', { name: 'Filter the queue' }).count(), 0);
      assert.equal(await current(page), 'A-2 Two windows end one session twice');
      assert.ok((await lines(page)).includes('Translations'));
    });
  });

  describe('what has just been closed', () => {
    const dropped = { state: 'dropped', closedAt: snapshots.clock('15:00') } as const;
    const undo = { undo: 'Drop “Two windows…”' };

    it('can be taken back for a while', async () => {
      const { page } = await open();
      await goTo(page, 'A-2');
      await page.keyboard.press('Delete');
      await panel.opened.pushQueue(queues.busyAfter('i2', dropped, undo));
      assert.match(
        await page.locator('.queue-note').first().innerText(),
        /^Dropped: Two windows end one session/,
      );
      await page.getByRole('button', { name: 'Undo' }).click();
      assert.deepEqual(await lastRequest(), { type: 'undoQueue' });
    });

    it('is not offered back once something else was done', async () => {
      const { page } = await open();
      await goTo(page, 'A-2');
      await page.keyboard.press('Delete');
      await panel.opened.pushQueue(queues.busyAfter('i2', dropped, undo));
      await panel.opened.pushQueue(queues.busyAfter('i2', dropped, { undo: 'Edit “Translations”' }));
      assert.equal(await page.getByRole('button', { name: 'Undo' }).count(), 0);
    });

    it('is not told where another window did it', async () => {
      const { page } = await open();
      await panel.opened.pushQueue(queues.busyAfter('i2', dropped, undo));
      assert.equal(await page.getByRole('button', { name: 'Undo' }).count(), 0);
    });
  });

  describe('a new message', () => {
    it('leaves the keyboard and the list where they are', async () => {
      const { page } = await open(queues.long());
      await goTo(page, 'A-2');
      for (let i = 0; i < 3; i++) await page.keyboard.press('PageDown');
      const before = await current(page);
      const scrolled = await tree(page).evaluate(element => element.scrollTop);
      assert.ok(scrolled > 500);
      await panel.opened.pushQueue(queues.long());
      assert.equal(await current(page), before);
      assert.equal(await tree(page).evaluate(element => element.scrollTop), scrolled);
    });

    it('that takes the current item away leads to the next one', async () => {
      const { page } = await open();
      await goTo(page, 'A-2');
      await page.keyboard.press('Space');
      assert.deepEqual(await lastRequest(), { type: 'moveItem', id: 'i2', state: 'done' });
      await panel.opened.pushQueue(queues.busyAfter('i2', { state: 'done', closedAt: 1 }));
      assert.equal(await current(page), 'A-3 #482 Review: store migrations');
    });

    it('leaves an edit as it is', async () => {
      const { page } = await open();
      await goTo(page, 'A-3');
      await page.keyboard.press('F2');
      const field = page.getByRole('textbox', { name: 'Edit A-3' });
      assert.equal(await field.inputValue(), '#482 Review: store migrations #review due:2026-11-20 @next');
      await field.fill('Review of migrations @next');
      await field.evaluate((element: HTMLInputElement) => {
        element.setSelectionRange(3, 3);
      });
      await panel.opened.pushQueue(queues.busyAfter('i3', { title: 'Another window wrote this' }));
      await panel.opened.push(snapshots.busyLater());
      assert.equal(await field.inputValue(), 'Review of migrations @next');
      assert.equal(
        await field.evaluate((element: HTMLInputElement) =>
          document.activeElement === element ? element.selectionStart : -1,
        ),
        3,
      );
      assert.deepEqual(await flaws(panel.opened, 'queue edit'), []);
    });

    it('leaves open what is open, and the line that is being written', async () => {
      const { page } = await open();
      await goTo(page, 'A-2');
      await page.keyboard.press('ArrowRight');
      await addField(page).fill('half a thou');
      await panel.opened.pushQueue(queues.busyAnd({ title: 'New from another window' }));
      assert.equal(await page.locator('.explanation').count(), 1);
      assert.equal(await addField(page).inputValue(), 'half a thou');
    });
  });
});
