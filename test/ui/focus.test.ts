import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { zoneCalendar } from '../../src/core/activity/calendar.ts';
import { plausibleDay } from '../support/plausibleDay.ts';
import { accessibilityViolations, describeViolations } from '../vscode/accessibility.ts';
import { COLOR_THEMES, type ColorThemeKind } from '../vscode/colorThemes.ts';
import { Editor } from '../vscode/editor.ts';
import type { Workbench } from '../vscode/workbench.ts';
import { change, count, query, seed } from './support/database.ts';
import { makeProject } from './support/folders.ts';
import { recording, shownWithin } from './support/shown.ts';
import { pause, until } from './support/wait.ts';

const THEMES = Object.keys(COLOR_THEMES) as ColorThemeKind[];
const INTENTION = 'Idle rule: [recompute](command:workbench.action.quit) $(trash) <b>history</b>';
/** What is left of 40 min and 5 more, however slow the machine. */
const EXTENDED = /4[1-5] min/;
/** A window in the background leaves the word to others for 3 s. */
const LATE_TOAST_MS = 4_000;

describe('a focus session', () => {
  const folder = makeProject('focused');
  let editor: Editor;
  let window: Workbench;
  let second: Workbench;

  before(async () => {
    editor = await Editor.start();
    const calendar = zoneCalendar(Intl.DateTimeFormat().resolvedOptions().timeZone);
    // Not today's: at some hours somebody would be at work in it while a session waits for nobody to be.
    const yesterday = calendar.dayAt(calendar.dayAt(Date.now()).start - 1);
    await seed(editor, plausibleDay(yesterday.start));
    window = await editor.openWindow(folder);
    await window.statusBarItem().waitFor();
    await window.openViewContainer();
    await panel(window).getByRole('button', { name: 'Start 25 min' }).waitFor();
  });
  after(async () => {
    await editor.close();
    fs.rmSync(path.dirname(folder), { recursive: true });
  });

  const panel = (of: Workbench) => of.webview();
  const item = (of: Workbench) => of.statusBarItem('andon.andon.andon.focus');
  const last = () => query(editor, 'SELECT * FROM session ORDER BY id DESC LIMIT 1')[0];
  /** Once the palette has given way to the question with that title. */
  const answer = async (of: Workbench, title: string, text: string) => {
    await of.page.locator('.quick-input-title', { hasText: title }).waitFor();
    await of.answer(text);
  };
  const inThemes = async (name: string, isThere: () => Promise<void>) => {
    for (const theme of THEMES) {
      await window.setColorTheme(theme);
      await window.openViewContainer();
      await isThere();
      await window.page.mouse.move(900, 300);
      await window.screenshot(`focus-${name}-${theme}`);
      const violations = await accessibilityViolations(await window.webviewFrame());
      assert.equal(violations.length, 0, describeViolations(violations));
    }
  };

  it('is offered in the panel, in every theme', async () => {
    assert.equal(await item(window).count(), 0);
    await inThemes('ready', () => panel(window).getByRole('button', { name: 'Start 25 min' }).waitFor());
  });

  it('started in one window shows in the second within 2 s', async () => {
    second = await editor.openWindow(folder);
    await recording(second);
    await window.page.bringToFront();
    await window.runCommand('Andon: Start Focus Session');
    await answer(window, 'Start a focus session', '40');
    await answer(window, 'Focus session of 40 min', INTENTION);
    await item(window).filter({ hasText: '40 min' }).waitFor();
    await shownWithin(2000, Date.now(), item(second).filter({ hasText: '40 min' }));
    assert.equal(last()?.['intention'], INTENTION);
  });

  it('shows what it is for, as text, and what is left, in every theme', async () => {
    await inThemes('running', () => panel(window).getByText(INTENTION, { exact: true }).waitFor());
    assert.match(await panel(window).getByRole('timer').innerText(), /^(40|3\d) min$/);
    const tooltip = await window.hoverText(item(window), /40 min, until \d+:\d\d\./);
    assert.ok(tooltip.includes(INTENTION), tooltip);
  });

  it('offers all that one can do with it at a click, and by keyboard', async () => {
    await item(window).click();
    const rows = window.page.locator('.quick-input-list .monaco-list-row');
    await rows.and(window.page.locator('.focused')).filter({ hasText: '5 min more' }).waitFor();
    assert.deepEqual(
      (await rows.allInnerTexts()).map(text => text.trim()),
      ['5 min more', 'Pause', 'What interrupted it…', 'End…'],
    );
    await window.screenshot('focus-menu');
    await window.page.keyboard.press('Enter');
    await item(window).filter({ hasText: EXTENDED }).waitFor();
    await shownWithin(2000, Date.now(), item(second).filter({ hasText: EXTENDED }));
  });

  it('is paused and resumed from the other window', async () => {
    await second.page.bringToFront();
    await second.runCommand('Andon: Pause Focus Session');
    await until('the pause', last, row => row?.['paused_at'] !== null);
    await shownWithin(2000, Date.now(), item(window).locator('.codicon-debug-pause'));
    await second.runCommand('Andon: Resume Focus Session');
    await until('the end of the pause', last, row => row?.['paused_at'] === null);
    await shownWithin(2000, Date.now(), item(window).locator('.codicon-target'));
  });

  it('survives the kill of its extension hosts, and a reload', async () => {
    const before = last();
    for (const pid of editor.extensionHostPids()) editor.killExtensionHost(pid);
    await pause(500);
    await second.close();
    await window.close();
    window = await editor.openWindow(folder);
    await item(window).filter({ hasText: EXTENDED }).waitFor();
    await Promise.all([
      window.page.waitForEvent('load', { timeout: 60_000 }),
      window.runCommand('Developer: Reload Window'),
    ]);
    await item(window).filter({ hasText: EXTENDED }).waitFor({ timeout: 90_000 });
    assert.deepEqual(last(), before);
  });

  it('goes on after Escape, and ends once, with what was said of it', async () => {
    await window.runCommand('Andon: End Focus Session');
    await window.page.locator('.quick-input-title', { hasText: 'End the focus session' }).waitFor();
    await window.page.keyboard.press('Escape');
    await item(window).waitFor();
    assert.equal(last()?.['ended_at'], null);
    await window.runCommand('Andon: End Focus Session');
    await answer(window, 'End the focus session', 'Not done');
    await answer(window, 'End the focus session: not done', 'a meeting');
    await item(window).waitFor({ state: 'detached' });
    await until('the outcome', last, row => row?.['outcome'] === 'notDone' && row['word'] === 'a meeting');
    assert.equal(count(editor, 'SELECT count(*) FROM session'), 1);
  });

  it('ends by itself at a breakpoint, says so in one window, and is reviewed', async () => {
    second = await editor.openWindow(folder);
    await recording(second);
    await window.page.bringToFront();
    await window.openViewContainer();
    await panel(window).getByRole('button', { name: 'Start 25 min' }).waitFor();
    await window.runCommand('Andon: Start Focus Session');
    await answer(window, 'Start a focus session', '1');
    await answer(window, 'Focus session of 1 min', 'one minute');
    await item(window)
      .filter({ hasText: /\d\d s/ })
      .waitFor();
    await window.screenshot('focus-last-minute');
    await until('the end', last, row => row?.['ended_at'] !== null, 150_000);
    const toasts = async () =>
      (await window.notification('1 min is over').count()) +
      (await second.notification('1 min is over').count());
    await until('the toast', toasts, shown => shown > 0);
    await pause(LATE_TOAST_MS);
    assert.equal(await toasts(), 1, 'it is said once');
    await window.screenshot('focus-ended');
    await item(window).waitFor({ state: 'detached' });
    await panel(window).getByText('1 min is over').waitFor();
    await panel(window).getByRole('button', { name: 'More to do' }).click();
    await until('the word', last, row => row?.['outcome'] === 'more');
    await panel(window).getByText('1 min is over').waitFor({ state: 'detached' });
    assert.equal(count(editor, 'SELECT count(*) FROM session WHERE ended_at IS NOT NULL'), 2);
  });

  it('of a series offers its break and its next round in one click or key, in every window', async () => {
    await window.runCommand('Andon: Start Focus Session');
    await answer(window, 'Start a focus session', 'Pomodoro');
    await answer(window, 'Pomodoro, round of 25 min', 'a round');
    await panel(window).getByText('round 1 of 4').waitFor();
    // As if it had begun a good while ago.
    change(editor, 'UPDATE session SET started_at = started_at - 24.9 * 60000 WHERE ended_at IS NULL');
    await until('the end', last, row => row?.['ended_at'] !== null, 30_000);
    await item(window).filter({ hasText: 'Break, 5 min?' }).waitFor();
    await item(second).filter({ hasText: 'Break, 5 min?' }).waitFor();
    await panel(window).getByText('Round 1 of 4 is over').waitFor();
    await window.screenshot('focus-round-over');
    const told = [window, second].map(each => each.notification('Round 1 of 4 is over'));
    const shown = await Promise.all(told.map(toast => toast.count()));
    assert.equal(shown[0]! + shown[1]!, 1, 'it is said once');
    await told[shown.indexOf(1)]!.getByRole('button', { name: 'Break, 5 min' }).click();
    await item(window).locator('.codicon-coffee').waitFor();
    await item(second).locator('.codicon-coffee').waitFor({ timeout: 5_000 });
    await window.screenshot('focus-break');
    await panel(window).getByRole('button', { name: 'End the break' }).click();
    await item(second).filter({ hasText: 'Start round 2 of 4?' }).waitFor();
    await second.page.bringToFront();
    await second.page.keyboard.press('Control+k');
    await second.page.keyboard.press('b');
    const row = await until(
      'the next round',
      last,
      found => found?.['kind'] === 'pomodoro' && found['round'] === 2,
    );
    assert.deepEqual([row?.['ended_at'], row?.['intention']], [null, 'a round']);
    await panel(window).getByText('round 2 of 4', { exact: true }).waitFor();
    assert.equal(count(editor, "SELECT count(*) FROM sessions WHERE kind = 'break'"), 0);
  });

  it('keeps what interrupted it', async () => {
    await window.page.bringToFront();
    const row = (text: string) =>
      window.page.locator('.quick-input-list .monaco-list-row', { hasText: text });
    await item(window).click();
    await row('What interrupted it…').click();
    await row('Someone asked').click();
    await window.screenshot('focus-reasons');
    await window.page.keyboard.press('Enter');
    await until('the reason', last, row => row?.['reasons'] === '["asked"]');
  });
});
