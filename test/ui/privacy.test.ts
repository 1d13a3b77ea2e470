import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { Editor } from '../vscode/editor.ts';
import type { Workbench } from '../vscode/workbench.ts';
import { change, count, query, seed } from './support/database.ts';
import { filesHolding, makeProject } from './support/folders.ts';
import { recording } from './support/shown.ts';
import { pause, until } from './support/wait.ts';

const SECRET = 'lanternbay';

describe('privacy', () => {
  const secretFolder = makeProject(SECRET);
  const otherFolder = makeProject('openmeadow');
  let editor: Editor;
  let window: Workbench;
  let second: Workbench;

  before(async () => {
    editor = await Editor.start();
    await seed(editor, []);
    window = await editor.openWindow(otherFolder);
    second = await editor.openWindow(secretFolder);
    await recording(window);
    await recording(second);
  });
  after(async () => {
    await editor.close();
    for (const folder of [secretFolder, otherFolder]) fs.rmSync(path.dirname(folder), { recursive: true });
  });

  const typed = () => count(editor, 'SELECT coalesce(sum(typed), 0) FROM tally');
  const pausedUntil = () => query(editor, `SELECT value FROM meta WHERE key = 'paused'`)[0]?.['value'];
  const choose = async (of: Workbench, title: string, text: string) => {
    await of.page.locator('.quick-input-title', { hasText: title }).waitFor();
    await of.answer(text);
  };

  it('pauses for as long as one writes, which the other window shows and keeps to', async () => {
    await window.page.bringToFront();
    await window.runCommand('Andon: Pause Recording…');
    await choose(window, 'Pause recording', '45');
    const end = await until('the pause', pausedUntil, value => value !== undefined);
    assert.ok(Math.abs(Number(end) - Date.now() - 45 * 60_000) < 30_000, String(end));
    await second.page.bringToFront();
    await second.statusBarItem().filter({ hasText: 'until' }).waitFor();
    await second.hoverText(second.statusBarItem(), /Recording is paused until \S/);
    await second.openViewContainer();
    await second
      .webview()
      .getByText(/Recording is paused until \S/)
      .waitFor();
    await second.screenshot('privacy-paused');
    const before = typed();
    await second.openFile('a.ts');
    await second.type('// nobody sees this\n', 60);
    await pause(2500);
    assert.equal(typed(), before);
  });

  it('makes a pause longer in one click, and lets a click in the status bar resume', async () => {
    const before = Number(pausedUntil());
    await second.webview().getByRole('button', { name: '15 min more' }).click();
    await until('the end', pausedUntil, value => Number(value) === before + 15 * 60_000);
    await second.statusBarItem().click();
    await choose(second, 'Recording is paused until', 'Resume');
    await until('the end of the pause', pausedUntil, value => value === undefined);
    await recording(window);
  });

  it('ends a pause by itself in both windows, after a crash of one too', async () => {
    change(editor, `INSERT INTO meta VALUES ('paused', '${Date.now() + 20_000}')`);
    await second.statusBarItem().locator('.codicon-debug-pause').waitFor();
    for (const pid of editor.extensionHostPids()) editor.killExtensionHost(pid);
    await pause(1000);
    await second.statusBarItem().locator('.codicon-debug-pause').waitFor({ timeout: 15_000 });
    for (const each of [window, second]) {
      await each.statusBarItem().locator('.codicon-pulse').waitFor({ timeout: 60_000 });
      await recording(each);
    }
    assert.equal(pausedUntil(), undefined);
  });

  it('shows the rows that it holds, soon after they are written', async () => {
    await window.page.bringToFront();
    await window.openFile('a.ts');
    await window.type('// a line of the open meadow\n', 60);
    await window.runCommand('Andon: What Is Recorded');
    const page = window.webview();
    await page.getByRole('heading', { name: 'What is recorded' }).waitFor();
    const spans = page.getByRole('region', { name: 'Spans, the last ones' });
    await spans.getByRole('cell', { name: 'openmeadow' }).first().waitFor();
    await page.getByText('globalStorage').first().waitFor();
    await window.screenshot('privacy-what-is-recorded');
  });

  it('exports everything into a file that parses, and nothing beside it', async () => {
    const target = path.join(path.dirname(otherFolder), 'record.json');
    await window.openFile('a.ts');
    await window.runCommand('Andon: Export the Record…');
    await choose(window, 'Export the record', 'Everything');
    await saveAs(window, target);
    await window.notification('rows to').waitFor();
    const read = JSON.parse(fs.readFileSync(target, 'utf8')) as { span: { project: string }[] };
    assert.ok(read.span.some(({ project }) => project === 'openmeadow'));
    assert.deepEqual(fs.readdirSync(path.dirname(target)).sort(), ['openmeadow', 'record.json']);
  });

  it('forgets a project in every file, backups included, while another window records it', async () => {
    await second.page.bringToFront();
    await second.openFile('a.ts');
    await second.type('// these lines are of the lantern bay\n', 60);
    await until(
      'its spans',
      () => count(editor, `SELECT count(*) FROM spans WHERE project = '${SECRET}'`),
      spans => spans > 0,
    );
    fs.mkdirSync(path.join(editor.globalStorageFolder, 'backups'), { recursive: true });
    change(
      editor,
      `VACUUM INTO '${path.join(editor.globalStorageFolder, 'backups/andon-2026-01-05.sqlite')}'`,
    );
    assert.ok(filesHolding(editor.globalStorageFolder, SECRET).length >= 2);
    await second.type('// not written yet');
    await window.page.bringToFront();
    await window.runCommand('Andon: Forget a Project…');
    await choose(window, 'Forget a project', SECRET);
    const asked = window.dialog('Forget');
    await asked.filter({ hasText: /removes \d+ spans? with .* All backups \(\d+\) go too/ }).waitFor();
    await window.screenshot('privacy-forget');
    await asked.getByRole('button', { name: 'Forget', exact: true }).click();
    await window.notification('Forgotten:').waitFor();
    const holding = () => filesHolding(editor.globalStorageFolder, SECRET);
    assert.deepEqual(holding(), []);
    await pause(5000);
    assert.deepEqual(holding(), [], 'the other window has written it again');
    assert.equal(count(editor, `SELECT count(*) FROM spans WHERE project = 'openmeadow'`) > 0, true);
    await recording(second);
  });

  it('forgets a time that one writes, and says before what it is understood as', async () => {
    await window.runCommand('Andon: Forget a Time…');
    await choose(window, 'Forget a time', 'A day');
    const box = window.page.locator('.quick-input-widget:visible');
    await box.filter({ hasText: 'or a time, 14:00 to 15:30' }).waitFor();
    await box.locator('input').first().fill('14:00');
    await box.filter({ hasText: 'Write until when' }).waitFor();
    await window.answer('yesterday to today');
    const asked = window.dialog('Forget');
    await asked.filter({ hasText: 'This cannot be undone. Recording goes on.' }).waitFor();
    await asked.getByRole('button', { name: 'Forget', exact: true }).click();
    await window.notification('Forgotten:').last().waitFor();
    await until(
      'an empty record',
      () => count(editor, `SELECT count(*) FROM spans WHERE project = 'openmeadow'`),
      spans => spans === 0,
    );
  });

  it('leaves a workspace out for as long as one wants, and takes it back', async () => {
    await second.page.bringToFront();
    await second.runCommand('Andon: Pause Recording…');
    await choose(second, 'Pause recording', 'For this workspace');
    await second.statusBarItem().locator('.codicon-circle-slash').waitFor();
    await second.openViewContainer();
    await second.webview().getByText('This workspace is left out of the record.').waitFor();
    const before = typed();
    await second.openFile('a.ts');
    await second.type('// nobody sees this either\n', 60);
    await pause(2500);
    assert.equal(typed(), before);
    await second.webview().getByRole('button', { name: 'Record it again' }).click();
    await second.statusBarItem().locator('.codicon-pulse').waitFor();
    await second.openFile('a.ts');
    await second.type('// but this\n', 60);
    await until('the edits', typed, edits => edits > before);
  });
});

/** Answers the dialog that asks where to save. While it lists a folder it takes no answer, and writes its own proposal over it. */
async function saveAs(window: Workbench, target: string): Promise<void> {
  const dialog = window.page.locator('.quick-input-widget:visible', { hasText: 'Show Local' });
  await dialog.waitFor();
  const name = dialog.locator('input').first();
  await until(
    'the end of the dialog',
    async () => {
      await name.fill(target, { timeout: 2_000 }).catch(() => undefined);
      await pause(1_000);
      if ((await name.inputValue({ timeout: 1_000 }).catch(() => '')) === target) {
        await dialog
          .getByRole('button', { name: 'OK' })
          .click({ timeout: 2_000, force: true })
          .catch(() => undefined);
        await pause(500);
      }
      return dialog.count();
    },
    open => open === 0,
  );
}
