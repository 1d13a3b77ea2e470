import * as vscode from 'vscode';
import type { EditListener } from './edits.ts';
import type { Emit } from './emit.ts';
import type { Places } from './places.ts';
import { viewOfActiveTab } from './view.ts';

/**
 * Turns saves into signals: those of the document in the active editor, by hand or on leaving it. What a timer saves, or a program
 * that has just edited the document, or an extension in another document, is no sign of a person.
 */
export function listenToSaves(
  window: string,
  places: Places,
  edits: EditListener,
  emit: Emit,
): vscode.Disposable {
  const byTimer = new WeakSet<vscode.TextDocument>();
  return vscode.Disposable.from(
    vscode.workspace.onWillSaveTextDocument(({ document, reason }) => {
      if (reason === vscode.TextDocumentSaveReason.AfterDelay) byTimer.add(document);
      else byTimer.delete(document);
    }),
    vscode.workspace.onDidSaveTextDocument(document => {
      const place = places.of(document);
      if (!place || vscode.window.activeTextEditor?.document !== document) return;
      if (byTimer.has(document) || edits.isLastByProgram(document)) return;
      emit({
        kind: 'save',
        at: Date.now(),
        window,
        doc: place.doc,
        branch: places.branchOf(place),
        view: viewOfActiveTab(),
      });
    }),
  );
}
