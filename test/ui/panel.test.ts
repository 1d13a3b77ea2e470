import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { zoneCalendar } from '../../src/core/activity/calendar.ts';
import { plausibleDay } from '../support/plausibleDay.ts';
import { accessibilityViolations, describeViolations } from '../vscode/accessibility.ts';
import { COLOR_THEMES, type ColorThemeKind } from '../vscode/colorThemes.ts';
import { Editor } from '../vscode/editor.ts';
import type { Workbench } from '../vscode/workbench.ts';
import { seed } from './support/database.ts';
import { makeProject } from './support/folders.ts';
import { secondsIn } from './support/shown.ts';
import { until } from './support/wait.ts';

const THEMES = Object.keys(COLOR_THEMES) as ColorThemeKind[];

describe('the panel', () => {
  const folder = makeProject('andon');
  let editor: Editor;
  let window: Workbench;

  before(async () => {
    editor = await Editor.start();
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    await seed(editor, plausibleDay(zoneCalendar(zone).dayAt(Date.now()).start));
    window = await editor.openWindow(folder);
    await window.openViewContainer();
    await window
      .webview()
      .getByRole('button', { name: /billing-api/ })
      .first()
      .waitFor();
  });
  after(async () => {
    await editor.close();
    fs.rmSync(path.dirname(folder), { recursive: true });
  });

  const panel = () => window.webview();
  const active = () => panel().getByRole('button', { name: /^Active/ });
  const activeText = () => active().innerText();
  const statusText = async () => (await window.statusBarItem().innerText()).trim();

  for (const theme of THEMES) {
    it(`looks like a part of VS Code in the theme ${COLOR_THEMES[theme]}, and axe finds nothing`, async () => {
      await window.setColorTheme(theme);
      await window.openViewContainer();
      await panel()
        .getByRole('button', { name: /billing-api/ })
        .first()
        .waitFor();
      await window.page.mouse.move(900, 300);
      await window.screenshot(`panel-${theme}`);
      const violations = await accessibilityViolations(await window.webviewFrame());
      assert.equal(violations.length, 0, describeViolations(violations));
    });
  }

  it('opens how a number was computed, and closes it by Escape, by keyboard alone', async () => {
    await active().focus();
    await window.page.keyboard.press('Enter');
    await panel().getByText('Together').first().waitFor();
    assert.equal(await active().getAttribute('aria-expanded'), 'true');
    await window.screenshot('panel-explained');
    await window.page.keyboard.press('Escape');
    await until(
      'the disclosure',
      () => active().getAttribute('aria-expanded'),
      isExpanded => isExpanded === 'false',
    );
  });

  it('shows the same active time in the status bar', async () => {
    const [text] = await until(
      'the same time',
      async () => [await activeText(), await statusText()] as const,
      ([inPanel, inStatusBar]) => inPanel === inStatusBar,
    );
    assert.match(text, /^\d h \d\d$/);
  });

  it('goes to the setting that decides a number', async () => {
    await active().click();
    await panel().getByText('andon.idle.after').first().click();
    await window.page.locator('.settings-editor').waitFor();
    await window.page.locator('.setting-item-label', { hasText: 'After' }).first().waitFor();
    await window.runCommand('View: Close Editor');
  });

  it('computes the day anew when the idle rule changes', async () => {
    const before = secondsIn(await activeText());
    await window.changeSettings({ 'andon.idle.after': 0.5 });
    await window.openViewContainer();
    const after = await until('the number', activeText, text => secondsIn(text) < before);
    await until('the status bar', statusText, text => text === after);
    await window.changeSettings({ 'andon.idle.after': 5 });
    // What happens in this window is work as well, and may have come to a minute.
    await until('the number', activeText, text => secondsIn(text) >= before);
  });

  it('pauses and resumes from the view itself', async () => {
    await window.openViewContainer();
    await panel().getByText('Pause recording').click();
    await panel().getByText('Until I resume', { exact: true }).click();
    const resume = panel().getByRole('button', { name: 'Resume', exact: true });
    await resume.waitFor();
    await window.statusBarItem().locator('.codicon-debug-pause').waitFor();
    await window.screenshot('panel-paused');
    await resume.click();
    await window.statusBarItem().locator('.codicon-pulse').waitFor();
  });

  it('is the same after the window is reloaded', async () => {
    const before = secondsIn(await activeText());
    const closed = Date.now();
    await window.close();
    window = await editor.openWindow(folder);
    await window.openViewContainer();
    await panel()
      .getByRole('button', { name: /billing-api/ })
      .first()
      .waitFor();
    const after = secondsIn(await activeText());
    const mostMore = (Date.now() - closed) / 1000 + 60;
    assert.ok(after >= before && after <= before + mostMore, `${before} s, then ${after} s`);
  });
});
