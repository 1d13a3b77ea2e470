import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { count } from './record.ts';
import { pause, until } from './wait.ts';

/** The folder that is open. */
export function workspaceFolder(): vscode.WorkspaceFolder {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  return folder;
}

/** Writes a file of the workspace, and answers where. */
export function writeFile(name: string, text: string): vscode.Uri {
  const file = path.join(workspaceFolder().uri.fsPath, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
  return vscode.Uri.file(file);
}

export async function openFile(uri: vscode.Uri): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(uri, { preview: false });
  await until('the editor', () => vscode.window.activeTextEditor?.document === editor.document);
  return editor;
}

export async function type(text: string): Promise<void> {
  await vscode.commands.executeCommand('type', { text });
}

/** Runs git, outside VS Code, in a folder of the workspace; answers what it says. */
export function git(folder: string, ...args: string[]): string {
  const cwd = path.join(workspaceFolder().uri.fsPath, folder);
  return execFileSync('git', [...IDENTITY, ...args], { cwd, encoding: 'utf8' }).trim();
}

export const IDENTITY = [
  '-c',
  'user.name=A. Dev',
  '-c',
  'user.email=dev@example.com',
  '-c',
  'commit.gpgsign=false',
];

/** Moves the cursor until the record says that it does so on a branch: then the repository is followed. */
export async function untilOnBranch(branch: string): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (count(`SELECT count(*) FROM spans WHERE branch = '${branch}'`) === 0) {
    if (Date.now() > deadline) throw new Error(`the branch ${branch} was not seen`);
    await vscode.commands.executeCommand('cursorRight');
    await vscode.commands.executeCommand('cursorLeft');
    await pause(500);
  }
}

/** Makes a repository with one commit on a branch in a folder of the workspace; answers its only file. */
export function makeRepository(folder: string, branch: string): vscode.Uri {
  const file = writeFile(path.join(folder, 'first.txt'), 'first\n');
  git(folder, 'init', '--quiet', `--initial-branch=${branch}`);
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '--message=Begin');
  return file;
}
