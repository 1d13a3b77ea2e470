import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { accessibilityViolations, describeViolations } from '../vscode/accessibility.ts';
import { Editor } from '../vscode/editor.ts';
import type { Workbench } from '../vscode/workbench.ts';
import { query } from './support/database.ts';
import { makeProject } from './support/folders.ts';
import { recording } from './support/shown.ts';
import { pause, until } from './support/wait.ts';

/** The shortest that a pause can be chosen to be, and a little more. */
const AWAY_MS = 34_000;

describe('time away', () => {
  const folder = makeProject('returned');
  let editor: Editor;
  let window: Workbench;
  let second: Workbench;

  before(async () => {
    editor = await Editor.start({ settings: { 'andon.idle.after': 0.5, 'andon.checkIn.ask': false } });
    window = await editor.openWindow(folder);
    await window.openViewContainer();
    await window.webview().getByRole('button', { name: 'Start' }).click();
    await recording(window);
    second = await editor.openWindow(folder);
    await recording(second);
    await window.page.bringToFront();
  });
  after(async () => {
    await editor.close();
    fs.rmSync(path.dirname(folder), { recursive: true });
  });

  const item = (of: Workbench, id = 'away') => of.statusBarItem(`andon.andon.andon.${id}`);
  const section = (of: Workbench) => of.webview().getByRole('region', { name: 'Away' });
  const named = () => query(editor, 'SELECT named FROM named_times ORDER BY id').map(row => row['named']);
  const settings = () =>
    fs.readFileSync(path.join(editor.globalStorageFolder, '../../settings.json'), 'utf8');

  async function goAwayAndComeBack(): Promise<void> {
    await window.openFile('a.ts');
    await window.type('// before\n', 60);
    await pause(AWAY_MS);
    await window.type('// after\n', 60);
  }

  it('is asked about on return, quietly, in every window, and answered by one click in the panel', async () => {
    await goAwayAndComeBack();
    await item(window)
      .filter({ hasText: /Away \d+ s/ })
      .waitFor();
    await item(second)
      .filter({ hasText: /Away \d+ s/ })
      .waitFor();
    assert.equal(await window.page.locator('.notification-toast').count(), 0, 'it is asked quietly');
    await section(window).getByText('What was it?').waitFor();
    await window.screenshot('away-asked');
    const violations = await accessibilityViolations(await window.webviewFrame());
    assert.equal(violations.length, 0, describeViolations(violations));
    await section(window).getByRole('button', { name: 'Meeting' }).click();
    await until('the row', named, rows => rows.length === 1);
    assert.deepEqual(named(), ['meeting']);
    for (const each of [window, second]) await item(each).waitFor({ state: 'detached' });
    await section(window).waitFor({ state: 'detached' });
  });

  it('is named anew by the command, and the name is taken back', async () => {
    const { page } = window;
    const row = (text: string | RegExp) =>
      page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
    await window.runCommand('Andon: Name a Time Away…');
    await row(/meeting/).waitFor();
    await window.screenshot('away-named');
    await row(/meeting/).click();
    await row('Break').click();
    await until('the second row', named, rows => rows.length === 2);
    await window.runCommand('Andon: Name a Time Away…');
    await row(/break/).click();
    await row('Take the name back').click();
    await until('the third row', named, rows => rows.length === 3);
    assert.deepEqual(named(), ['meeting', 'break', 'none']);
  });

  it('is answered by one click in the tooltip of the status bar', async () => {
    await goAwayAndComeBack();
    await item(window).filter({ hasText: 'Away' }).waitFor();
    await window.hoverText(item(window), /What was it\?/);
    await window.screenshot('away-tooltip');
    await window.page
      .locator('.monaco-hover:visible, .workbench-hover:visible')
      .getByText('Thinking')
      .click();
    await until('the row', named, rows => rows.at(-1) === 'thinking');
    await item(window).waitFor({ state: 'detached' });
  });

  it('names itself from now on where one said “always”, after it was shown which pauses are meant', async () => {
    await goAwayAndComeBack();
    await section(window).getByRole('checkbox', { name: 'Always for pauses like this' }).check();
    await section(window)
      .getByText(/^Pauses of up to 5 min that begin between /)
      .waitFor();
    await section(window).getByRole('button', { name: 'Break' }).click();
    await until('the setting', settings, text => text.includes('andon.idle.always'));
    assert.equal(named().at(-1), 'break');
    const before = named().length;
    await goAwayAndComeBack();
    await item(window).filter({ hasText: 'Named a break, as always' }).waitFor();
    await item(second).filter({ hasText: 'Named a break, as always' }).waitFor();
    assert.deepEqual(named().slice(before), ['break']);
    await window.screenshot('away-always');
    await section(window).getByRole('button', { name: 'Change' }).click();
    await section(window).getByRole('button', { name: 'Reading' }).click();
    await until('the row', named, rows => rows.at(-1) === 'reading');
    await item(second).waitFor({ state: 'detached' });
  });

  it('is told to oneself after the time that was chosen, until one is back', async function () {
    // VS Code takes a window for active for up to a minute after the last key.
    this.timeout(200_000);
    await window.changeSettings({ 'andon.idle.alertAfter': 0.5 });
    await window.openFile('a.ts');
    await window.type('// and gone\n', 60);
    // VS Code on the web does not tell the second window of the setting.
    const alert = item(window, 'idleAlert').filter({ hasText: /Away since \d+:\d\d/ });
    await alert.waitFor({ timeout: 150_000 });
    await window.screenshot('idle-alert');
    await window.type('// and back\n', 60);
    await alert.waitFor({ state: 'detached' });
  });
});
