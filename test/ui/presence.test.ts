import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { Editor } from '../vscode/editor.ts';
import type { Workbench } from '../vscode/workbench.ts';
import { count, seed } from './support/database.ts';
import { makeProject } from './support/folders.ts';
import { packHelper } from './support/helperExtension.ts';
import { activeSeconds, recording } from './support/shown.ts';
import { pause, until } from './support/wait.ts';

/** Longer than a beat, and than VS Code takes to tell of a window. */
const WRITTEN_MS = 3_500;
/** So long VS Code may take a window for active after the last key. */
const SETTLED_MS = 65_000;

/**
 * Once the window has lost the focus it writes at the cursor, a character at a time, as only a person seems to do, and moves the
 * view.
 */
const AGENT = `
const vscode = require('vscode');
exports.activate = () => {
  vscode.window.onDidChangeWindowState(async ({ focused }) => {
    const editor = vscode.window.activeTextEditor;
    if (focused || !editor) return;
    for (let i = 0; i < 20; i++) {
      await editor.edit(edit => edit.insert(editor.selection.active, 'x'));
      editor.revealRange(new vscode.Range(i * 20, 0, i * 20, 0), vscode.TextEditorRevealType.AtTop);
      await new Promise(resolve => setTimeout(resolve, 150));
    }
  });
};
`;

describe('the presence of a person', function () {
  this.timeout(200_000);
  const folder = makeProject('present');
  const helper = packHelper('agent', AGENT);
  let editor: Editor;
  let window: Workbench;

  before(async () => {
    const lines = Array.from({ length: 2_000 }, (_, line) => `line ${line}`);
    fs.writeFileSync(path.join(folder, 'long.txt'), lines.join('\n'));
    editor = await Editor.start({ moreVsix: [helper.vsix], settings: { 'andon.idle.after': 0.5 } });
    await seed(editor, []);
    window = await editor.openWindow(folder);
    await recording(window);
  });
  after(async () => {
    await editor.close();
    fs.rmSync(path.dirname(folder), { recursive: true });
    helper.dispose();
  });

  const readSeconds = () =>
    count(
      editor,
      `SELECT coalesce(sum(seconds), 0) FROM spans WHERE activity = 'reading' AND path = 'long.txt'`,
    );
  const earned = () => count(editor, 'SELECT coalesce(sum(ms), 0) + 1000 * count(*) FROM span');

  it('is seen in scrolling alone: a minute of it is a minute of reading, where idle begins after 30 s', async () => {
    await window.openFile('long.txt');
    const before = await activeSeconds(window);
    await window.page.mouse.move(700, 400);
    const began = Date.now();
    for (let down = true; Date.now() - began < 62_000; down = !down) {
      // The wheel turns for a moment every few seconds, as it does for one who reads.
      for (let turn = 0; turn < 6; turn++) {
        await window.page.mouse.wheel(0, down ? 60 : 40);
        await pause(60);
      }
      await pause(4_000);
    }
    await pause(WRITTEN_MS);
    assert.ok(readSeconds() >= 55, `${readSeconds()} s of reading`);
    const active = (await activeSeconds(window)) - before;
    assert.ok(active >= 55, `${active} s of active time`);
  });

  it('is not seen in a window that nobody touches', async () => {
    await pause(SETTLED_MS);
    const before = earned();
    await pause(35_000);
    assert.equal(earned(), before);
  });

  it('is not seen in what another extension writes and shows while the window has no focus', async () => {
    await window.openFile('a.ts');
    await window.type('// by hand\n', 60);
    await pause(WRITTEN_MS);
    const before = earned();
    const edits = () => count(editor, 'SELECT sum(typed + bulk + program) FROM tally');
    const written = edits();
    await window.blur();
    await until('the edits of the other extension', edits, now => now >= written + 20);
    await pause(WRITTEN_MS);
    assert.equal(earned(), before);
    await window.focus();
  });
});
