import * as vscode from 'vscode';
import type { Emit } from './emit.ts';
import type { Exclusions } from './exclusions.ts';

/**
 * Turns debug sessions into signals. Sessions inside another (of a process that the debugged one started) come and go by
 * themselves, so that only the outermost is told of; running without debugging is not debugging.
 */
export function listenToDebugging(window: string, exclusions: Exclusions, emit: Emit): vscode.Disposable {
  const underWay = new Set<string>();

  function tell(phase: 'start' | 'stop', id: string): void {
    emit({ kind: 'debug', at: Date.now(), window, doc: null, branch: null, phase, id });
  }

  return vscode.Disposable.from(
    vscode.debug.onDidStartDebugSession(({ id, parentSession, configuration, workspaceFolder }) => {
      if (parentSession || configuration['noDebug'] === true) return;
      if (underWay.has(id) || exclusions.holdsFolder(workspaceFolder?.uri)) return;
      underWay.add(id);
      tell('start', id);
    }),
    vscode.debug.onDidTerminateDebugSession(({ id }) => {
      if (underWay.delete(id)) tell('stop', id);
    }),
  );
}
