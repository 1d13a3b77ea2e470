import * as vscode from 'vscode';
import type { Emit } from './emit.ts';
import type { Places } from './places.ts';

/**
 * Tells whether the window has the focus, and at the start where it stands: a reloaded window goes on in its project and branch.
 */
export function listenToWindowState(window: string, places: Places, emit: Emit): vscode.Disposable {
  function tell({ focused, active }: vscode.WindowState): void {
    const editor = vscode.window.activeTextEditor;
    const place = editor ? places.of(editor.document) : null;
    const branch = place ? places.branchOf(place) : null;
    emit({ kind: 'focus', at: Date.now(), window, doc: place?.doc ?? null, branch, focused, active });
  }

  tell(vscode.window.state);
  return vscode.window.onDidChangeWindowState(tell);
}
