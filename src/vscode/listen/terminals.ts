import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import { isOfTask } from '../../core/activity/command/taskTerminal.ts';
import type { CommandClass } from '../../core/activity/signal.ts';
import type { Exclusions } from './exclusions.ts';
import type { EmitLate } from './lateSignals.ts';

interface Run {
  readonly execution: vscode.TerminalShellExecution;
  readonly class: Promise<CommandClass>;
  readonly id: string;
}

/**
 * Turns commands in terminals with shell integration into signals, by their class: the text is looked at here and goes no further.
 * What runs at the start is not seen, nor is what a shell inside the shell runs.
 */
export class TerminalListener implements vscode.Disposable {
  private readonly running = new Map<vscode.Terminal, Run>();
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
      vscode.window.onDidStartTerminalShellExecution(event => {
        this.onStart(event);
      }),
    );
    this.disposables.add(
      vscode.window.onDidEndTerminalShellExecution(event => {
        this.onEnd(event);
      }),
    );
    this.disposables.add(
      vscode.window.onDidCloseTerminal(terminal => {
        // Closing ends what runs in it; nobody says how.
        this.endRun(terminal, null);
      }),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private onStart({ terminal, shellIntegration, execution }: vscode.TerminalShellExecutionStartEvent): void {
    this.running.delete(terminal);
    const line = execution.commandLine.value;
    if (line.trim() === '' || isOfTask(startOf(terminal), line)) return;
    if (this.exclusions.holdsFolder(execution.cwd ?? shellIntegration.cwd)) return;
    const run: Run = { execution, class: classOf(line), id: `${++this.lastId}` };
    this.running.set(terminal, run);
    this.tell(run, 'start', null);
  }

  private onEnd({ terminal, execution, exitCode }: vscode.TerminalShellExecutionEndEvent): void {
    const run = this.running.get(terminal);
    if (run?.execution !== execution) return;
    if (exitCode !== undefined) {
      this.endRun(terminal, exitCode);
      return;
    }
    // Where the shell did not tell of an end, VS Code does at the next start, in the same breath: when it was is not known.
    queueMicrotask(() => {
      if (this.running.get(terminal) === run) this.endRun(terminal, null);
    });
  }

  private endRun(terminal: vscode.Terminal, exitCode: number | null): void {
    const run = this.running.get(terminal);
    if (!run) return;
    this.running.delete(terminal);
    this.tell(run, 'end', exitCode);
  }

  private tell(run: Run, phase: 'start' | 'end', exitCode: number | null): void {
    const nowhere = { window: this.window, doc: null, branch: null };
    const facts = { at: Date.now(), ...nowhere, phase, exitCode, id: run.id };
    this.emit(run.class.then(known => ({ kind: 'terminal', ...facts, class: known })));
  }
}

/** The tables of what commands are for are loaded with the first command. */
async function classOf(line: string): Promise<CommandClass> {
  const { classifyCommand } = await import('../../core/activity/command/classifyCommand.ts');
  return classifyCommand(line);
}

function startOf({ creationOptions }: vscode.Terminal): {
  shellArgs: string | readonly string[] | undefined;
} {
  return { shellArgs: 'shellArgs' in creationOptions ? creationOptions.shellArgs : undefined };
}
