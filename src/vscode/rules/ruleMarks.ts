import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import { problemsInFile, type PlacedProblem } from '../../core/rules/problemsInFile.ts';

/** Somebody who types is not told in the middle of a word. */
const REST_MS = 300;

/** Shows in the editor, and under Problems, what is wrong with rules in files of settings: as they stand there, saved or not. */
export class RuleMarks implements vscode.Disposable {
  private readonly disposables = new DisposableStore();
  private readonly marks = this.disposables.add(vscode.languages.createDiagnosticCollection('andon'));
  private readonly watched = new Set<vscode.TextDocument>();
  /** Listens to what is typed only while there is something to watch. */
  private typing: vscode.Disposable | null = null;
  private rest: NodeJS.Timeout | undefined;

  constructor() {
    this.disposables.add(
      vscode.workspace.onDidCloseTextDocument(document => {
        this.leave(document);
      }),
    );
  }

  watch(document: vscode.TextDocument): void {
    // It may have been closed while this was loaded.
    if (document.isClosed) return;
    this.watched.add(document);
    this.typing ??= vscode.workspace.onDidChangeTextDocument(change => {
      if (this.watched.has(change.document)) this.markSoon(change.document);
    });
    this.mark(document);
  }

  dispose(): void {
    clearTimeout(this.rest);
    this.typing?.dispose();
    this.disposables.dispose();
  }

  private leave(document: vscode.TextDocument): void {
    if (!this.watched.delete(document)) return;
    this.marks.delete(document.uri);
    if (this.watched.size > 0) return;
    this.typing?.dispose();
    this.typing = null;
  }

  private markSoon(document: vscode.TextDocument): void {
    clearTimeout(this.rest);
    this.rest = setTimeout(() => {
      if (this.watched.has(document)) this.mark(document);
    }, REST_MS);
  }

  private mark(document: vscode.TextDocument): void {
    const problems = problemsInFile(document.getText());
    // What is no JSON at the moment keeps the marks that it had.
    if (problems)
      this.marks.set(
        document.uri,
        problems.map(problem => markOf(document, problem)),
      );
  }
}

function markOf(
  document: vscode.TextDocument,
  { offset, length, message }: PlacedProblem,
): vscode.Diagnostic {
  const range = new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
  const mark = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Warning);
  mark.source = 'Andon';
  return mark;
}
