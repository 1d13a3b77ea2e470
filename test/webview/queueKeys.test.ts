import assert from 'node:assert/strict';
import { focused, plain } from './page.ts';
import { addField, current, goTo, lines, rowOf, tree } from './queuePage.ts';
import * as queues from './queueSnapshots.ts';
import * as snapshots from './snapshots.ts';
import { usePanel } from './usePanel.ts';

describe('The queue by keyboard alone', () => {
  const panel = usePanel();
  const open = (queue = queues.busy()) => panel.open({ snapshot: snapshots.busy(), queue });
  const lastRequest = async () => (await panel.opened.requests()).at(-1);

  const requests: [string, string, string, object][] = [
    ['starts an item', 'A-2', 'Enter', { type: 'startItem', id: 'i2' }],
    ['stops the clock of the one that has it', 'A-1', 'Enter', { type: 'stopItem', id: 'i1' }],
    ['finishes an item', 'A-2', 'Space', { type: 'moveItem', id: 'i2', state: 'done' }],
    ['drops an item', 'A-2', 'Delete', { type: 'moveItem', id: 'i2', state: 'dropped' }],
    ['drops an item, on a Mac', 'A-2', 'Meta+Backspace', { type: 'moveItem', id: 'i2', state: 'dropped' }],
    ['snoozes an item', 'A-2', '.', { type: 'snoozeItem', id: 'i2' }],
    ['asks for all that can be done', 'A-2', 'Shift+F10', { type: 'itemMenu', id: 'i2' }],
    ['moves an item up', 'A-3', 'Alt+ArrowUp', { type: 'placeItem', id: 'i3', at: 'before', anchor: 'i2' }],
    [
      'moves an item down',
      'A-2',
      'Alt+ArrowDown',
      { type: 'placeItem', id: 'i2', at: 'after', anchor: 'i3' },
    ],
    [
      'moves the first one up',
      'A-2',
      'Alt+ArrowUp',
      { type: 'placeItem', id: 'i2', at: 'after', anchor: 'i1' },
    ],
    [
      'moves the last one down',
      'A-6',
      'Alt+ArrowDown',
      { type: 'placeItem', id: 'i6', at: 'before', anchor: 'i7' },
    ],
    ['undoes', 'A-2', 'Control+z', { type: 'undoQueue' }],
    ['undoes, on a Mac', 'A-2', 'Meta+z', { type: 'undoQueue' }],
    ['does again', 'A-2', 'Control+Shift+z', { type: 'redoQueue' }],
    ['does again, by the other key', 'A-2', 'Control+y', { type: 'redoQueue' }],
  ];
  for (const [what, key, keys, request] of requests) {
    it(`${what}: ${keys}`, async () => {
      const { page } = await open(queues.busy({ activeId: 'i1', undo: 'Drop “a”', redo: 'Add “b”' }));
      await goTo(page, key);
      await page.keyboard.press(keys);
      assert.deepEqual(await lastRequest(), request);
    });
  }

  it('brings back what is snoozed, and takes up what was done', async () => {
    const { page } = await open();
    await page.getByText('Snoozed · 1').click();
    await page.getByText('Done and dropped').click();
    await goTo(page, 'A-11');
    await page.keyboard.press('.');
    assert.deepEqual(await lastRequest(), { type: 'unsnoozeItem', id: 'i11' });
    await goTo(page, 'A-13');
    await page.keyboard.press('Space');
    assert.deepEqual(await lastRequest(), { type: 'moveItem', id: 'i13', state: 'next' });
    await page.keyboard.press('Enter');
    assert.deepEqual(await lastRequest(), { type: 'itemMenu', id: 'i13' });
  });

  it('moves nothing that is at its end already', async () => {
    const { page } = await open();
    await goTo(page, 'A-1');
    const before = await panel.opened.requests();
    await page.keyboard.press('Alt+ArrowUp');
    assert.deepEqual(await panel.opened.requests(), before);
  });

  it('leaves it to the host whether there is anything to take back', async () => {
    const { page } = await open();
    await goTo(page, 'A-1');
    await page.keyboard.press('Control+z');
    assert.deepEqual(await lastRequest(), { type: 'undoQueue' });
  });

  it('moves an item into a group without items', async () => {
    const { page } = await open(queues.busyAfter('i1', { state: 'next' }));
    await goTo(page, 'A-1');
    await page.keyboard.press('Alt+ArrowUp');
    assert.deepEqual(await lastRequest(), { type: 'moveItem', id: 'i1', state: 'doing' });
  });

  it('says of a list by score how to order it by hand, and moves only between groups', async () => {
    const { page } = await open(queues.byScore());
    await goTo(page, 'A-3');
    await page.keyboard.press('Alt+ArrowDown');
    assert.deepEqual(await lastRequest(), { type: 'ready' });
    assert.match(await page.locator('.queue-note').first().innerText(), /The list is in order of score/);
    await page.getByRole('button', { name: 'Use your own order' }).click();
    assert.deepEqual(await lastRequest(), { type: 'sortQueue', by: 'own' });
    await goTo(page, 'A-2');
    await page.keyboard.press('Alt+ArrowUp');
    assert.deepEqual(await lastRequest(), { type: 'moveItem', id: 'i2', state: 'doing' });
  });

  it('says where an item has come to stand, and goes with it', async () => {
    const { page } = await open();
    await goTo(page, 'A-7');
    await page.keyboard.press('Alt+ArrowUp');
    await panel.opened.pushQueue(queues.busyAfter('i7', { state: 'next' }));
    assert.equal(
      await current(page),
      'A-7 Export loses the last row of a day that crosses a change of clocks',
    );
    await page.getByRole('status').filter({ hasText: 'Next, 6 of 6' }).waitFor({ state: 'attached' });
  });

  it('walks through groups and items, and folds groups', async () => {
    const { page } = await open();
    await addField(page).focus();
    await page.keyboard.press('Tab');
    const walk: [string, string][] = [
      ['Home', 'Doing'],
      ['ArrowDown', 'A-1 Idle rule: recompute history'],
      ['ArrowDown', 'Next'],
      ['ArrowLeft', 'Next · 5'],
      ['ArrowDown', 'Inbox · 3'],
      ['ArrowUp', 'Next · 5'],
      ['ArrowRight', 'Next'],
      ['ArrowRight', 'A-2 Two windows end one session twice'],
      ['ArrowLeft', 'Next'],
      ['End', 'Done and dropped · 13'],
      ['Enter', 'Done and dropped · 13'],
      ['ArrowDown', 'A-13 Finished feature 1 (done)'],
      ['PageUp', 'A-1 Idle rule: recompute history'],
      ['PageDown', 'Done and dropped · 13'],
      ['Space', 'Done and dropped · 13'],
      ['Home', 'Doing'],
    ];
    const walked: [string, string | null][] = [];
    for (const [key] of walk) {
      await page.keyboard.press(key);
      walked.push([key, await current(page)]);
    }
    assert.deepEqual(walked, walk);
  });

  it('opens how a score was computed, reads it, and closes it', async () => {
    const { page } = await open();
    await goTo(page, 'A-3');
    await page.keyboard.press('ArrowRight');
    assert.equal(await rowOf(page, 'A-3').getAttribute('aria-expanded'), 'true');
    await page.keyboard.press('ArrowRight');
    assert.match((await current(page)) ?? '', /^What speaks for doing it now/);
    await page.keyboard.press('ArrowLeft');
    assert.equal(await current(page), 'A-3 #482 Review: store migrations');
    await page.keyboard.press('ArrowLeft');
    assert.equal(await page.locator('.explanation').count(), 0);
    assert.equal(await rowOf(page, 'A-3').getAttribute('aria-expanded'), 'false');
  });

  it('finds an item by typing its beginning', async () => {
    const { page } = await open();
    await goTo(page, 'A-1');
    await page.keyboard.type('na');
    assert.equal(await current(page), 'A-4 Name the rules by what they see');
    await page.waitForTimeout(900);
    await page.keyboard.type('a reply');
    assert.equal(await current(page), 'A-10 A reply from the hosting');
    assert.deepEqual(await lastRequest(), { type: 'ready' });
  });

  it('edits an item in place', async () => {
    const { page } = await open();
    await goTo(page, 'A-4');
    await page.keyboard.press('F2');
    assert.equal(await focused(page), 'Edit A-4');
    const field = page.getByRole('textbox', { name: 'Edit A-4' });
    assert.equal(await field.inputValue(), 'Name the rules by what they see #maintenance ~30m @next');
    const selected = await field.evaluate(
      (element: HTMLInputElement) => `${element.selectionStart} ${element.selectionEnd}`,
    );
    assert.equal(selected, '0 31');
    await page.keyboard.type('Name all rules');
    await page.keyboard.press('Enter');
    const request = { type: 'rewriteItem', id: 'i4', text: 'Name all rules #maintenance ~30m @next' };
    assert.deepEqual(await lastRequest(), request);
    assert.equal(await field.count(), 0);
    assert.equal(await current(page), 'A-4 Name the rules by what they see');
  });

  it('leaves an item as it was by Escape, and asks for nothing where nothing was changed', async () => {
    const { page } = await open();
    await goTo(page, 'A-4');
    await page.keyboard.press('F2');
    await page.keyboard.type('Something else');
    await page.keyboard.press('Escape');
    assert.equal(await current(page), 'A-4 Name the rules by what they see');
    await page.keyboard.press('F2');
    await page.keyboard.press('Enter');
    assert.deepEqual(await lastRequest(), { type: 'ready' });
    assert.ok((await lines(page)).includes('Name the rules by what they see'));
  });

  it('reaches the buttons of the current item, and comes back from them', async () => {
    const { page } = await open();
    await goTo(page, 'A-2');
    const names: string[] = [];
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press('Tab');
      names.push(await focused(page));
    }
    assert.deepEqual(names, ['Start', 'Done', 'More…', 'Score 23.1']);
    await page.keyboard.press('Escape');
    assert.equal(await current(page), 'A-2 Two windows end one session twice');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.deepEqual(await lastRequest(), { type: 'startItem', id: 'i2' });
    assert.equal(await current(page), 'A-2 Two windows end one session twice');
  });

  it('passes the list with one Tab when no item is current in sight', async () => {
    const { page } = await open();
    await addField(page).focus();
    await page.keyboard.press('Shift+Tab');
    assert.equal(await focused(page), 'Filter');
    assert.equal(await tree(page).getAttribute('tabindex'), '0');
    assert.equal(plain(await page.locator('[role=treeitem][tabindex]').count().then(String)), '0');
  });
});
