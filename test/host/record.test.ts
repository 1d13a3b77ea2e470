import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { count, startRecord, STORAGE } from './support/record.ts';
import { pause, until, WRITTEN_MS } from './support/wait.ts';

describe('the record', () => {
  let editor: vscode.TextEditor;
  const ids: number[] = [];

  before(async () => {
    const api = await startRecord();
    api.onDidCommit(committed => ids.push(...committed));
    const [file] = await vscode.workspace.findFiles('a.ts');
    assert.ok(file);
    editor = await vscode.window.showTextDocument(file);
    // Away from where programs edit below.
    editor.selection = new vscode.Selection(0, 5, 0, 5);
    await pause(WRITTEN_MS);
  });

  const earned = () => count('SELECT coalesce(sum(ms), 0) FROM span');
  const codingSpans = () => count(`SELECT count(*) FROM spans WHERE activity = 'coding'`);

  /** Edits of programs, and those by hand. */
  const tallied = () => [
    count('SELECT coalesce(sum(program), 0) FROM tally'),
    count('SELECT coalesce(sum(typed) + sum(bulk), 0) FROM tally'),
  ];

  it('earns no time from edits of a program, and counts them apart', async () => {
    const before = [earned(), codingSpans(), ...tallied()];
    for (let i = 0; i < 5; i++) {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(editor.document.uri, new vscode.Position(0, 0), 'let generated = 0;\n');
      await vscode.workspace.applyEdit(edit);
      await pause(300);
    }
    await editor.document.save();
    await pause(WRITTEN_MS);
    const [time, spans, program, byHand] = before;
    await until('the edits', () => tallied()[0] === Number(program) + 5);
    assert.deepEqual([earned(), codingSpans(), tallied()[1]], [time, spans, byHand]);
  });

  it('earns no time from a file that changes on disk', async () => {
    const [, byHand] = tallied();
    const before = [earned(), codingSpans()];
    fs.writeFileSync(editor.document.uri.fsPath, 'export const b = 2;\n');
    await until('the reload', () => editor.document.getText().includes('const b'));
    await pause(WRITTEN_MS);
    assert.deepEqual([earned(), codingSpans()], before);
    assert.equal(tallied()[1], byHand);
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
    const folder = path.join(vscode.extensions.getExtension('andon.andon')!.extensionPath, 'dist');
    const bundles = fs.readdirSync(folder).filter(name => name.endsWith('.cjs'));
    assert.ok(bundles.includes('extension.cjs') && bundles.length > 2);
    const bundle = bundles.map(name => fs.readFileSync(path.join(folder, name), 'utf8')).join('\n');
    const required = [
      ...bundle.matchAll(/require\("([^"]+)"\)/g),
      ...bundle.matchAll(/import\("([^"]+)"\)/g),
      ...bundle.matchAll(/getBuiltinModule\("([^"]+)"\)/g),
    ].map(m => m[1]);
    const own = bundles.map(name => `./${name}`);
    const allowed = [
      ...[
        ...own,
        'vscode',
        'node:crypto',
        'node:fs',
        'node:fs/promises',
        'node:os',
        'node:path',
        'node:sqlite',
      ],
      ...['node:url', 'node:worker_threads'],
    ];
    assert.deepEqual(
      [...new Set(required)].filter(name => !allowed.includes(name ?? '')),
      [],
    );
    assert.doesNotMatch(bundle, /\bfetch\(|WebSocket|XMLHttpRequest/);
  });
});
