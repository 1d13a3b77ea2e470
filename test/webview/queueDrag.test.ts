import assert from 'node:assert/strict';
import { current, drag, lines, rowOf, tree } from './queuePage.ts';
import * as queues from './queueSnapshots.ts';
import * as snapshots from './snapshots.ts';
import { usePanel } from './usePanel.ts';

describe('The queue by mouse', () => {
  const panel = usePanel();
  const open = (queue = queues.busy()) => panel.open({ snapshot: snapshots.busy(), queue });
  const lastRequest = async () => (await panel.opened.requests()).at(-1);

  it('starts, finishes and offers more by buttons that show where the pointer is', async () => {
    const { page } = await open(queues.running());
    const row = rowOf(page, 'A-4');
    assert.equal(await row.getByRole('button', { name: 'Start' }).count(), 0);
    await row.hover();
    await row.getByRole('button', { name: 'Start' }).click();
    assert.deepEqual(await lastRequest(), { type: 'startItem', id: 'i4' });
    await row.getByRole('button', { name: 'Done' }).click();
    assert.deepEqual(await lastRequest(), { type: 'moveItem', id: 'i4', state: 'done' });
    await row.getByRole('button', { name: 'More…' }).click();
    assert.deepEqual(await lastRequest(), { type: 'itemMenu', id: 'i4' });
    await rowOf(page, 'A-1').hover();
    await rowOf(page, 'A-1').getByRole('button', { name: 'Stop its clock' }).click();
    assert.deepEqual(await lastRequest(), { type: 'stopItem', id: 'i1' });
    assert.equal(await current(page), 'A-1 Idle rule: recompute history (its clock runs)');
  });

  it('asks for all that can be done by the other button, and edits by a double click', async () => {
    const { page } = await open();
    await rowOf(page, 'A-4').locator('.item-title').click({ button: 'right' });
    assert.deepEqual(await lastRequest(), { type: 'itemMenu', id: 'i4' });
    await rowOf(page, 'A-4').locator('.item-title').dblclick();
    assert.equal(await page.getByRole('textbox', { name: 'Edit A-4' }).count(), 1);
  });

  it('shows while it drags where the item would come to stand', async () => {
    const { page } = await open();
    await drag(page, 'A-2', rowOf(page, 'A-4'), 0.8, false);
    const line = await page.locator('.drop-line').boundingBox();
    const below = await rowOf(page, 'A-5').boundingBox();
    assert.equal(Math.round((line?.y ?? 0) + 1), below?.y);
    assert.ok(await rowOf(page, 'A-2').evaluate(element => element.classList.contains('is-dragged')));
    await panel.opened.screenshot('queue drag');
    await page.mouse.up();
    assert.equal(await page.locator('.drop-line').count(), 0);
    assert.deepEqual(await lastRequest(), { type: 'placeItem', id: 'i2', at: 'after', anchor: 'i4' });
  });

  it('drops before an item, and into another group', async () => {
    const { page } = await open();
    await drag(page, 'A-5', rowOf(page, 'A-3'), 0.2);
    assert.deepEqual(await lastRequest(), { type: 'placeItem', id: 'i5', at: 'before', anchor: 'i3' });
    await drag(page, 'A-5', rowOf(page, 'A-8'), 0.2);
    assert.deepEqual(await lastRequest(), { type: 'placeItem', id: 'i5', at: 'before', anchor: 'i8' });
    await drag(page, 'A-5', page.getByRole('treeitem', { name: 'Inbox' }), 0.5);
    assert.deepEqual(await lastRequest(), { type: 'placeItem', id: 'i5', at: 'before', anchor: 'i7' });
  });

  it('drops into a group without items, which shows meanwhile', async () => {
    const { page } = await open(queues.busyAfter('i10', { state: 'next' }));
    // High enough that nothing scrolls.
    await page.setViewportSize({ width: 330, height: 1_000 });
    assert.ok(!(await lines(page)).includes('Waiting'));
    await drag(page, 'A-8', rowOf(page, 'A-9'), 0.5, false);
    await page.getByRole('treeitem', { name: 'Waiting' }).hover();
    await page.mouse.up();
    assert.deepEqual(await lastRequest(), { type: 'moveItem', id: 'i8', state: 'waiting' });
    assert.ok(!(await lines(page)).includes('Waiting'));
  });

  it('asks for nothing where an item stands already, or where nothing can be dropped', async () => {
    const { page } = await open();
    await drag(page, 'A-3', rowOf(page, 'A-2'), 0.8);
    await drag(page, 'A-3', rowOf(page, 'A-3'), 0.8);
    await tree(page).evaluate(element => (element.scrollTop = element.scrollHeight));
    await drag(page, 'A-9', page.getByRole('treeitem', { name: 'Done and dropped' }), 0.5);
    assert.deepEqual(await panel.opened.requests(), [{ type: 'ready' }]);
  });

  it('is given up by Escape', async () => {
    const { page } = await open();
    await drag(page, 'A-2', rowOf(page, 'A-4'), 0.8, false);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.drop-line').count(), 0);
    await page.mouse.up();
    assert.deepEqual(await panel.opened.requests(), [{ type: 'ready' }]);
  });

  it('scrolls on at the edge of the list', async () => {
    const { page } = await open(queues.long());
    await drag(page, 'A-3', rowOf(page, 'A-5'), 0.5, false);
    const box = await tree(page).boundingBox();
    await page.mouse.move(100, (box?.y ?? 0) + (box?.height ?? 0) - 4);
    await page.waitForFunction(() => (document.querySelector('[role=tree]')?.scrollTop ?? 0) > 300);
    // What it began on is out of sight now, and need not be drawn any more.
    await page.mouse.move(100, (box?.y ?? 0) + 200);
    await page.mouse.up();
    const request = await lastRequest();
    assert.equal(request?.type === 'placeItem' && request.id, 'i3');
  });

  it('does not choose a place in a list by score, but a group', async () => {
    const { page } = await open(queues.byScore());
    await drag(page, 'A-3', rowOf(page, 'A-2'), 0.2);
    assert.deepEqual(await lastRequest(), { type: 'ready' });
    assert.match(await page.locator('.queue-note').first().innerText(), /The list is in order of score/);
    await drag(page, 'A-3', rowOf(page, 'A-1'), 0.8);
    assert.deepEqual(await lastRequest(), { type: 'moveItem', id: 'i3', state: 'doing' });
  });
});
