import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Editor } from '../vscode/editor.ts';
import { count, databaseFile, query, seed } from './support/database.ts';
import { makeProject } from './support/folders.ts';
import { recording } from './support/shown.ts';
import { pause, until } from './support/wait.ts';

describe('in trouble', () => {
  const folder = makeProject('trouble');
  let editor: Editor;

  afterEach(async () => {
    await editor.close();
  });
  after(() => {
    fs.rmSync(path.dirname(folder), { recursive: true });
  });

  it('says once that a damaged record is left as it is, and what to do', async () => {
    editor = await Editor.start();
    fs.mkdirSync(editor.globalStorageFolder, { recursive: true });
    fs.writeFileSync(databaseFile(editor), 'this is no database '.repeat(100));
    const window = await editor.openWindow(folder);
    await window.notification('damaged').waitFor();
    await window.openViewContainer();
    await window.webview().getByText('Move that file away').waitFor();
    await window.screenshot('unavailable');
    await window.openFile('a.ts');
    await window.type('// typing goes on\n');
    await pause(2500);
    assert.ok((await window.notification('damaged').count()) <= 1);
    assert.match(fs.readFileSync(databaseFile(editor), 'utf8'), /^this is no database/);
  });

  it('leaves the record of a newer version alone', async () => {
    editor = await Editor.start();
    await seed(editor, []);
    const database = new DatabaseSync(databaseFile(editor));
    database.exec('PRAGMA user_version = 1000');
    database.close();
    const window = await editor.openWindow(folder);
    await window.notification('newer version').waitFor();
    await window.hoverText(window.statusBarItem(), /Update Andon/);
  });

  it('says so where the data folder cannot be', async () => {
    editor = await Editor.start();
    // Root may write anywhere: a file in the folder's place stops it as well.
    fs.mkdirSync(path.dirname(editor.globalStorageFolder), { recursive: true });
    fs.writeFileSync(editor.globalStorageFolder, '');
    const window = await editor.openWindow(folder);
    await window.notification('never text').getByRole('button', { name: 'Start' }).click();
    await window.hoverText(window.statusBarItem(), /cannot be written/);
  });

  it('falls back to the default for a setting of a wrong type, with one message that names it', async () => {
    editor = await Editor.start({ settings: { 'andon.idle.after': 'long' } });
    const window = await editor.openWindow(folder);
    await window.statusBarItem().waitFor();
    await window.notification('andon.idle.after').first().waitFor();
    await pause(1000);
    assert.equal(await window.notification('andon.idle.after').count(), 1);
  });

  it('records without a folder, in an untitled file, as unassigned', async () => {
    editor = await Editor.start();
    await seed(editor, []);
    const window = await editor.openWindow();
    await recording(window);
    await window.runCommand('New Untitled Text File');
    await window.page.locator('.tab.active', { hasText: 'Untitled-1' }).waitFor();
    await window.type('nobody owns these words', 80);
    await until(
      'unassigned time',
      () =>
        count(
          editor,
          `SELECT coalesce(sum(seconds), 0) FROM spans WHERE activity = 'coding' AND project IS NULL`,
        ),
      seconds => seconds > 0.5,
    );
  });

  it('records in Restricted Mode', async () => {
    editor = await Editor.start({
      workspaceTrust: true,
      settings: { 'security.workspace.trust.startupPrompt': 'never' },
    });
    await seed(editor, []);
    const window = await editor.openWindow(folder);
    await window.page.getByText('Restricted Mode').first().waitFor();
    await recording(window);
    await window.openFile('a.ts');
    await window.type('// not trusted, still mine\n', 60);
    await until(
      'coding',
      () => count(editor, `SELECT count(*) FROM spans WHERE activity = 'coding'`),
      n => n > 0,
    );
  });

  it('records nothing of an excluded folder', async () => {
    editor = await Editor.start();
    await seed(editor, []);
    const window = await editor.openWindow(folder);
    await recording(window);
    await window.runCommand('Andon: Exclude This Folder');
    await window.notification('records nothing more').waitFor();
    await window.openFile('a.ts');
    await window.type('// not for the record\n', 60);
    await pause(2500);
    assert.deepEqual(query(editor, 'SELECT * FROM spans'), []);
    assert.equal(count(editor, 'SELECT count(*) FROM tally'), 0);
  });
});
