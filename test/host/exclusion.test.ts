import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { count, eventsAfter, lastEvent, startRecord, STORAGE } from './support/record.ts';
import { pause, until, WRITTEN_MS } from './support/wait.ts';
import { git, makeRepository, openFile, type, workspaceFolder, writeFile } from './support/workspace.ts';

describe('what a glob excludes', () => {
  const settings = () => vscode.workspace.getConfiguration('andon');
  /** A setting holds once it is told of, which may be after it was written. */
  const exclude = async (globs: readonly string[] | undefined) => {
    await settings().update('record.exclude', globs, vscode.ConfigurationTarget.Global);
    await until(
      'the setting',
      () => settings().get<readonly string[]>('record.exclude')?.length === (globs ?? []).length,
    );
  };

  before(async () => {
    await startRecord();
    await exclude(['hidden-*', 'inner/**/quiet.ts']);
  });
  after(() => exclude(undefined));

  it('leaves no trace: no edit, no error, no commit, no command', async function () {
    this.timeout(150_000);
    const mark = lastEvent();
    const before = count('SELECT count(*) FROM tally');
    const collection = vscode.languages.createDiagnosticCollection('excluded');
    const folder = path.join(workspaceFolder().uri.fsPath, 'hidden-place');
    for (const uri of [
      makeRepository('hidden-place', 'hidden-branch'),
      writeFile('inner/deep/quiet.ts', 'let a = 1;\n'),
    ]) {
      await openFile(uri);
      await type('x');
      collection.set(uri, [new vscode.Diagnostic(new vscode.Range(0, 0, 0, 1), 'wrong')]);
      await pause(3000 + WRITTEN_MS);
    }
    git('hidden-place', 'commit', '--quiet', '--allow-empty', '--message=Hidden');
    const terminal = vscode.window.createTerminal({ shellPath: '/bin/bash', cwd: folder });
    terminal.show();
    await until('shell integration', () => terminal.shellIntegration !== undefined, 15_000);
    terminal.sendText('true');
    await pause(5000 + WRITTEN_MS);
    terminal.dispose();
    collection.dispose();
    await vscode.commands.executeCommand('workbench.action.files.revert');
    for (const kind of ['diagnostics', 'git', 'terminal']) assert.deepEqual(eventsAfter(mark, kind), []);
    assert.equal(count('SELECT count(*) FROM tally'), before);
    for (const name of fs.readdirSync(STORAGE)) {
      const content = fs.readFileSync(path.join(STORAGE, name));
      for (const word of ['hidden-', 'quiet.ts']) {
        assert.equal(content.includes(word), false, `${name} holds ${word}`);
      }
    }
  });

  it('is recorded again once it is excluded no more', async () => {
    await exclude(undefined);
    await openFile(writeFile('inner/deep/quiet.ts', 'let a = 1;\n'));
    await type('x');
    await until(
      'the edit',
      () => count(`SELECT count(*) FROM edits WHERE path = 'inner/deep/quiet.ts'`) === 1,
    );
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
