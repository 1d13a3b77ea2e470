import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { Editor } from '../vscode/editor.ts';
import type { Workbench } from '../vscode/workbench.ts';
import { count, query, seed } from './support/database.ts';
import { makeProject } from './support/folders.ts';
import { checkOut, makeRepository } from './support/repository.ts';
import { pause, until } from './support/wait.ts';

const MARKUP = 'Mind <img src=x onerror=alert(1)> and [quit](command:workbench.action.quit) $(trash)';

describe('the queue', () => {
  const folder = makeProject('queued');
  let editor: Editor;
  let window: Workbench;
  let second: Workbench;

  before(async () => {
    makeRepository(folder);
    fs.writeFileSync(path.join(folder, 'todo.ts'), '// TODO(ann): handle an empty cart\nexport {};\n');
    editor = await Editor.start();
    await seed(editor, []);
    window = await editor.openWindow(folder);
    await window.statusBarItem().filter({ hasText: /\d/ }).waitFor();
  });
  after(async () => {
    await editor.close();
    fs.rmSync(path.dirname(folder), { recursive: true });
  });

  const task = (key: string) => query(editor, `SELECT * FROM task WHERE key = '${key}'`)[0];
  const clockFacts = () =>
    query(editor, `SELECT detail FROM event WHERE kind = 'queue' ORDER BY id`).map(row => {
      const { item, phase } = JSON.parse(String(row['detail'])) as { item: string; phase: string };
      return `${phase} ${item}`;
    });
  /** Opens the box for a line of quick add, with that line in it. */
  const writeLine = async (of: Workbench, line: string) => {
    await of.runCommand('Andon: Add to Queue');
    await of.page.locator('.quick-input-title', { hasText: 'Add to the queue' }).waitFor();
    await of.page.locator('.quick-input-widget:visible input').first().fill(line);
  };
  const message = (of: Workbench) => of.page.locator('.quick-input-message');
  const box = (of: Workbench) => of.page.locator('.quick-input-widget:visible');
  const addLine = async (of: Workbench, line: string) => {
    await writeLine(of, line);
    await message(of)
      .filter({ hasText: line.split(' ')[0]! })
      .waitFor();
    await of.page.keyboard.press('Enter');
    await box(of).waitFor({ state: 'hidden' });
  };
  const pick = async (of: Workbench, title: string, text: string) => {
    await of.page.locator('.quick-input-title', { hasText: title }).waitFor();
    await of.answer(text);
  };

  it('shows what a line is understood as while it is written, and takes it at Enter', async () => {
    await writeLine(window, 'fix login #bug ~2h !high due:fri');
    await message(window).filter({ hasText: '#bug · 2 h 00 · high priority · due' }).waitFor();
    await window.screenshot('queue-quick-add');
    await window.page.keyboard.press('Enter');
    const row = await until(
      'the item',
      () => task('A-1'),
      found => found !== undefined,
    );
    assert.deepEqual(
      [row?.['title'], row?.['labels'], row?.['budget_minutes'], row?.['priority'], row?.['project']],
      ['fix login', '["bug"]', 120, 'high', 'queued'],
    );
  });

  it('does not save at once what it only half understands', async () => {
    await writeLine(window, 'write tests ~2x !urgent');
    await message(window).filter({ hasText: 'is no budget' }).waitFor();
    await window.page.keyboard.press('Enter');
    await message(window).filter({ hasText: 'Enter once more saves' }).waitFor();
    await pause(500);
    assert.equal(count(editor, 'SELECT count(*) FROM task'), 1);
    await window.screenshot('queue-half-understood');
    await window.page.keyboard.press('Enter');
    const row = await until(
      'the item',
      () => task('A-2'),
      found => found !== undefined,
    );
    assert.equal(row?.['title'], 'write tests ~2x !urgent');
  });

  it('starts the clock of an item that is started', async () => {
    await window.runCommand('Andon: Start Item');
    await pick(window, 'Start an item', 'fix login');
    await until('the clock', clockFacts, facts => facts.join() === 'start A-1');
    assert.equal(task('A-1')?.['state'], 'doing');
    await window.hoverText(window.statusBarItem(), /A-1 “.?fix login.?”: 0 min of 2 h 00/);
  });

  it('makes the item of a branch active by itself when that is checked out', async () => {
    await window.runCommand("Andon: Stop the Item's Clock");
    await until('the stop', clockFacts, facts => facts.length === 2);
    checkOut(folder, 'feature/A-1-login');
    await until('the clock', clockFacts, facts => facts.join() === 'start A-1,stop A-1,start A-1');
  });

  it('keeps it stopped that was stopped by hand, however one types on the branch', async () => {
    await window.runCommand("Andon: Stop the Item's Clock");
    await until('the stop', clockFacts, facts => facts.length === 4);
    await window.openFile('a.ts');
    await window.type('// on the branch\n');
    await pause(2500);
    assert.equal(clockFacts().length, 4);
    checkOut(folder, 'trunk');
    await pause(1500);
    checkOut(folder, 'feature/A-1-login');
    await until('the clock', clockFacts, facts => facts.length === 5);
  });

  it('measures the time that is worked on it, and says it beside the budget at the end', async () => {
    await window.openFile('a.ts');
    await window.type('const token = sign(user, secret);\n', 120);
    await pause(2500);
    await window.runCommand('Andon: Finish Item');
    const done = window.notification('Done: ');
    await done.waitFor();
    await window.screenshot('queue-finished');
    const said = /Done: .?fix login.?, (\d+) s of 2 h 00\./.exec(await done.innerText());
    assert.ok(said, await done.innerText());
    assert.ok(Number(said[1]) >= 3 && Number(said[1]) <= 30, said[1]);
    const row = task('A-1');
    assert.equal(row?.['state'], 'done');
    assert.notEqual(row['closed_at'], null);
    assert.deepEqual(clockFacts().slice(4), ['start A-1', 'stop A-1']);
  });

  it('does not revive a finished item, whatever is checked out', async () => {
    checkOut(folder, 'trunk');
    await pause(1000);
    checkOut(folder, 'feature/A-1-login');
    await window.openFile('a.ts');
    await window.type('// more\n');
    await pause(2500);
    assert.equal(task('A-1')?.['state'], 'done');
    assert.equal(clockFacts().length, 6);
  });

  it('takes back what was done by the button of the message', async () => {
    await window.notification('Done: ').getByRole('button', { name: 'Undo' }).click();
    await until(
      'the undo',
      () => task('A-1')?.['state'],
      state => state === 'doing',
    );
    await window.runCommand('Andon: Redo Queue Change');
    await until(
      'the redo',
      () => task('A-1')?.['state'],
      state => state === 'done',
    );
  });

  it('offers to add a TODO comment, and the selection', async () => {
    await window.openFile('todo.ts');
    await window.page.keyboard.press('Control+Home');
    await window.page.keyboard.press('Control+.');
    await window.page.locator('.action-widget', { hasText: 'Add to the queue' }).waitFor();
    await window.screenshot('queue-todo');
    await window.page.keyboard.press('Enter');
    await until(
      'the TODO',
      () => task('A-3')?.['title'],
      title => title === 'handle an empty cart',
    );
    await window.page.keyboard.press('Control+End');
    await window.page.keyboard.press('Shift+ArrowUp');
    await window.runCommand('Andon: Add Selection to Queue');
    await until(
      'the selection',
      () => task('A-4')?.['title'],
      title => title === 'export {};',
    );
  });

  it('takes a title for text, whatever it looks like', async () => {
    await addLine(window, MARKUP);
    await until(
      'the item',
      () => task('A-5')?.['title'],
      title => title === MARKUP,
    );
    await window.runCommand('Andon: Queue…');
    await pick(window, 'Queue', 'Mind');
    const title = window.page.locator('.quick-input-title', { hasText: 'A-5' });
    await title.waitFor();
    assert.equal(await title.locator('.codicon, a, img').count(), 0);
    await window.screenshot('queue-item-menu');
    await window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Drop' }).click();
    const dropped = window.notification('Dropped: ');
    await dropped.waitFor();
    assert.equal(await dropped.locator('.notification-list-item-message a').count(), 0);
    assert.equal(task('A-5')?.['state'], 'dropped');
  });

  it('loses no item that two windows add and change at once', async () => {
    second = await editor.openWindow(folder);
    await second.statusBarItem().filter({ hasText: /\d/ }).waitFor({ timeout: 60_000 });
    const before = count(editor, 'SELECT count(*) FROM task');
    const addTo = async (of: Workbench, name: string) => {
      for (let i = 1; i <= 4; i++) await addLine(of, `${name}${i} in its window ~20m`);
    };
    await Promise.all([addTo(window, 'one'), addTo(second, 'two')]);
    await until(
      'all items',
      () => count(editor, 'SELECT count(*) FROM task'),
      rows => rows === before + 8,
    );
    assert.equal(count(editor, 'SELECT count(DISTINCT key) FROM task'), before + 8);
    // Each window lists what the other added.
    await pause(2000);
    for (const [of, other] of [
      [window, 'two4'],
      [second, 'one4'],
    ] as const) {
      await of.page.bringToFront();
      await of.runCommand('Andon: Queue…');
      await of.page.locator('.quick-input-title', { hasText: 'Queue' }).waitFor();
      await of.page.locator('.quick-input-widget:visible input').first().fill(other);
      await of.page.locator('.quick-input-list .monaco-list-row', { hasText: other }).waitFor();
      await of.page.keyboard.press('Escape');
    }
  });

  it('puts the small ones together, and offers a session for them', async () => {
    await window.page.bringToFront();
    await window.runCommand('Andon: Batch the Small Ones');
    await window.notification('3 small items stand together now, 1 h 00 in all.').waitFor();
    await until(
      'the states',
      () => count(editor, `SELECT count(*) FROM task WHERE state = 'next'`),
      rows => rows === 3,
    );
    await window.screenshot('queue-batch');
  });

  it('takes back nothing that was done since by the button of an older message', async () => {
    const before = count(editor, 'SELECT count(*) FROM task');
    await addLine(window, 'later than the message');
    await window.notification('stand together now').getByRole('button', { name: 'Undo' }).click();
    await window.notification('Something else was done since').waitFor();
    assert.equal(count(editor, 'SELECT count(*) FROM task'), before + 1);
    assert.equal(count(editor, `SELECT count(*) FROM task WHERE state = 'next'`), 3);
  });

  it('keeps everything over a reload', async () => {
    const before = query(editor, 'SELECT key, title, state, place FROM task ORDER BY id');
    await window.runCommand('Developer: Reload Window');
    await pause(1000);
    await window.statusBarItem().filter({ hasText: /\d/ }).waitFor({ timeout: 60_000 });
    assert.deepEqual(query(editor, 'SELECT key, title, state, place FROM task ORDER BY id'), before);
  });
});
