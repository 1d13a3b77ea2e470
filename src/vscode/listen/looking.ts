import * as vscode from 'vscode';
import { ECHO_MS } from '../../core/activity/pulse.ts';
import type { EditListener } from './edits.ts';
import type { Emit } from './emit.ts';
import type { Place, Places } from './places.ts';
import { Scrolling } from './scrolling.ts';
import { viewOfActiveTab, viewOfEditor } from './view.ts';

/** Turns moving the cursor, scrolling and changing editors into signals: a person is looking. */
export function listenToLooking(
  window: string,
  places: Places,
  edits: EditListener,
  emit: Emit,
): vscode.Disposable {
  const scrolling = new Scrolling();

  function placeOf({ document }: vscode.TextEditor, view: string | null): Place | null {
    return view === 'diff' ? places.ofCompared(document) : places.of(document);
  }

  function look(editor: vscode.TextEditor): void {
    const view = viewOfEditor(editor);
    const place = placeOf(editor, view);
    if (!place) return;
    emit({ kind: 'read', at: Date.now(), window, doc: place.doc, branch: places.branchOf(place), view });
  }

  return vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
      // An extension that edits or sets the selection moves it too, but by no key and no mouse.
      if (
        kind !== vscode.TextEditorSelectionChangeKind.Keyboard &&
        kind !== vscode.TextEditorSelectionChangeKind.Mouse
      ) {
        return;
      }
      look(textEditor);
    }),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
      const now = Date.now();
      const isByPerson = scrolling.isByPerson(now);
      // Edits move the view, whoever makes them.
      if (now - edits.changedAt(textEditor.document) <= ECHO_MS) return;
      if (isByPerson) look(textEditor);
    }),
    vscode.window.onDidChangeActiveTextEditor(editor => {
      const view = viewOfActiveTab();
      const place = editor ? placeOf(editor, view) : null;
      const branch = place ? places.branchOf(place) : null;
      emit({ kind: 'open', at: Date.now(), window, doc: place?.doc ?? null, branch, view });
    }),
  );
}
