import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as vscode from 'vscode';
import type { AndonApi } from '../../src/extension.ts';

const STORAGE = process.env['ANDON_TEST_STORAGE'] ?? '';

/** Asks the record while the extension keeps it. */
function count(sql: string): number {
  const database = new DatabaseSync(path.join(STORAGE, 'andon.sqlite'), { readOnly: true });
  try {
    return Number(Object.values(database.prepare(sql).get() ?? { none: 0 })[0]);
  } finally {
    database.close();
  }
}

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

async function until(what: string, holds: () => boolean, withinMs = 8000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`${what} did not come true`);
    await pause(100);
  }
}

/** Longer than a beat: what was to be written is. */
const WRITTEN_MS = 2500;

describe('the record', () => {
  let api: AndonApi;
  let editor: vscode.TextEditor;
  const ids: number[] = [];

  before(async () => {
    const extension = vscode.extensions.getExtension<AndonApi>('andon.andon');
    assert.ok(extension);
    api = await extension.activate();
    api.onDidCommit(committed => ids.push(...committed));
    await until('the command', () => fs.existsSync(path.dirname(STORAGE)));
    await vscode.commands.executeCommand('andon.start');
    await until('the record', () => fs.existsSync(path.join(STORAGE, 'andon.sqlite')));
    const [file] = await vscode.workspace.findFiles('a.ts');
    assert.ok(file);
    editor = await vscode.window.showTextDocument(file);
    // Away from where programs edit below.
    editor.selection = new vscode.Selection(0, 5, 0, 5);
    await pause(WRITTEN_MS);
  });

  const earned = () => count('SELECT coalesce(sum(ms), 0) FROM span');
  const codingSpans = () => count(`SELECT count(*) FROM spans WHERE activity = 'coding'`);

  it('earns no time from edits of a program, and counts them apart', async () => {
    const before = [earned(), codingSpans()];
    for (let i = 0; i < 5; i++) {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(editor.document.uri, new vscode.Position(0, 0), 'let generated = 0;\n');
      await vscode.workspace.applyEdit(edit);
      await pause(300);
    }
    await editor.document.save();
    await pause(WRITTEN_MS);
    assert.equal(codingSpans(), before[1]);
    assert.equal(earned(), before[0]);
    assert.equal(count('SELECT sum(program) FROM tally'), 5);
    assert.equal(count('SELECT sum(typed) + sum(bulk) FROM tally'), 0);
  });

  it('earns no time from a file that changes on disk', async () => {
    const before = [earned(), codingSpans()];
    fs.writeFileSync(editor.document.uri.fsPath, 'export const b = 2;\n');
    await until('the reload', () => editor.document.getText().includes('const b'));
    await pause(WRITTEN_MS);
    assert.deepEqual([earned(), codingSpans()], before);
    assert.equal(count('SELECT sum(typed) + sum(bulk) FROM tally'), 0);
  });

  it('takes nothing from an output channel', async () => {
    const before = count('SELECT (SELECT count(*) FROM span) + (SELECT count(*) FROM tally)');
    const channel = vscode.window.createOutputChannel('Busy');
    channel.show(true);
    for (let i = 0; i < 20; i++) {
      channel.appendLine(`line ${i}`);
      await pause(50);
    }
    await pause(WRITTEN_MS);
    channel.dispose();
    assert.equal(count('SELECT (SELECT count(*) FROM span) + (SELECT count(*) FROM tally)'), before);
    assert.equal(count(`SELECT count(*) FROM file WHERE path LIKE '%Busy%'`), 0);
  });

  it('counts typing, tells of its span once it is committed, and knows the branch', async () => {
    await vscode.commands.executeCommand('workbench.action.closePanel');
    await vscode.window.showTextDocument(editor.document);
    await until('the editor', () => vscode.window.activeTextEditor?.document === editor.document);
    ids.length = 0;
    for (const letter of 'typed by hand') {
      await vscode.commands.executeCommand('type', { text: letter });
      await pause(60);
    }
    await until('a commit', () => ids.length > 0);
    await until('the row', () => codingSpans() > 0);
    const id = count(`SELECT id FROM spans WHERE activity = 'coding' ORDER BY start DESC LIMIT 1`);
    assert.ok(ids.includes(id));
    assert.equal(
      count(`SELECT count(*) FROM spans WHERE id = ${id} AND branch = 'trunk' AND project = 'workspace'`),
      1,
    );
  });

  it('sees a commit that git makes outside VS Code, with the time of the reflog', async () => {
    const folder = path.dirname(editor.document.uri.fsPath);
    const at = 1_767_225_600 + 90; // told to git below
    const hash = 'b'.repeat(40);
    fs.appendFileSync(
      path.join(folder, '.git/logs/HEAD'),
      `${'a'.repeat(40)} ${hash} A. Dev <dev@example.com> ${at} +0000\tcommit: Mend the lamp\n`,
    );
    await until('the event', () => count(`SELECT count(*) FROM event WHERE detail LIKE '%${hash}%'`) === 1);
    assert.equal(count(`SELECT at FROM event WHERE detail LIKE '%${hash}%'`), at * 1000);
    const raw = fs.readFileSync(path.join(STORAGE, 'andon.sqlite-wal')).includes('Mend the lamp');
    assert.equal(raw, false, 'a commit message was kept');
  });

  it('opens nothing that could reach a network', () => {
    const bundle = fs.readFileSync(
      path.join(vscode.extensions.getExtension('andon.andon')!.extensionPath, 'dist/extension.cjs'),
      'utf8',
    );
    const required = [
      ...bundle.matchAll(/require\("([^"]+)"\)/g),
      ...bundle.matchAll(/import\("([^"]+)"\)/g),
      ...bundle.matchAll(/getBuiltinModule\("([^"]+)"\)/g),
    ].map(m => m[1]);
    const allowed = [
      ...['vscode', 'node:crypto', 'node:fs', 'node:os', 'node:path', 'node:sqlite', 'node:url'],
      'node:worker_threads',
    ];
    assert.deepEqual(
      [...new Set(required)].filter(name => !allowed.includes(name ?? '')),
      [],
    );
    assert.doesNotMatch(bundle, /\bfetch\(|WebSocket|XMLHttpRequest/);
  });
});
