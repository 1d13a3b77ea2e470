import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { Editor } from '../vscode/editor.ts';
import type { Workbench } from '../vscode/workbench.ts';
import { WorkLog } from '../support/workLog.ts';
import { seed } from './support/database.ts';
import { makeProject } from './support/folders.ts';
import { logText } from './support/log.ts';
import { recording } from './support/shown.ts';
import { until } from './support/wait.ts';

const MINUTE = 60_000;

/** It goes on for hours, so that it is seen whenever the rules look. */
const TYPING = {
  id: 'mine/typing',
  when: { sum: 'ms', of: 'activeTime', over: '6h', gte: '20m' },
  keepFiringFor: '12h',
  message: '{value} of work in {over}.',
};
const BROKEN = { ...TYPING, id: 'mine/broken', when: { ...TYPING.when, over: '6 hours' } };
const EXPLAINED = 'when.over: must be a length of time, such as 20m, 4h or 1d.';

describe('rules of one’s own', () => {
  const folder = makeProject('rules');
  let editor: Editor;
  let window: Workbench;

  before(async () => {
    editor = await Editor.start();
    await seed(editor, new WorkLog(Date.now() - 40 * MINUTE).type(30).signals);
    window = await editor.openWindow(folder);
    await recording(window);
  });
  after(async () => {
    await editor.close();
    fs.rmSync(path.dirname(folder), { recursive: true });
  });

  const logged = (line: string) =>
    until(
      line,
      () => logText(editor),
      text => text.includes(line),
    );
  // In the editor itself VS Code on the web marks nothing of settings.json: it has two addresses for that file.
  const problem = () => window.page.locator('.markers-panel .monaco-list-row', { hasText: EXPLAINED });
  const settingsFile = () => path.join(editor.folder, 'data/User/settings.json');

  /** Opens settings.json in the editor. */
  async function openSettings(): Promise<void> {
    await window.runCommand('Preferences: Open User Settings (JSON)');
    await window.page.locator('.tab.active', { hasText: 'settings.json' }).waitFor();
  }

  /** Replaces what stands in the editor, as often as it takes until that is seen: an editor that still loads takes nothing. */
  async function replaceText(text: string, isSeen: () => Promise<boolean>): Promise<void> {
    await until(
      'the new text',
      async () => {
        await window.page.locator('.editor-group-container.active .view-lines').first().click();
        await window.page.keyboard.press('Control+a');
        await window.paste(text);
        return until('what it brings', isSeen, Boolean, 5_000).catch(() => false);
      },
      Boolean,
    );
  }

  it('are at work once they stand in settings.json', async () => {
    await window.changeSettings({ 'andon.customRules': [TYPING] });
    await logged('The rule mine/typing fires: 30 min; told from 20 min on.');
  });

  it('are explained in the log where one is broken, and the others are at work', async () => {
    await window.changeSettings({ 'andon.customRules': [BROKEN, { ...TYPING, id: 'mine/other' }] });
    await logged(`andon.customRules, mine/broken, ${EXPLAINED}`);
    await logged('The rule mine/other fires');
    assert.doesNotMatch(logText(editor), /mine\/broken fires/);
  });

  it('are marked in settings.json where one is broken, as it is typed, until it is mended', async () => {
    await openSettings();
    await window.runCommand('Problems: Focus on Problems View');
    await problem().waitFor();
    await window.screenshot('rules-broken');
    const text = fs.readFileSync(settingsFile(), 'utf8');
    await replaceText(text.replace('"6 hours"', '"6h"'), async () => (await problem().count()) === 0);
    await window.runCommand('File: Revert File');
    await problem().waitFor();
  });

  it('are marked no longer when the file is closed', async () => {
    await openSettings();
    await problem().waitFor();
    await window.runCommand('View: Close Editor');
    await until(
      'problems',
      () => problem().count(),
      count => count === 0,
    );
  });

  it('say how many days of record they still need', async () => {
    const long = { ...TYPING, id: 'mine/long', when: { ...TYPING.when, over: '5d' } };
    await window.changeSettings({ 'andon.customRules': [long] });
    await logged('The rule mine/long needs 5 more days of record.');
    await logged('All rules in the settings can be read.');
  });
});
