import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import { classifyCommand } from '../../core/activity/command/classifyCommand.ts';
import { isOfTask } from '../../core/activity/command/taskTerminal.ts';
import type { CommandClass } from '../../core/activity/signal.ts';
import type { Emit } from './emit.ts';
import type { Exclusions } from './exclusions.ts';

interface Run {
  readonly execution: vscode.TerminalShellExecution;
  readonly class: CommandClass;
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
  private readonly emit: Emit;
  private lastId = 0;

  constructor(window: string, exclusions: Exclusions, emit: Emit) {
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
    const run: Run = { execution, class: classifyCommand(line), id: `${++this.lastId}` };
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
    this.emit({
      kind: 'terminal',
      at: Date.now(),
      window: this.window,
      doc: null,
      branch: null,
      class: run.class,
      phase,
      exitCode,
      id: run.id,
    });
  }
}

function startOf({ creationOptions }: vscode.Terminal): {
  shellArgs: string | readonly string[] | undefined;
} {
  return { shellArgs: 'shellArgs' in creationOptions ? creationOptions.shellArgs : undefined };
}
