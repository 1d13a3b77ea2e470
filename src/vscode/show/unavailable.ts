import * as vscode from 'vscode';
import type { RecordKeeper } from '../../runtime/recordKeeper.ts';

/** Says why nothing can be recorded, and what to do: each reason once. */
export function tellUnavailable(keeper: RecordKeeper, log: vscode.LogOutputChannel): vscode.Disposable {
  const told = new Set<string>();
  const subscription = keeper.onDidChangeState(state => {
    if (state.kind !== 'unavailable' || told.has(state.reason)) return;
    told.add(state.reason);
    void vscode.window
      .showWarningMessage(`Andon: ${state.reason} ${state.remedy}`, 'Show log')
      .then(answer => {
        if (answer) log.show();
      });
  });
  return new vscode.Disposable(() => {
    subscription.dispose();
  });
}
