import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { accessibilityViolations, describeViolations } from '../vscode/accessibility.ts';
import { Editor } from '../vscode/editor.ts';
import type { Workbench } from '../vscode/workbench.ts';
import { query, seed } from './support/database.ts';
import { makeProject } from './support/folders.ts';
import { until } from './support/wait.ts';

/** From a key to what it brought about, on a busy machine; what must be seen within two seconds says so itself. */
const SEEN_WITHIN_MS = 30_000;

describe('the queue in the panel', () => {
  const folder = makeProject('queue-panel');
  let editor: Editor;
  let window: Workbench;

  before(async () => {
    editor = await Editor.start();
    await seed(editor, []);
    window = await editor.openWindow(folder);
    await window.statusBarItem().filter({ hasText: /\d/ }).waitFor();
    await window.openViewContainer();
    await field(window).waitFor();
  });
  after(async () => {
    await editor.close();
    fs.rmSync(path.dirname(folder), { recursive: true });
  });

  const field = (of: Workbench) => of.webview().getByRole('textbox', { name: 'Add to the queue' });
  const row = (of: Workbench, key: string): Locator =>
    of.webview().getByRole('treeitem', { name: new RegExp(`^${key} `) });
  const note = (text: RegExp) => window.webview().locator('.note-text').filter({ hasText: text });
  const keysInOrder = () => query(editor, 'SELECT key FROM task ORDER BY place, id').map(each => each['key']);
  const stateOf = (key: string) => query(editor, `SELECT state FROM task WHERE key = '${key}'`)[0]?.['state'];
  const current = () =>
    query(editor, `SELECT detail FROM event WHERE kind = 'queue' ORDER BY id DESC LIMIT 1`)[0]?.['detail'];

  it('takes lines one after the other', async () => {
    const lines = ['first ~10m @next', 'second #bug @next', 'third !high @next'];
    for (const [index, line] of lines.entries()) {
      await field(window).fill(line);
      await window.page.keyboard.press('Enter');
      await row(window, `A-${index + 1}`).waitFor({ timeout: SEEN_WITHIN_MS });
    }
    await until('the items', keysInOrder, keys => keys.join() === 'A-1,A-2,A-3');
  });

  it('moves an item by key, and takes that back by key', async () => {
    await row(window, 'A-3').locator('.item-title').click();
    await window.page.keyboard.press('Alt+ArrowUp');
    await until('the order', keysInOrder, keys => keys.join() === 'A-1,A-3,A-2');
    await window.page.keyboard.press('Control+z');
    await until('the order', keysInOrder, keys => keys.join() === 'A-1,A-2,A-3');
    await window.page.keyboard.press('Control+Shift+z');
    await until('the order', keysInOrder, keys => keys.join() === 'A-1,A-3,A-2');
  });

  it('starts an item at Enter, and shows that its clock runs', async () => {
    await row(window, 'A-1').locator('.item-title').click();
    await window.page.keyboard.press('Enter');
    await until('the clock', current, detail => detail === '{"item":"A-1","phase":"start"}');
    assert.equal(stateOf('A-1'), 'doing');
    await window.screenshot('queue-panel-running');
    const violations = await accessibilityViolations(await window.webviewFrame());
    assert.equal(violations.length, 0, describeViolations(violations));
  });

  it('shows in another window what is done in this one', async () => {
    const second = await editor.openWindow(folder);
    await second.statusBarItem().filter({ hasText: /\d/ }).waitFor({ timeout: 60_000 });
    await second.openViewContainer();
    await row(second, 'A-1').waitFor({ timeout: SEEN_WITHIN_MS });
    await window.page.bringToFront();
    await field(window).fill('fourth');
    await window.page.keyboard.press('Enter');
    await row(window, 'A-4').waitFor({ timeout: SEEN_WITHIN_MS });
    await row(second, 'A-4').waitFor({ timeout: SEEN_WITHIN_MS });
    await second.close();
  });

  it('shows what an item took beside its budget while it is worked on', async () => {
    await window.openFile('a.ts');
    for (let i = 0; i < 3; i++) {
      await window.type('const token = sign(user);\n', 200);
      await window.save();
    }
    await row(window, 'A-1')
      .filter({ hasText: /10 s|\d0 s|1 min/ })
      .waitFor({ timeout: SEEN_WITHIN_MS });
    await window.screenshot('queue-panel-measured');
  });

  it('finishes an item by the space bar, which stops its clock', async () => {
    await row(window, 'A-1').locator('.item-title').click();
    await window.page.keyboard.press('Space');
    await until(
      'the end',
      () => stateOf('A-1'),
      state => state === 'done',
    );
    await until('the clock', current, detail => detail === '{"item":"A-1","phase":"stop"}');
    await note(/^Done: first, .* of 10 min$/).waitFor({ timeout: SEEN_WITHIN_MS });
  });

  it('drops an item by Delete, and brings it back by what the list offers', async () => {
    await row(window, 'A-2').locator('.item-title').click();
    await window.page.keyboard.press('Delete');
    await until(
      'the drop',
      () => stateOf('A-2'),
      state => state === 'dropped',
    );
    await note(/^Dropped: second$/).waitFor({ timeout: SEEN_WITHIN_MS });
    await window.webview().getByRole('button', { name: 'Undo' }).click();
    await until(
      'the undo',
      () => stateOf('A-2'),
      state => state === 'next',
    );
  });
});
