import * as vscode from 'vscode';
import { ECHO_MS } from '../../core/activity/pulse.ts';
import type { Emit } from './emit.ts';
import type { Places } from './places.ts';
import { Scrolling } from './scrolling.ts';
import { viewOfActiveTab, viewOfEditor } from './view.ts';

/**
 * Turns going from cell to cell, scrolling, opening and saving of notebooks into signals. What is typed into a cell is an edit of
 * its document, as anywhere; running cells, their outputs and cells that are moved earn nothing: programs do so too.
 */
export function listenToNotebooks(window: string, places: Places, emit: Emit): vscode.Disposable {
  const scrolling = new Scrolling();
  const changedAt = new WeakMap<vscode.NotebookDocument, number>();
  const savedByTimer = new WeakSet<vscode.NotebookDocument>();

  function tell(kind: 'read' | 'open' | 'save', editor: vscode.NotebookEditor, view: string | null): void {
    const place = places.ofNotebook(editor.notebook, editor.selection.start);
    if (!place) return;
    emit({ kind, at: Date.now(), window, doc: place.doc, branch: places.branchOf(place), view });
  }

  return vscode.Disposable.from(
    vscode.workspace.onDidChangeNotebookDocument(({ notebook }) => {
      changedAt.set(notebook, Date.now());
    }),
    vscode.window.onDidChangeNotebookEditorSelection(({ notebookEditor }) => {
      // It is not told who selects; nobody does who has not touched a key or the mouse.
      if (vscode.window.state.active) tell('read', notebookEditor, viewOfEditor(notebookEditor));
    }),
    vscode.window.onDidChangeNotebookEditorVisibleRanges(({ notebookEditor }) => {
      const now = Date.now();
      const isByPerson = scrolling.isByPerson(now);
      // Outputs move the view.
      if (now - (changedAt.get(notebookEditor.notebook) ?? -Infinity) <= ECHO_MS) return;
      if (isByPerson) tell('read', notebookEditor, viewOfEditor(notebookEditor));
    }),
    vscode.window.onDidChangeActiveNotebookEditor(editor => {
      // That none is active any more is told with the text editor that is.
      if (editor) tell('open', editor, viewOfActiveTab());
    }),
    vscode.workspace.onWillSaveNotebookDocument(({ notebook, reason }) => {
      if (reason === vscode.TextDocumentSaveReason.AfterDelay) savedByTimer.add(notebook);
      else savedByTimer.delete(notebook);
    }),
    vscode.workspace.onDidSaveNotebookDocument(notebook => {
      const editor = vscode.window.activeNotebookEditor;
      if (editor?.notebook !== notebook || savedByTimer.has(notebook)) return;
      tell('save', editor, viewOfActiveTab());
    }),
  );
}
