import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { Editor } from '../vscode/editor.ts';
import type { Workbench } from '../vscode/workbench.ts';
import { count, databaseFile, query } from './support/database.ts';
import { filesHolding, makeProject } from './support/folders.ts';
import { activeSeconds, recording, shownWithin } from './support/shown.ts';
import { pause, until } from './support/wait.ts';

const PROJECT = 'quietharbour';

describe('recording', () => {
  const folder = makeProject(PROJECT);
  let editor: Editor;
  let window: Workbench;

  before(async () => {
    editor = await Editor.start();
    window = await editor.openWindow(folder);
  });
  after(async () => {
    await editor.close();
    fs.rmSync(path.dirname(folder), { recursive: true });
  });

  it('asks first, says what would be recorded and where, and writes nothing before Start', async () => {
    const toast = window.notification('never text');
    await toast.waitFor();
    assert.match(await toast.innerText(), /globalStorage\/andon\.andon/);
    await window.screenshot('first-run');
    // At once: a toast goes by itself after some seconds.
    await toast.getByRole('button', { name: 'Look at it first' }).click();
    await window.webview().getByRole('button', { name: 'Start' }).waitFor();
    await window.webview().getByText('characters added and removed').waitFor();
    await window.openFile('a.ts');
    await window.type('// before\n');
    await pause(2500);
    assert.equal(fs.existsSync(databaseFile(editor)), false);
  });

  it('shows typing on the timeline within 3 s, and in the tooltip, and has it in the file', async () => {
    await window.webview().getByRole('button', { name: 'Start' }).click();
    await until('the record', () => fs.existsSync(databaseFile(editor)), Boolean);
    await window.openFile('a.ts');
    await window.type('// some seconds of typing\n', 120);
    await shownWithin(3000, Date.now(), window.webview().locator('svg rect.look-coding').first());
    await until(
      'the tooltip',
      () => activeSeconds(window),
      seconds => seconds >= 2,
    );
    const [row] = query(editor, `SELECT * FROM spans WHERE activity = 'coding' ORDER BY start DESC LIMIT 1`);
    assert.equal(row?.['project'], PROJECT);
    assert.equal(row['path'], 'a.ts');
    assert.equal(fs.statSync(databaseFile(editor)).mode & 0o777, 0o600);
    await window.screenshot('typing');
  });

  it('keeps no text of what was typed', () => {
    assert.deepEqual(filesHolding(editor.globalStorageFolder, 'some seconds of typing'), []);
    assert.deepEqual(filesHolding(editor.logsFolder, 'some seconds of typing'), []);
  });

  it('does not double the time of two windows on the same folder', async () => {
    const second = await editor.openWindow(folder);
    await recording(second);
    const before = count(editor, 'SELECT coalesce(sum(ms), 0) FROM span');
    await second.openFile('a.ts');
    await second.type('// from the second\n', 60);
    await window.page.bringToFront();
    await window.openFile('a.ts');
    await window.type('// and the first\n', 60);
    await second.page.bringToFront();
    await second.type('// and again\n', 60);
    await until(
      'the time of the spans',
      () => count(editor, 'SELECT sum(ms) FROM span'),
      ms => ms > before,
    );
    await pause(2500);
    const [, active] = await until(
      'the same in both windows',
      async () => [await activeSeconds(window), await activeSeconds(second)] as const,
      ([one, two]) => Math.abs(one - two) <= 1,
    );
    const passed = (Date.now() - count(editor, 'SELECT min(start) FROM span')) / 1000;
    assert.ok(active <= passed, `${active} s of active time in ${passed} s`);
    await second.close();
  });

  it('stops writing while it is paused, shows so, and goes on after', async () => {
    await window.runCommand('Andon: Pause Recording');
    await window.statusBarItem().locator('.codicon-debug-pause').waitFor();
    const sums = () =>
      query(
        editor,
        'SELECT (SELECT count(*) FROM span) AS spans, (SELECT sum(ms) FROM span) AS ms, (SELECT sum(typed) FROM tally) AS typed',
      )[0];
    const before = sums();
    await window.openFile('a.ts');
    await window.type('// nobody sees this\n', 60);
    await pause(2500);
    assert.deepEqual(sums(), before);
    await window.screenshot('paused');
    await window.runCommand('Andon: Resume Recording');
    await window.statusBarItem().locator('.codicon-pulse').waitFor();
    await window.openFile('a.ts');
    await window.type('// but this\n', 60);
    await until('the rows', sums, now => Number(now?.['typed']) > Number(before?.['typed']));
  });

  it('keeps all of it when everything is closed and opened again', async () => {
    await window.type('// the last words\n', 60);
    const typed = () => count(editor, 'SELECT sum(typed) FROM tally');
    const before = typed();
    await editor.restart();
    assert.ok(typed() >= before);
    window = await editor.openWindow(folder);
    await recording(window);
    // The day is computed a moment after the record is open; until then it is empty.
    await until(
      'the active time',
      () => activeSeconds(window),
      seconds => seconds > 5,
    );
    assert.equal(await window.notification('never text').count(), 0);
  });

  it('erases every byte of a project, in the other window too, after a confirmation', async () => {
    const second = await editor.openWindow(folder);
    await recording(second);
    await second.openFile('a.ts');
    await second.type('// the other window records as well\n', 30);
    assert.notDeepEqual(filesHolding(editor.globalStorageFolder, PROJECT), []);
    await window.page.bringToFront();
    await window.runCommand('Andon: Erase Everything');
    const asked = window.dialog('Erase everything that Andon has recorded?');
    await asked.filter({ hasText: 'the queue, the focus sessions and the check-ins' }).waitFor();
    await asked.getByRole('button', { name: 'Cancel' }).click();
    await pause(500);
    assert.ok(fs.existsSync(databaseFile(editor)), 'erased without a yes');
    await window.runCommand('Andon: Erase Everything');
    await window
      .dialog('Erase everything that Andon has recorded?')
      .getByRole('button', { name: 'Erase everything' })
      .click();
    await window.notification('has been erased').waitFor();
    await second.page.bringToFront();
    await second.type('// still typing\n', 60);
    const left = () => fs.readdirSync(editor.globalStorageFolder);
    await until('an empty folder', left, files => files.length === 0);
    await pause(3000);
    assert.deepEqual(left(), [], 'the other window has written again');
    await second.statusBarItem().filter({ hasText: 'Andon' }).waitFor();
  });
});
