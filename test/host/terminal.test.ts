import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { count, eventsAfter, lastEvent, startRecord, STORAGE } from './support/record.ts';
import { until, WRITTEN_MS, pause } from './support/wait.ts';
import {
  git,
  IDENTITY,
  makeRepository,
  openFile,
  type,
  untilOnBranch,
  workspaceFolder,
  writeFile,
} from './support/workspace.ts';

/** Stands in every command below. */
const SECRET = 'p4ssw0rd-of-the-lamp';
/** A commit is to be seen within five seconds, and is written up to a beat of two later. */
const SEEN_MS = 7500;

async function openTerminal(): Promise<vscode.Terminal> {
  const terminal = vscode.window.createTerminal({ shellPath: '/bin/bash', cwd: workspaceFolder().uri });
  terminal.show();
  await until('shell integration', () => terminal.shellIntegration !== undefined, 15_000);
  return terminal;
}

describe('the terminal', () => {
  let terminal: vscode.Terminal;
  before(async function () {
    this.timeout(90_000);
    await startRecord();
    await openFile(writeFile('c.ts', 'export const c = 3;\n'));
    writeFile('test.sh', 'exit 3\n');
    terminal = await openTerminal();
  });
  after(() => {
    terminal.dispose();
  });

  it('tells of a command by its class, with its exit code', async () => {
    await openFile(vscode.Uri.joinPath(workspaceFolder().uri, 'c.ts'));
    await type('x');
    const span = count('SELECT max(id) FROM span');
    const mark = lastEvent();
    terminal.sendText(`sh ./test.sh ${SECRET}`);
    await until('the end', () => eventsAfter(mark, 'terminal').length === 2);
    const [start, end] = eventsAfter(mark, 'terminal');
    const id = start?.['id'];
    assert.deepEqual(start, { class: 'test', phase: 'start', exitCode: null, id });
    assert.deepEqual(end, { class: 'test', phase: 'end', exitCode: 3, id });
    assert.equal(count(`SELECT count(*) FROM span WHERE id > ${span} AND activity = 5`), 1);
  });

  it('ends what runs in it when it is closed, and nobody knows how', async () => {
    const other = await openTerminal();
    const mark = lastEvent();
    other.sendText(`sleep 100 # ${SECRET}`);
    await until('the start', () => eventsAfter(mark, 'terminal').length === 1);
    other.dispose();
    await until('the end', () => eventsAfter(mark, 'terminal').length === 2);
    assert.deepEqual(
      eventsAfter(mark, 'terminal').map(({ phase, exitCode }) => [phase, exitCode]),
      [
        ['start', null],
        ['end', null],
      ],
    );
  });

  it('shows a commit within five seconds, with the time of the reflog', async () => {
    await openFile(makeRepository('shop', 'counter'));
    await untilOnBranch('counter');
    const mark = lastEvent();
    const identity = IDENTITY.map(word => `'${word}'`).join(' ');
    terminal.sendText(`git -C shop ${identity} commit --quiet --allow-empty -m '${SECRET}'`);
    await until('the commit', () => seenCommits(mark).length === 1, SEEN_MS);
    assert.deepEqual(seenCommits(mark), [lastCommit('shop')]);
    await until('the end', () => eventsAfter(mark, 'terminal').length === 2);
    assert.deepEqual(
      eventsAfter(mark, 'terminal').map(event => event['class']),
      ['git', 'git'],
    );
    assert.equal(timeSeen(mark), timeOfCommit('shop'));
  });

  it('leaves no word of a command or a message in the record or the log', async () => {
    await pause(WRITTEN_MS);
    const kept = filesBelow(STORAGE);
    assert.ok(kept.some(file => file.endsWith('andon.sqlite-wal')));
    const logs = filesBelow(path.join(STORAGE, '../../../logs')).filter(file => /andon/i.test(file));
    for (const file of [...kept, ...logs]) {
      assert.equal(fs.readFileSync(file).includes(SECRET), false, `${file} holds a command`);
    }
  });
});

describe('a repository', () => {
  before(async function () {
    this.timeout(90_000);
    await startRecord();
    const file = makeRepository('store', 'shelf');
    git('store', 'worktree', 'add', '--quiet', '-b', 'aside', '../store-aside');
    await openFile(file);
    await untilOnBranch('shelf');
    await openFile(vscode.Uri.joinPath(workspaceFolder().uri, 'store-aside/first.txt'));
    await untilOnBranch('aside');
  });

  it('tells of a commit that git makes outside VS Code', async () => {
    const mark = lastEvent();
    git('store', 'commit', '--quiet', '--allow-empty', '--message=Outside');
    await until('the commit', () => seenCommits(mark).length === 1, SEEN_MS);
    assert.deepEqual(seenCommits(mark), [lastCommit('store')]);
    assert.equal(timeSeen(mark), timeOfCommit('store'));
  });

  it('tells of one that no watcher sees', async () => {
    const files = vscode.workspace.getConfiguration('files');
    const unwatch = (globs: object | undefined) =>
      files.update('watcherExclude', globs, vscode.ConfigurationTarget.Global);
    await unwatch({ '**/.git/**': true });
    try {
      await pause(2000);
      const mark = lastEvent();
      git('store', 'commit', '--quiet', '--allow-empty', '--message=Unwatched');
      await until('the commit', () => seenCommits(mark).length === 1, SEEN_MS);
      assert.deepEqual(seenCommits(mark), [lastCommit('store')]);
    } finally {
      await unwatch(undefined);
    }
  });

  it('tells of one in a worktree', async () => {
    const mark = lastEvent();
    git('store-aside', 'commit', '--quiet', '--allow-empty', '--message=Aside');
    await until('the commit', () => seenCommits(mark).length === 1, SEEN_MS);
    assert.deepEqual(seenCommits(mark), [lastCommit('store-aside')]);
  });

  it('tells of a checkout, a merge and a rebase, each once', async () => {
    const mark = lastEvent();
    git('store', 'switch', '--quiet', '--create', 'next');
    git('store', 'merge', '--quiet', '--no-edit', 'aside');
    git('store-aside', 'commit', '--quiet', '--allow-empty', '--message=More');
    git('store-aside', 'rebase', '--quiet', '--keep-empty', 'next');
    const told = () => eventsAfter(mark, 'git').map(({ repo, event }) => `${String(repo)} ${String(event)}`);
    await until('the rebase', () => told().includes('store-aside rebase'), SEEN_MS);
    await pause(WRITTEN_MS);
    assert.deepEqual(told().sort(), [
      'store checkout',
      'store merge',
      'store-aside commit',
      'store-aside rebase',
    ]);
  });
});

function seenCommits(mark: number): string[] {
  return eventsAfter(mark, 'git')
    .filter(({ event }) => event === 'commit')
    .map(({ hash, repo }) => `${String(repo)} ${String(hash)}`);
}

function lastCommit(folder: string): string {
  return `${folder} ${git(folder, 'rev-parse', 'HEAD')}`;
}

/** The time of the last event of git after that number, epoch milliseconds. */
function timeSeen(mark: number): number {
  return count(`SELECT max(at) FROM event WHERE kind = 'git' AND id > ${mark}`);
}

/** As git says it, which knows seconds. */
function timeOfCommit(folder: string): number {
  return Number(git(folder, 'log', '-1', '--format=%ct')) * 1000;
}

function filesBelow(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name));
}
