import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { WorkLog } from '../support/workLog.ts';
import { accessibilityViolations, describeViolations } from '../vscode/accessibility.ts';
import { COLOR_THEMES, type ColorThemeKind } from '../vscode/colorThemes.ts';
import { Editor } from '../vscode/editor.ts';
import type { Workbench } from '../vscode/workbench.ts';
import { seed } from './support/database.ts';
import { makeProject } from './support/folders.ts';
import { recording } from './support/shown.ts';
import { until } from './support/wait.ts';

const THEMES = Object.keys(COLOR_THEMES) as ColorThemeKind[];
const DAY = 86_400_000;
const RULE = /^You go to and fro between projects or items/;

/** On some days of the last weeks so many switches in 18 minutes, whatever the hour is now. */
const SWITCHES_BY_DAYS_AGO = new Map([
  [3, 9],
  [6, 15],
  [9, 9],
  [13, 15],
  [20, 9],
]);

function switchingDays(now: number) {
  const days = [...SWITCHES_BY_DAYS_AGO].toSorted(([a], [b]) => b - a);
  // So that the record holds all of the last 30 days.
  const first = new WorkLog(now - 40 * DAY).until(10).type(20).signals;
  const switching = days.flatMap(([daysAgo, switches]) => {
    const log = new WorkLog(now - daysAgo * DAY).until(10);
    log.alternate(switches, 18, (each, turn) => each.in({ project: turn % 2 ? 'shop' : 'blog' }).type(0.5));
    return log.type(20).signals;
  });
  return [...first, ...switching];
}

describe('tuning rules and settings', () => {
  const folder = makeProject('andon');
  let editor: Editor;
  let window: Workbench;

  before(async () => {
    editor = await Editor.start();
    await seed(editor, switchingDays(Date.now()));
    window = await editor.openWindow(folder);
    await recording(window);
    await window.runCommand('Andon: Tune Rules and Settings');
    await page().getByRole('heading', { level: 1, name: 'Rules and settings' }).waitFor();
  });
  after(async () => {
    await editor.close();
    fs.rmSync(path.dirname(folder), { recursive: true });
  });

  const page = () => window.webview();
  const press = (key: string) => window.page.keyboard.press(key);
  const rule = () => page().getByRole('button', { name: RULE });
  const threshold = () => page().getByRole('slider', { name: 'So many switches.' });
  const hasFocus = (target: Locator) => target.and(page().locator(':focus')).waitFor();
  const settings = () => {
    const file = path.join(editor.globalStorageFolder, '../../settings.json');
    return JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, unknown>;
  };
  /** By keyboard, as far as Tab leads. */
  const tabTo = async (target: Locator) => {
    for (let i = 0; i < 60; i++) {
      await press('Tab');
      if ((await target.and(page().locator(':focus')).count()) > 0) return;
    }
    assert.fail('Tab never got there');
  };

  it('shows the nudges of the last 30 days, as a rule is set and with another threshold, by keyboard', async () => {
    await rule().focus();
    await press('Enter');
    await tabTo(page().getByRole('button', { name: 'Try on my last 30 days' }));
    await press('Enter');
    await page().getByText('5 suggestions in 30 days.').waitFor();
    await threshold().focus();
    for (let i = 0; i < 4; i++) await press('ArrowRight');
    await page().getByText('5 suggestions in 30 days, 2 with these settings.').waitFor();
    const days = page().getByRole('list', { name: 'Suggestions by day' }).getByRole('listitem');
    await days
      .filter({ has: page().locator('.mark-before') })
      .nth(4)
      .waitFor();
    assert.equal(await days.filter({ has: page().locator('.mark-after') }).count(), 2);
  });

  for (const theme of THEMES) {
    it(`looks like a part of VS Code in the theme ${COLOR_THEMES[theme]}, and axe finds nothing`, async () => {
      await window.setColorTheme(theme);
      await page().getByText('5 suggestions in 30 days, 2 with these settings.').waitFor();
      await window.screenshot(`tuning-${theme}`);
      const violations = await accessibilityViolations(await window.webviewFrame());
      assert.equal(describeViolations(violations), '');
    });
  }

  it('lists the switches behind a nudge, and leads to just those in the record, by keyboard', async () => {
    const nudges = page().getByRole('list', { name: 'The suggestions, the last one first' });
    await nudges.getByRole('button').first().focus();
    await press('Enter');
    await nudges.getByText('8 switches in 20 min.').first().waitFor();
    const rows = nudges.getByRole('table', { name: 'Behind it' }).getByRole('row');
    await rows.nth(7).waitFor();
    assert.match(await rows.first().innerText(), /Switch from .*(shop|blog).* to .*(shop|blog)/);
    await window.screenshot('tuning-behind');
    await tabTo(nudges.getByRole('button', { name: 'Show it in the record' }));
    await press('Enter');
    await window.page.locator('.tab.active', { hasText: 'Andon: Record' }).waitFor();
    await page().getByText('8 rows.').waitFor();
    const times = page().getByRole('button', { name: /^\d+:\d\d to \d+:\d\d remove$/ });
    await window.screenshot('record-times');
    await times.focus();
    await press('Enter');
    await page().getByText('9 rows.').waitFor();
    assert.equal(await times.count(), 0);
    await window.runCommand('View: Close Editor');
    await rule().waitFor();
  });

  it('keeps what was tried in settings.json', async () => {
    await tabFrom(threshold(), page().getByRole('button', { name: 'Keep' }));
    await press('Enter');
    await page().getByText('2 suggestions in 30 days.').waitFor();
    await until(
      'andon.rules',
      () => settings()['andon.rules'],
      value => JSON.stringify(value) === '{"switching/ping-pong":{"switches":12}}',
    );
  });

  it('writes a setting, refuses one out of bounds, and takes it back to its default', async () => {
    await page().getByRole('radio', { name: 'Rules' }).focus();
    await press('ArrowRight');
    const field = page().getByRole('textbox', { name: 'Max defer' });
    await field.focus();
    await field.fill('500');
    await press('Enter');
    await page().getByText('Must be a number from 1 to 240.').waitFor();
    await field.fill('45');
    await press('Enter');
    const group = page().getByRole('group', { name: 'Max defer' });
    await group.getByText('changed', { exact: true }).waitFor();
    assert.equal(settings()['andon.nudges.maxDefer'], 45);
    await tabFrom(field, group.getByRole('button', { name: 'Reset to default' }));
    await press('Enter');
    await group.getByText('changed', { exact: true }).waitFor({ state: 'detached' });
    await until(
      'andon.nudges.maxDefer',
      () => settings()['andon.nudges.maxDefer'],
      value => value === undefined,
    );
  });

  it('is there again after a reload, as it was', async () => {
    await window.runCommand('Developer: Reload Window');
    await page().getByRole('group', { name: 'Max defer' }).waitFor();
    await page().getByRole('radio', { name: 'Settings' }).focus();
    await press('ArrowLeft');
    await page().getByText('2 suggestions in 30 days.').waitFor();
    await hasFocus(page().getByRole('radio', { name: 'Rules' }));
  });

  async function tabFrom(from: Locator, to: Locator): Promise<void> {
    await from.focus();
    await tabTo(to);
  }
});
