import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Editor } from '../vscode/editor.ts';
import type { Workbench } from '../vscode/workbench.ts';
import { WorkLog } from '../support/workLog.ts';
import { change, query, seed } from './support/database.ts';
import { makeProject } from './support/folders.ts';
import { logText } from './support/log.ts';
import { recording } from './support/shown.ts';
import { until } from './support/wait.ts';

const MINUTE = 60_000;
const RULES = 'andon.customRules';

/** A rule that fires from the 20th minute of what is seeded, and goes on for hours. */
function rule(name: string, level: string) {
  return {
    ...{
      id: `mine/${name}`,
      level,
      keepFiringFor: '12h',
      message: `${name} after {value}.`,
      suggest: ['showQueue'],
    },
    when: { sum: 'ms', of: 'activeTime', over: '6h', gte: '20m' },
  };
}

/** All that fire from the start on, each put off until a test asks for it: VS Code on the web tells no other window of changed settings. */
const PUT_OFF = [
  rule('four', 'toast'),
  rule('five', 'statusBar'),
  ...['six', 'seven', 'eight'].map(name => rule(name, 'panel')),
];
const ALL = [rule('one', 'toast'), ...PUT_OFF];

/** An hour is no pause here, and nothing is late: what comes is what the tests bring about. */
const SETTINGS = {
  'andon.idle.after': 60,
  'andon.nudges.maxDefer': 240,
  'andon.checkIn.ask': false,
  'andon.rules': { 'offer/unprotected-flow': 'off' },
  [RULES]: ALL,
};

describe('suggestions', () => {
  const folder = makeProject('nudged');
  let editor: Editor;
  let window: Workbench;
  let second: Workbench;

  before(async () => {
    const git = (...words: string[]) => execFileSync('git', words, { cwd: folder });
    git('init', '-q', '-b', 'trunk');
    git('config', 'user.name', 'Dev');
    git('config', 'user.email', 'dev@example.org');
    git('commit', '-q', '--allow-empty', '-m', 'first');
    editor = await Editor.start({ settings: SETTINGS });
    await seed(editor, new WorkLog(Date.now() - 40 * MINUTE).type(30).signals);
    const rows = PUT_OFF.map(({ id }) => `('${id}', 0, ${Date.now() + 24 * 60 * MINUTE}, 0, 0)`);
    change(
      editor,
      `INSERT INTO nudge_rule (rule, never, snoozed_until, demoted_by, dismissals) VALUES ${rows.join()}`,
    );
    window = await editor.openWindow(folder);
    await recording(window);
  });
  after(async () => {
    await editor.close();
    fs.rmSync(path.dirname(folder), { recursive: true });
  });

  const toasts = (of: Workbench) => of.notification(/ after \d+ min/);
  const hint = (of: Workbench) => of.statusBarItem('andon.andon.andon.nudge');
  const section = (of: Workbench) => of.webview().getByRole('region', { name: 'Suggestions' });
  const told = (of: Workbench, name: string) => section(of).getByText(new RegExp(`${name} after \\d+ min`));
  const row = (of: Workbench, name: string) =>
    section(of)
      .getByRole('listitem')
      .filter({ hasText: `${name} after` });
  const nudges = (name: string) =>
    query(
      editor,
      `SELECT state, surface, occasion, is_digest FROM nudges WHERE rule = 'mine/${name}' ORDER BY id`,
    );
  const fires = (name: string) =>
    until(
      `${name} to fire`,
      () => logText(editor),
      text => text.includes(`The rule mine/${name} fires`),
    );
  const commit = () => execFileSync('git', ['commit', '-q', '--allow-empty', '-m', 'next'], { cwd: folder });
  /** Lets the windows see that a rule stands otherwise. */
  const letStand = (name: string, column: string) => {
    change(
      editor,
      `BEGIN IMMEDIATE; UPDATE nudge_rule SET ${column} = NULL WHERE rule = 'mine/${name}';
       UPDATE counter SET nudges = nudges + 1; COMMIT`,
    );
  };
  /** What was put off may come. */
  const release = (name: string) => {
    letStand(name, 'snoozed_until');
  };
  const state = (name: string, wanted: string) =>
    until(
      `${name} to be ${wanted}`,
      () => nudges(name).at(-1)?.['state'],
      now => now === wanted,
    );

  /** Answers through the menu in the panel. */
  async function choose(of: Workbench, name: string, answer: string): Promise<void> {
    await of.page.bringToFront();
    await row(of, name).getByRole('button', { name: 'More answers…' }).click();
    await of.page.locator('.quick-input-list .monaco-list-row', { hasText: answer }).click();
  }

  async function reopen(): Promise<void> {
    await editor.restart();
    window = await editor.openWindow(folder);
    second = await editor.openWindow(folder);
    for (const each of [window, second]) {
      await recording(each);
      await each.page.bringToFront();
      await each.openViewContainer();
    }
  }

  it('come as a message at a commit made in the terminal, and not before', async () => {
    await fires('one');
    assert.equal(await toasts(window).count(), 0);
    assert.deepEqual(nudges('one'), []);
    await window.runCommand('Terminal: Create New Terminal');
    await window.page.locator('.terminal-wrapper.active .xterm-screen').first().waitFor();
    await until(
      'the commit',
      async () => {
        await window.type('git commit -q --allow-empty -m next\n');
        return until(
          'its message',
          () => toasts(window).count(),
          count => count > 0,
          10_000,
        ).catch(() => 0);
      },
      count => count > 0,
    );
    await window.screenshot('nudge-message');
    assert.equal(nudges('one')[0]?.['occasion'], 'commit');
    await state('one', 'shown');
    await hint(window)
      .filter({ hasText: /one after \d+ min\./ })
      .waitFor();
  });

  it('stand in the panel too, with their evidence, and an answer there holds', async () => {
    await window.openViewContainer();
    await told(window, 'one').waitFor();
    await section(window)
      .getByText(/active time: \d+ min; told from 20 min on/)
      .first()
      .waitFor();
    await window.screenshot('nudge-panel');
    await section(window).getByRole('button', { name: 'Show the queue' }).click();
    await state('one', 'acted');
    await hint(window).waitFor({ state: 'detached' });
  });

  it('raised in focus come in the digest after it', async () => {
    await window.page.bringToFront();
    await window.runCommand('Notifications: Clear All Notifications');
    await window.runCommand('Andon: Start Focus Session');
    await window.page.locator('.quick-input-title', { hasText: 'Start a focus session' }).waitFor();
    await window.answer('40');
    await window.page.locator('.quick-input-title', { hasText: 'Focus session of 40 min' }).waitFor();
    await window.answer('');
    await window
      .statusBarItem('andon.andon.andon.focus')
      .filter({ hasText: /\d+ min/ })
      .waitFor();
    await window.changeSettings({ [RULES]: [...ALL.slice(1), rule('two', 'toast'), rule('three', 'toast')] });
    await fires('two');
    await fires('three');
    commit();
    await until(
      'the commit',
      () => query(editor, `SELECT kind FROM breakpoint`)[0]?.['kind'],
      kind => kind === 'commit',
    );
    assert.deepEqual([nudges('two'), nudges('three')], [[], []]);
    await window.runCommand('Andon: End Focus Session');
    await window.page.locator('.quick-input-title', { hasText: 'End the focus session' }).waitFor();
    await window.answer('Not done');
    await window.page.locator('.quick-input-title', { hasText: 'End the focus session: not done' }).waitFor();
    await window.answer('');
    const digest = window.notification('2 suggestions, held back while you were in focus');
    await digest.waitFor();
    await window.screenshot('nudge-digest');
    await digest.getByRole('button', { name: 'Look at them' }).click();
    await section(window).getByText('2 suggestions held back while you were in focus').waitFor();
    await told(window, 'two').waitFor();
    await told(window, 'three').waitFor();
    assert.equal(nudges('two').at(-1)?.['is_digest'], 1);
    assert.equal(nudges('two').at(-1)?.['occasion'], 'sessionEnded');
  });

  it('keep to the budget over two windows', async () => {
    second = await editor.openWindow(folder);
    await recording(second);
    await second.openViewContainer();
    // Two messages were shown today, both in the first window.
    await window.blur();
    release('four');
    await until(
      'the suggestion',
      async () => {
        commit();
        return until(
          'it to be shown',
          () => nudges('four').at(-1)?.['state'],
          now => now === 'shown',
          8_000,
        ).catch(() => null);
      },
      now => now === 'shown',
    );
    assert.equal(await toasts(second).count(), 0);
    assert.deepEqual(
      nudges('four').map(row => row['surface']),
      ['statusBar'],
    );
    await told(second, 'four').waitFor();
    await hint(second).filter({ hasText: '3 suggestions' }).waitFor();
    await window.focus();
  });

  it('come one step lower after the third dismissal', async () => {
    const surfaces: unknown[] = [];
    release('five');
    for (let i = 0; i < 4; i++) {
      // As if it had found something new.
      if (i > 0) letStand('five', 'told_since');
      const isThere = () => nudges('five').length > i && nudges('five').at(-1)?.['state'] === 'shown';
      await until(
        'the next suggestion',
        async () => {
          commit();
          return until('it to be shown', isThere, Boolean, 8_000).catch(() => false);
        },
        Boolean,
      );
      surfaces.push(nudges('five').at(-1)?.['surface']);
      await row(second, 'five').waitFor();
      if (i === 3) break;
      await choose(second, 'five', 'Dismiss');
      await state('five', 'dismissed');
    }
    assert.deepEqual(surfaces, ['statusBar', 'statusBar', 'statusBar', 'panel']);
    await row(second, 'five').getByRole('button', { name: 'Why this?' }).click();
    await section(second).getByText('dismissed it 3 times', { exact: false }).waitFor();
  });

  it('that are never to come, or were put off, stay away after a restart, and in the other window', async () => {
    release('six');
    await window.page.bringToFront();
    await window.openViewContainer();
    await told(window, 'six').waitFor();
    await told(second, 'six').waitFor();
    await choose(window, 'six', 'Never');
    await state('six', 'never');
    await told(second, 'six').waitFor({ state: 'detached' });
    release('seven');
    await row(window, 'seven').getByRole('button', { name: 'Snooze…' }).click();
    await window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Tomorrow morning' }).click();
    await state('seven', 'snoozed');
    await told(second, 'seven').waitFor({ state: 'detached' });

    await reopen();
    release('eight');
    for (const each of [window, second]) {
      await each.page.bringToFront();
      await each.openViewContainer();
      // It is decided on together with the others.
      await told(each, 'eight').waitFor();
      assert.equal(await told(each, 'six').count(), 0);
      assert.equal(await told(each, 'seven').count(), 0);
    }
    assert.deepEqual([nudges('six').length, nudges('seven').length], [1, 1]);
  });

  it('are shown as before where one asks for it', async () => {
    await window.page.bringToFront();
    await window.runCommand('Andon: Suggestions…');
    await window.page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'Show as before: mine/six' })
      .click();
    await until(
      'the word to be taken back',
      () => query(editor, `SELECT never FROM nudge_rule WHERE rule = 'mine/six'`)[0]?.['never'],
      never => never === 0,
    );
    // As if it had found something new.
    letStand('six', 'told_since');
    await told(window, 'six').waitFor();
  });
});
