import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { count, eventsAfter, lastEvent, rows, startRecord } from './support/record.ts';
import { pause, until, WRITTEN_MS } from './support/wait.ts';
import { openFile, type, workspaceFolder, writeFile } from './support/workspace.ts';

const spansOf = (activity: string, path = '') =>
  count(`SELECT count(*) FROM spans WHERE activity = '${activity}' AND coalesce(path, '') LIKE '${path}%'`);
const earned = () => count('SELECT coalesce(sum(ms), 0) + 1000 * count(*) FROM span');

describe('tasks', function () {
  this.timeout(60_000);
  before(async () => {
    await startRecord();
    await openFile(writeFile('b.ts', 'export const b = 2;\n'));
  });

  function task(name: string, execution: vscode.Task['execution'], group?: vscode.TaskGroup): vscode.Task {
    const made = new vscode.Task({ type: 'made' }, workspaceFolder(), name, 'test', execution);
    if (group) made.group = group;
    return made;
  }

  async function run(made: vscode.Task): Promise<number> {
    const mark = lastEvent();
    await vscode.tasks.executeTask(made);
    await until('the end', () => eventsAfter(mark, 'task').some(({ phase }) => phase === 'end'), 25_000);
    return mark;
  }

  it('that fail are events with their exit code, and time spent building', async () => {
    const before = spansOf('building');
    const mark = await run(task('compile', new vscode.ShellExecution('exit 3'), vscode.TaskGroup.Build));
    assert.deepEqual(
      eventsAfter(mark, 'task').map(({ id, ...event }) => ({ ...event, hasId: typeof id === 'string' })),
      [
        { group: 'build', background: false, phase: 'start', exitCode: null, hasId: true },
        { group: 'build', background: false, phase: 'end', exitCode: 3, hasId: true },
      ],
    );
    const ids = eventsAfter(mark, 'task').map(({ id }) => id);
    assert.equal(ids[0], ids[1]);
    assert.equal(spansOf('building'), before + 1);
  });

  it('are not taken for commands typed into their terminal', async () => {
    const mark = await run(task('p', new vscode.ProcessExecution('sleep', ['1'])));
    await run(task('q', new vscode.ShellExecution('npm test --help')));
    await pause(WRITTEN_MS);
    assert.deepEqual(eventsAfter(mark, 'terminal'), []);
  });

  it('that watch in the background earn nothing, declared or not', async () => {
    const before = earned();
    const declared = task('compile', new vscode.ShellExecution('sleep 1'), vscode.TaskGroup.Build);
    declared.isBackground = true;
    const mark = await run(declared);
    await run(task('watch', new vscode.ShellExecution('sleep 1'), vscode.TaskGroup.Build));
    assert.deepEqual(
      eventsAfter(mark, 'task').map(({ background }) => background),
      [true, true, true, true],
    );
    assert.equal(earned(), before);
  });

  it('keep no name', () => {
    assert.equal(count(`SELECT count(*) FROM event WHERE kind = 'task' AND detail LIKE '%compile%'`), 0);
  });
});

describe('debugging', () => {
  before(() => startRecord());

  it('makes looking at code debugging, from its start to its stop, told once for all sessions inside', async function () {
    this.timeout(60_000);
    const program = writeFile('wait.js', 'setTimeout(() => {}, 4000);\n').fsPath;
    const editor = await openFile(writeFile('looked.ts', 'export const looked = 1;\n'));
    const mark = lastEvent();
    const session = {
      type: 'node',
      request: 'launch',
      name: 'wait',
      program,
      internalConsoleOptions: 'neverOpen',
    };
    assert.equal(await vscode.debug.startDebugging(workspaceFolder(), session), true);
    await until('the start', () => eventsAfter(mark, 'debug').length > 0, 20_000);
    await openFile(editor.document.uri);
    await vscode.commands.executeCommand('cursorRight');
    await until('debugging', () => spansOf('debugging', 'looked.ts') > 0);
    await until('the stop', () => eventsAfter(mark, 'debug').length > 1, 20_000);
    const events = eventsAfter(mark, 'debug');
    assert.deepEqual(
      events.map(({ phase }) => phase),
      ['start', 'stop'],
    );
    assert.equal(events[0]!['id'], events[1]!['id']);
  });

  it('is not what runs without it', async function () {
    this.timeout(60_000);
    const program = writeFile('short.js', '\n').fsPath;
    const mark = lastEvent();
    const session = {
      type: 'node',
      request: 'launch',
      name: 'run',
      program,
      internalConsoleOptions: 'neverOpen',
    };
    const ended = new Promise(resolve => vscode.debug.onDidTerminateDebugSession(resolve));
    assert.equal(await vscode.debug.startDebugging(workspaceFolder(), session, { noDebug: true }), true);
    await ended;
    await pause(WRITTEN_MS);
    assert.deepEqual(eventsAfter(mark, 'debug'), []);
  });
});

describe('diagnostics', () => {
  let editor: vscode.TextEditor;
  let collection: vscode.DiagnosticCollection;
  before(async () => {
    await startRecord();
    editor = await openFile(writeFile('wrong.txt', 'wrong\n'));
    collection = vscode.languages.createDiagnosticCollection('test');
  });
  after(() => {
    collection.dispose();
  });

  const problem = (message: string, severity: vscode.DiagnosticSeverity) =>
    new vscode.Diagnostic(new vscode.Range(0, 0, 0, 5), message, severity);

  /** Of a document: a language server may have its own to say of others. */
  const toldOf = (path: string) =>
    rows(`SELECT detail FROM events WHERE kind = 'diagnostics' AND path = '${path}' ORDER BY id`).map(
      ({ detail }) => detail,
    );

  it('are counted where they are errors of a document in sight, once for each count', async () => {
    const { Error, Warning } = vscode.DiagnosticSeverity;
    const { uri } = editor.document;
    collection.set(uri, [problem('one', Error), problem('two', Error), problem('three', Warning)]);
    collection.set(vscode.Uri.joinPath(workspaceFolder().uri, 'unseen.txt'), [problem('unseen', Error)]);
    await until('two errors', () => toldOf('wrong.txt').length === 1);
    collection.set(uri, [problem('four', Error), problem('five', Error)]);
    await pause(3000 + WRITTEN_MS);
    collection.delete(uri);
    await until('none', () => toldOf('wrong.txt').length === 2);
    assert.deepEqual(toldOf('wrong.txt'), ['{"errors":2}', '{"errors":0}']);
    assert.deepEqual(toldOf('unseen.txt'), []);
  });
});

describe('notebooks', () => {
  before(() => startRecord());

  it('count what is typed into a cell as edits of the notebook, and nothing of its outputs', async () => {
    const cell = { cell_type: 'code', metadata: {}, source: ['a = 1'], outputs: [], execution_count: null };
    const file = writeFile(
      'lamp.ipynb',
      JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [{ ...cell, id: 'a' }] }),
    );
    await vscode.commands.executeCommand('vscode.open', file);
    await until('the notebook', () => vscode.window.activeNotebookEditor !== undefined);
    const { notebook } = vscode.window.activeNotebookEditor!;
    await until('the cell', () => vscode.window.visibleTextEditors.some(isCell));
    await vscode.commands.executeCommand('notebook.cell.edit');
    await until('the cell in work', () => isCell(vscode.window.activeTextEditor));
    await type('x');
    await until('the edit', () => notebook.cellAt(0).document.getText().includes('x'));
    await until('the tally', () => tallied().length > 0);
    assert.deepEqual(tallied(), [{ path: 'lamp.ipynb', typed: 1 }]);
    const before = earned();
    await pause(600);
    const edit = new vscode.WorkspaceEdit();
    edit.set(notebook.uri, [
      vscode.NotebookEdit.insertCells(0, [
        new vscode.NotebookCellData(vscode.NotebookCellKind.Code, 'made = 1', 'python'),
      ]),
    ]);
    await vscode.workspace.applyEdit(edit);
    await pause(WRITTEN_MS);
    assert.equal(spansOf('coding', 'lamp.ipynb'), 1);
    assert.ok(earned() - before < 1000, 'a program earned time');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  const isCell = (editor: vscode.TextEditor | undefined) =>
    editor?.document.uri.scheme === 'vscode-notebook-cell';
  const tallied = () =>
    rows(`SELECT path, sum(typed) AS typed FROM edits WHERE path LIKE '%.ipynb' GROUP BY path`);
});

describe('comparisons', () => {
  before(() => startRecord());
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('of two files are reviewing', async () => {
    const [left, right] = [writeFile('left.txt', 'a\nb\n'), writeFile('right.txt', 'a\nc\n')];
    await vscode.commands.executeCommand('vscode.diff', left, right, 'compare');
    await until('the right side', () => vscode.window.activeTextEditor?.document.fileName === right.fsPath);
    await vscode.commands.executeCommand('cursorDown');
    await until('reviewing', () => spansOf('reviewing', 'right.txt') > 0);
  });

  it('of many files in one tab are reviewing', async () => {
    const [left, right] = [writeFile('left.txt', 'a\nb\n'), writeFile('many.txt', 'a\nc\n')];
    await vscode.commands.executeCommand('vscode.changes', 'Changes', [[right, left, right]]);
    await until('an editor', () => vscode.window.activeTextEditor?.document.fileName === right.fsPath);
    await vscode.commands.executeCommand('cursorDown');
    await until('reviewing', () => spansOf('reviewing', 'many.txt') > 0);
  });

  it('end with the tab: a file alone is reading', async () => {
    const before = spansOf('reviewing');
    await openFile(writeFile('alone.txt', 'a\nb\n'));
    await vscode.commands.executeCommand('cursorDown');
    await until('reading', () => spansOf('reading', 'alone.txt') > 0);
    assert.equal(spansOf('reviewing'), before);
  });
});
