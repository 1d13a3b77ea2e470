import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { zoneCalendar } from '../../src/core/activity/calendar.ts';
import { plausibleDay } from '../support/plausibleDay.ts';
import { accessibilityViolations, describeViolations } from '../vscode/accessibility.ts';
import { Editor } from '../vscode/editor.ts';
import type { Workbench } from '../vscode/workbench.ts';
import { change, count, query, seed } from './support/database.ts';
import { makeProject } from './support/folders.ts';
import { pause, until } from './support/wait.ts';

describe('the check-in, and the window that leads', () => {
  const folder = makeProject('said');
  const today = zoneCalendar(Intl.DateTimeFormat().resolvedOptions().timeZone).dayAt(Date.now());
  const date = today.date.replaceAll('-', '');
  let editor: Editor;
  let window: Workbench;
  let second: Workbench;

  before(async () => {
    // The question is put by the tests, whatever the time of day.
    editor = await Editor.start({ settings: { 'andon.checkIn.ask': false } });
    await seed(editor, plausibleDay(today.start));
    window = await editor.openWindow(folder);
    await window.statusBarItem().filter({ hasText: /\d/ }).waitFor();
    second = await editor.openWindow(folder);
    await second.statusBarItem().filter({ hasText: /\d/ }).waitFor();
  });
  after(async () => {
    await editor.close();
    fs.rmSync(path.dirname(folder), { recursive: true });
  });

  const panel = (of: Workbench) => of.webview();
  const section = (of: Workbench) => panel(of).getByRole('region', { name: 'Check-in' });
  const hint = (of: Workbench) => of.statusBarItem('andon.andon.andon.checkIn');
  const said = () => query(editor, 'SELECT energy, flow, satisfaction, sentence FROM check_in')[0];

  it('is hinted at in every window while it is asked, not during a session, and is put off in all at once', async () => {
    assert.equal(await hint(window).count(), 0);
    change(editor, `INSERT INTO check_in_asked (date) VALUES (${date})`);
    await hint(window).filter({ hasText: 'How was today?' }).waitFor();
    await hint(second).filter({ hasText: 'How was today?' }).waitFor();
    assert.equal(await window.page.locator('.notification-toast').count(), 0, 'it is asked quietly');
    await second.page.bringToFront();
    await hint(second).click();
    await section(second).getByRole('button', { name: 'Not today' }).waitFor();
    await second.screenshot('check-in-asked');
    await section(second).getByRole('button', { name: 'Not today' }).click();
    await hint(window).waitFor({ state: 'detached' });
    await hint(second).waitFor({ state: 'detached' });
    await section(second).waitFor({ state: 'detached' });
  });

  it('is answered by keyboard alone, and seen in the other window', async () => {
    await window.page.bringToFront();
    await window.runCommand('Andon: Check In');
    await section(window).waitFor();
    const frame = await window.webviewFrame();
    await until(
      'the keyboard at the first choice',
      () => frame.evaluate<unknown>('document.activeElement?.textContent'),
      text => text === 'low',
    );
    const { keyboard } = window.page;
    await keyboard.press('ArrowRight');
    await keyboard.press('Tab');
    await keyboard.press('Space');
    await keyboard.press('Tab');
    await keyboard.press('End');
    await keyboard.press('Tab');
    await keyboard.type('Calm, with [links](command:workbench.action.quit).');
    await keyboard.press('Enter');
    await until('the sentence', said, row => row?.['sentence'] !== undefined && row['sentence'] !== '');
    assert.deepEqual(
      { ...said() },
      {
        energy: 'fine',
        flow: 'low',
        satisfaction: 'high',
        sentence: 'Calm, with [links](command:workbench.action.quit).',
      },
    );
    const there = section(second)
      .getByRole('radiogroup', { name: 'Energy' })
      .getByRole('radio', { name: 'fine' });
    await second.openViewContainer();
    await until(
      'the answer in the other window',
      () => there.getAttribute('aria-checked'),
      checked => checked === 'true',
    );
    await window.screenshot('check-in-said');
    const violations = await accessibilityViolations(await window.webviewFrame());
    assert.equal(violations.length, 0, describeViolations(violations));
  });

  it('is there after the window was reloaded, and can be said anew', async () => {
    await second.close();
    second = await editor.openWindow(folder);
    await second.openViewContainer();
    await section(second)
      .getByRole('radiogroup', { name: 'Flow' })
      .getByRole('radio', { name: 'high' })
      .click();
    await until('the new word', said, row => row?.['flow'] === 'high');
    assert.equal(count(editor, 'SELECT count(*) FROM check_in'), 1);
  });

  it('is led by one window; another takes over within 5 s of SIGKILL', async () => {
    const leader = () => String(query(editor, 'SELECT holder FROM lease')[0]?.['holder']);
    const first = leader();
    const pid = Number(first.split(' ')[0]);
    assert.ok(editor.extensionHostPids().includes(pid), first);
    await pause(3_000);
    assert.equal(leader(), first);
    editor.killExtensionHost(pid);
    const killed = Date.now();
    const next = await until('another leader', leader, name => name !== first, 10_000);
    const ms = Date.now() - killed;
    console.log(`      taken over after ${ms} ms`);
    assert.ok(ms <= 5_000, `${ms} ms`);
    assert.ok(editor.extensionHostPids().includes(Number(next.split(' ')[0])), next);
  });
});
