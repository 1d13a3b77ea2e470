import * as vscode from 'vscode';
import { ECHO_MS } from '../../core/activity/pulse.ts';
import type { EditListener } from './edits.ts';
import type { Emit } from './emit.ts';
import type { Places } from './places.ts';
import { viewOfActiveTab } from './view.ts';

/** Views that move again this soon are being scrolled. */
const BURST_MS = 500;

/** Turns moving the cursor, scrolling and changing editors into signals: a person is looking. */
export function listenToLooking(
  window: string,
  places: Places,
  edits: EditListener,
  emit: Emit,
): vscode.Disposable {
  let scrolledAt = -Infinity;

  function look(document: vscode.TextDocument): void {
    const place = places.of(document);
    if (!place) return;
    const branch = places.branchOf(place);
    emit({ kind: 'read', at: Date.now(), window, doc: place.doc, branch, view: viewOfActiveTab() });
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
      look(textEditor.document);
    }),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
      const now = Date.now();
      const isScroll = now - scrolledAt <= BURST_MS;
      scrolledAt = now;
      // Edits move the view, whoever makes them.
      if (now - edits.changedAt(textEditor.document) <= ECHO_MS) return;
      // So do programs that reveal a line and lenses that come and go. A person has touched a key or the mouse of late, or turns
      // the wheel, which VS Code does not count as being active: then the view moves many times a second.
      if (vscode.window.state.active || isScroll) look(textEditor.document);
    }),
    vscode.window.onDidChangeActiveTextEditor(editor => {
      const place = editor ? places.of(editor.document) : null;
      const branch = place ? places.branchOf(place) : null;
      emit({
        kind: 'open',
        at: Date.now(),
        window,
        doc: place?.doc ?? null,
        branch,
        view: viewOfActiveTab(),
      });
    }),
  );
}
