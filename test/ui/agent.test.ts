import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { Editor } from '../vscode/editor.ts';
import type { Workbench } from '../vscode/workbench.ts';
import { count, query, seed } from './support/database.ts';
import { makeProject } from './support/folders.ts';
import { packHelper } from './support/helperExtension.ts';
import { recording } from './support/shown.ts';
import { pause, until } from './support/wait.ts';

/**
 * Works for some seconds each time a file appears, as an agent does: types at the cursor, edits a file that nobody looks at, opens it,
 * moves about in it and saves it. Then it tells, in that file's place, whether the window had the focus meanwhile.
 */
const AGENT = `
const vscode = require('vscode');
const fs = require('node:fs');
const order = process.env.ANDON_AGENT;
const pause = ms => new Promise(resolve => setTimeout(resolve, ms));
async function work() {
  const hadFocus = vscode.window.state.focused;
  const editor = await vscode.window.showTextDocument(await open('a.ts'));
  for (let i = 0; i < 5; i++) {
    await editor.edit(edit => edit.insert(editor.selection.active, 'x'));
    await pause(300);
  }
  const other = await open('other.ts');
  for (let i = 0; i < 5; i++) {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(other.uri, new vscode.Position(0, 0), 'let made = 1;\\n');
    await vscode.workspace.applyEdit(edit);
    await pause(300);
  }
  const shown = await vscode.window.showTextDocument(other);
  shown.selection = new vscode.Selection(1, 0, 1, 0);
  await pause(600);
  await other.save();
  return hadFocus || vscode.window.state.focused;
}
const open = name => vscode.workspace.openTextDocument(
  vscode.Uri.joinPath(vscode.workspace.workspaceFolders[0].uri, name),
);
exports.activate = () => {
  let isBusy = false;
  setInterval(async () => {
    if (isBusy || !fs.existsSync(order)) return;
    isBusy = true;
    fs.rmSync(order);
    const hadFocus = await work();
    fs.writeFileSync(order + '-done', String(hadFocus));
    isBusy = false;
  }, 200);
};
`;
/** Longer than a beat: what was to be written is. */
const WRITTEN_MS = 3_500;

describe('an agent at work', () => {
  const folder = makeProject('workshop');
  const order = path.join(path.dirname(folder), 'order');
  const helper = packHelper('agent', AGENT);
  let editor: Editor;
  let window: Workbench;

  before(async () => {
    fs.writeFileSync(path.join(folder, 'other.ts'), 'export const other = 1;\n');
    editor = await Editor.start({ moreVsix: [helper.vsix], environment: { ANDON_AGENT: order } });
    await seed(editor, []);
    window = await editor.openWindow(folder);
    await recording(window);
  });
  after(async () => {
    await editor.close();
    fs.rmSync(path.dirname(folder), { recursive: true });
    helper.dispose();
  });

  /** Answers whether the window had the focus while it worked. */
  async function work(): Promise<boolean> {
    fs.writeFileSync(order, '');
    const done = `${order}-done`;
    await until('the end of the work', () => fs.existsSync(done), Boolean);
    const hadFocus = fs.readFileSync(done, 'utf8') === 'true';
    fs.rmSync(done);
    await pause(WRITTEN_MS);
    return hadFocus;
  }

  const spans = () => query(editor, 'SELECT id, ms, edits FROM span ORDER BY id').map(row => ({ ...row }));
  const edits = () => count(editor, 'SELECT coalesce(sum(typed + bulk + program), 0) FROM tally');

  it('earns nobody time in a window without the focus, though its edits are counted', async () => {
    await window.openFile('a.ts');
    await window.type('// by hand\n', 60);
    await window.blur();
    await pause(WRITTEN_MS);
    const before = { spans: spans(), edits: edits() };
    assert.ok(before.spans.length > 0);
    assert.equal(await work(), false);
    assert.deepEqual(spans(), before.spans);
    assert.ok(edits() >= before.edits + 10, `${edits() - before.edits} edits were seen`);
  });

  it('earns time at the cursor of a window that has the focus: nothing tells that from typing', async () => {
    await window.focus();
    await pause(WRITTEN_MS);
    const before = spans().length;
    assert.equal(await work(), true);
    assert.ok(spans().length > before);
  });
});
