import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { accessibilityViolations, describeViolations } from '../vscode/accessibility.ts';
import { COLOR_THEMES, type ColorThemeKind } from '../vscode/colorThemes.ts';
import { Editor } from '../vscode/editor.ts';
import type { Workbench } from '../vscode/workbench.ts';
import { query, seed } from './support/database.ts';
import { makeProject } from './support/folders.ts';
import { until } from './support/wait.ts';

const THEMES = Object.keys(COLOR_THEMES) as ColorThemeKind[];
const SEEN_WITHIN_MS = 30_000;
const LINES = [
  'Idle rule: recompute history #feature ~1h30 @next',
  'Two windows end one session twice #bug !high due:tomorrow @next',
  '#482 Review: store migrations #review due:+3d @next',
  'Name the rules by what they see ~30m #maintenance @next',
  'Answer the question about exports ~10m',
  'Export loses the last row of a day',
];

describe('the list of the queue', () => {
  const folder = makeProject('queue-face');
  let editor: Editor;
  let window: Workbench;

  before(async () => {
    editor = await Editor.start();
    await seed(editor, []);
    window = await editor.openWindow(folder);
    await window.statusBarItem().filter({ hasText: /\d/ }).waitFor();
    await window.openViewContainer();
    await field().waitFor();
  });
  after(async () => {
    await editor.close();
    fs.rmSync(path.dirname(folder), { recursive: true });
  });

  const field = () => window.webview().getByRole('textbox', { name: 'Add to the queue' });
  const row = (key: string): Locator =>
    window.webview().getByRole('treeitem', { name: new RegExp(`^${key} `) });
  const task = (key: string, column: string) =>
    query(editor, `SELECT ${column} FROM task WHERE key = '${key}'`)[0]?.[column];
  const nextOnes = () =>
    query(editor, `SELECT key FROM task WHERE state = 'next' ORDER BY place, id`).map(each =>
      String(each['key']),
    );

  it('is filled, walked and worked through without a mouse', async () => {
    await field().focus();
    for (const [index, line] of LINES.entries()) {
      await window.page.keyboard.type(line);
      await window.page.keyboard.press('Enter');
      await row(`A-${index + 1}`).waitFor({ state: 'attached', timeout: SEEN_WITHIN_MS });
    }
    await window.page.keyboard.press('ArrowDown');
    await window.page.keyboard.type('name');
    await window.page.keyboard.press('F2');
    await window.page.keyboard.type('Name all rules');
    await window.page.keyboard.press('Enter');
    await until(
      'the edit',
      () => task('A-4', 'title'),
      title => title === 'Name all rules',
    );
    await window.page.keyboard.press('Alt+ArrowUp');
    await until('the order', nextOnes, keys => keys.join() === 'A-1,A-2,A-4,A-3');
    await window.page.keyboard.press('Control+z');
    await until('the undo', nextOnes, keys => keys.join() === 'A-1,A-2,A-3,A-4');
    await window.page.keyboard.press('Home');
    await window.page.keyboard.press('ArrowDown');
    await window.page.keyboard.press('Enter');
    await until(
      'the start',
      () => task('A-1', 'state'),
      state => state === 'doing',
    );
    await window.page.keyboard.press('Control+f');
    await window.page.keyboard.type('#bug');
    await window.webview().getByText('1 of 6').first().waitFor();
    await window.page.keyboard.press('Escape');
  });

  for (const theme of THEMES) {
    it(`looks like a part of VS Code in the theme ${COLOR_THEMES[theme]}, and axe finds nothing`, async () => {
      await window.setColorTheme(theme);
      await window.openViewContainer();
      await row('A-2').locator('.item-title').click();
      await window.page.keyboard.press('ArrowRight');
      await window.webview().locator('.explanation').waitFor();
      await row('A-3').hover();
      await window.screenshot(`queue-list-${theme}`);
      const violations = await accessibilityViolations(await window.webviewFrame());
      await window.page.keyboard.press('ArrowLeft');
      assert.equal(violations.length, 0, describeViolations(violations));
    });
  }

  it('is put in order by dragging, and an item dragged into another group changes its state', async () => {
    await drag('A-4', 'A-2', 0.2);
    await until('the order', nextOnes, keys => keys.join() === 'A-4,A-2,A-3');
    await drag('A-5', 'A-3', 0.8);
    await until('the order', nextOnes, keys => keys.join() === 'A-4,A-2,A-3,A-5');
    assert.equal(task('A-5', 'state'), 'next');
  });

  it('takes back what was dropped', async () => {
    await row('A-3').locator('.item-title').click();
    await window.page.keyboard.press('Delete');
    await window
      .webview()
      .locator('.note-text')
      .filter({ hasText: /^Dropped: #482/ })
      .waitFor();
    await window.screenshot('queue-list-dropped');
    assert.equal(await window.page.locator('.notification-toast').count(), 0);
    await window.webview().getByRole('button', { name: 'Undo' }).click();
    await until(
      'the undo',
      () => task('A-3', 'state'),
      state => state === 'next',
    );
  });

  /** To a height of another row: 0 is its upper edge, 1 its lower one. */
  async function drag(from: string, to: string, height: number): Promise<void> {
    const title = await row(from).locator('.item-title').boundingBox();
    const target = await row(to).boundingBox();
    assert.ok(title && target);
    await window.page.mouse.move(title.x + 20, title.y + 8);
    await window.page.mouse.down();
    await window.page.mouse.move(title.x + 20, title.y + 14, { steps: 3 });
    await window.page.mouse.move(target.x + 40, target.y + target.height * height, { steps: 5 });
    await window.webview().locator('.drop-line').waitFor();
    // What shows while one drags has moved the rows.
    const now = await row(to).boundingBox();
    assert.ok(now);
    await window.page.mouse.move(now.x + 40, now.y + now.height * height, { steps: 2 });
    await window.page.mouse.up();
  }
});
