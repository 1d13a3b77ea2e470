import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import type { TaskFacts, TaskKind } from '../../core/activity/describeTask.ts';
import type { Exclusions } from './exclusions.ts';
import type { EmitLate } from './lateSignals.ts';

interface Run {
  readonly kind: Promise<TaskKind>;
  readonly name: string;
  readonly id: string;
  /** Its end is that of the process, which has an exit code. */
  hasProcess: boolean;
  hasEnded: boolean;
}

/** Turns tasks into signals: one start and one end of each, in whatever order VS Code tells of the task and of its process. */
export class TaskListener implements vscode.Disposable {
  /** null: excluded. */
  private readonly runs = new WeakMap<vscode.TaskExecution, Run | null>();
  private readonly disposables = new DisposableStore();
  private readonly window: string;
  private readonly exclusions: Exclusions;
  private readonly emit: EmitLate;
  private lastId = 0;

  constructor(window: string, exclusions: Exclusions, emit: EmitLate) {
    this.window = window;
    this.exclusions = exclusions;
    this.emit = emit;
    this.disposables.add(
      vscode.tasks.onDidStartTask(({ execution }) => {
        this.begin(execution);
      }),
    );
    this.disposables.add(
      vscode.tasks.onDidStartTaskProcess(({ execution }) => {
        const run = this.begin(execution);
        if (run) run.hasProcess = true;
      }),
    );
    this.disposables.add(
      vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
        this.end(this.runs.get(execution), exitCode ?? null);
      }),
    );
    this.disposables.add(
      vscode.tasks.onDidEndTask(({ execution }) => {
        const run = this.runs.get(execution);
        if (!run?.hasProcess) this.end(run, null);
      }),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private begin(execution: vscode.TaskExecution): Run | null {
    const known = this.runs.get(execution);
    if (known !== undefined) return known;
    const { task } = execution;
    const run = this.exclusions.holdsFolder(folderOf(task)) ? null : this.makeRun(task);
    this.runs.set(execution, run);
    if (run) this.tell(run, 'start', null);
    return run;
  }

  private makeRun(task: vscode.Task): Run {
    const { name, isBackground } = task;
    const kind = kindOf({
      name,
      isBackground,
      group: task.group?.id ?? null,
      script: scriptOf(task.definition),
      command: commandOf(task.execution),
    });
    return { kind, name, id: `${++this.lastId}`, hasProcess: false, hasEnded: false };
  }

  private end(run: Run | null | undefined, exitCode: number | null): void {
    if (!run || run.hasEnded) return;
    run.hasEnded = true;
    this.tell(run, 'end', exitCode);
  }

  private tell({ kind, name, id }: Run, phase: 'start' | 'end', exitCode: number | null): void {
    const nowhere = { window: this.window, doc: null, branch: null };
    const facts = { at: Date.now(), ...nowhere, name, phase, exitCode, id };
    this.emit(kind.then(known => ({ kind: 'task', ...facts, ...known })));
  }
}

/** The tables of what tasks are for are loaded with the first task. */
async function kindOf(facts: TaskFacts): Promise<TaskKind> {
  const { describeTask } = await import('../../core/activity/describeTask.ts');
  return describeTask(facts);
}

/** undefined: a task of no folder in particular. */
function folderOf({ scope }: vscode.Task): vscode.Uri | undefined {
  return typeof scope === 'object' ? scope.uri : undefined;
}

/** npm names a script, grunt and gulp a task, TypeScript an option. */
function scriptOf(definition: vscode.TaskDefinition): string | null {
  const named: unknown = definition['script'] ?? definition['task'] ?? definition['option'];
  return typeof named === 'string' ? named : null;
}

function commandOf(execution: vscode.Task['execution']): string | null {
  if (execution instanceof vscode.ProcessExecution) return [execution.process, ...execution.args].join(' ');
  if (!(execution instanceof vscode.ShellExecution)) return null;
  if (execution.commandLine !== undefined) return execution.commandLine;
  const words = [execution.command, ...(execution.args ?? [])];
  return words.map(word => (typeof word === 'string' ? word : (word?.value ?? ''))).join(' ');
}
