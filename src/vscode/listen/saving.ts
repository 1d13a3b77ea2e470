import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';

/** A save that has not ended by then has failed, and nobody tells. */
const SAVED_WITHIN_MS = 5_000;

/** Knows which documents are being saved, since formatters edit between the two events. */
export class Saving implements vscode.Disposable {
  private readonly since = new WeakMap<vscode.TextDocument, number>();
  private readonly disposables = new DisposableStore();

  constructor() {
    this.disposables.add(
      vscode.workspace.onWillSaveTextDocument(({ document }) => {
        this.since.set(document, Date.now());
      }),
    );
    this.disposables.add(
      vscode.workspace.onDidSaveTextDocument(document => {
        this.since.delete(document);
      }),
    );
  }

  isSaving(document: vscode.TextDocument, now: number): boolean {
    const since = this.since.get(document);
    return since !== undefined && now - since <= SAVED_WITHIN_MS;
  }

  dispose(): void {
    this.disposables.dispose();
  }
}
