import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { zoneCalendar } from '../../src/core/activity/calendar.ts';
import { plausibleWeeks } from '../support/plausibleWeeks.ts';
import { accessibilityViolations, describeViolations } from '../vscode/accessibility.ts';
import { COLOR_THEMES, type ColorThemeKind } from '../vscode/colorThemes.ts';
import { Editor } from '../vscode/editor.ts';
import type { Workbench } from '../vscode/workbench.ts';
import { seed } from './support/database.ts';
import { makeProject } from './support/folders.ts';
import { recording } from './support/shown.ts';

const THEMES = Object.keys(COLOR_THEMES) as ColorThemeKind[];
const WEEKS = 6;

describe('the stats', () => {
  const folder = makeProject('andon');
  let editor: Editor;
  let window: Workbench;

  before(async () => {
    editor = await Editor.start();
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    await seed(editor, plausibleWeeks(Date.now(), WEEKS, zoneCalendar(zone)));
    window = await editor.openWindow(folder);
    await recording(window);
    await window.runCommand('Andon: Open Stats');
    await heading(/^Week of /).waitFor();
  });
  after(async () => {
    await editor.close();
    fs.rmSync(path.dirname(folder), { recursive: true });
  });

  // The side bar shows the files: the tab is the only webview.
  const stats = () => window.webview();
  const heading = (name: RegExp) => stats().getByRole('heading', { level: 1, name });
  const tab = (name: string) => window.page.locator('.tab.active', { hasText: name });
  const press = (key: string) => window.page.keyboard.press(key);
  const hasFocus = (target: Locator) => target.and(stats().locator(':focus')).waitFor();

  for (const theme of THEMES) {
    it(`look like a part of VS Code in the theme ${COLOR_THEMES[theme]}, and axe finds nothing`, async () => {
      await window.setColorTheme(theme);
      await heading(/^Week of /).waitFor();
      await stats().getByText(`compared with your last six weeks`).waitFor();
      await window.screenshot(`stats-week-${theme}`);
      const violations = await accessibilityViolations(await window.webviewFrame());
      assert.equal(describeViolations(violations), '');
    });
  }

  it('show the week before, and this week again', async () => {
    const title = await heading(/^Week of /).innerText();
    await stats().getByRole('button', { name: 'Week before' }).click();
    await stats().getByText('compared with your last five weeks').waitFor();
    assert.notEqual(await heading(/^Week of /).innerText(), title);
    await stats().getByRole('button', { name: 'This week' }).click();
    await stats().getByText('compared with your last six weeks').waitFor();
    assert.equal(await heading(/^Week of /).innerText(), title);
  });

  it('change between day and week by arrow keys', async () => {
    await stats().getByRole('radio', { name: 'Week' }).focus();
    await press('ArrowLeft');
    await tab('Andon: Day').waitFor();
    await stats().getByText('today', { exact: true }).waitFor();
    await hasFocus(stats().getByRole('radio', { name: 'Day' }));
    await press('ArrowRight');
    await heading(/^Week of /).waitFor();
    await tab('Andon: Week').waitFor();
  });

  it('open a day of the week before by keyboard alone', async () => {
    await stats().getByRole('button', { name: 'Week before' }).focus();
    await press('Enter');
    await stats().getByText('compared with your last five weeks').waitFor();
    await stats()
      .getByRole('button', { name: /^Monday / })
      .focus();
    await press('ArrowRight');
    await hasFocus(stats().getByRole('button', { name: /^Tuesday / }));
    await press('Enter');
    await heading(/^Tuesday /).waitFor();
    await hasFocus(heading(/^Tuesday /));
    await window.screenshot('stats-day');
  });

  it('show the same day after the window is reloaded', async () => {
    const title = await heading(/^Tuesday /).innerText();
    await Promise.all([
      window.page.waitForEvent('domcontentloaded'),
      window.runCommand('Developer: Reload Window'),
    ]);
    await recording(window);
    await heading(/^Tuesday /).waitFor();
    assert.equal(await heading(/^Tuesday /).innerText(), title);
    assert.equal(await window.page.locator('.tab', { hasText: 'Andon' }).count(), 1);
  });

  it('come to the front from the panel', async () => {
    await window.runCommand('File: New Untitled Text File');
    await tab('Untitled').waitFor();
    await window.openViewContainer();
    await stats().getByRole('button', { name: 'Open stats' }).click();
    await tab('Andon: Day').waitFor();
    // The panel is a webview too, and either may stand first.
    const shown = [0, 1].map(index =>
      window
        .webview(index)
        .getByRole('heading', { level: 1, name: /^Tuesday / })
        .waitFor(),
    );
    await Promise.any(shown);
    assert.equal(await window.page.locator('.tab', { hasText: 'Andon' }).count(), 1);
    await window.screenshot('stats-beside-panel');
  });
});
