import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import type { Emit } from './emit.ts';
import type { Places } from './places.ts';

/** Errors come and go while one types: a count must have stood this long to be told. */
const QUIET_MS = 3_000;
/** Where it never stands, it is told this often all the same. */
const LATEST_MS = 30_000;

/** Turns the errors of the documents in sight into signals: how many there are, never what they say. */
export class DiagnosticsListener implements vscode.Disposable {
  /** What was last told; a document of which nothing was told has none. */
  private readonly told = new WeakMap<vscode.TextDocument, number>();
  private readonly disposables = new DisposableStore();
  private readonly window: string;
  private readonly places: Places;
  private readonly emit: Emit;
  private timer: NodeJS.Timeout | undefined;
  /** Since when something may be different; null: nothing is. */
  private changedSince: number | null = null;

  constructor(window: string, places: Places, emit: Emit) {
    this.window = window;
    this.places = places;
    this.emit = emit;
    const onChange = () => {
      this.wait(Date.now());
    };
    this.disposables.add(
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some(isInSight)) onChange();
      }),
    );
    this.disposables.add(vscode.window.onDidChangeVisibleTextEditors(onChange));
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.disposables.dispose();
  }

  private wait(now: number): void {
    this.changedSince ??= now;
    clearTimeout(this.timer);
    const rest = Math.min(QUIET_MS, this.changedSince + LATEST_MS - now);
    this.timer = setTimeout(() => {
      this.changedSince = null;
      this.tellAll();
    }, rest);
  }

  private tellAll(): void {
    for (const { document } of vscode.window.visibleTextEditors) {
      const place = this.places.of(document);
      if (!place) continue;
      const errors = countErrors(document.uri);
      if (errors === (this.told.get(document) ?? 0)) continue;
      this.told.set(document, errors);
      const { window, places } = this;
      const { doc } = place;
      this.emit({ kind: 'diagnostics', at: Date.now(), window, doc, branch: places.branchOf(place), errors });
    }
  }
}

function isInSight(uri: vscode.Uri): boolean {
  return vscode.window.visibleTextEditors.some(({ document }) => document.uri.path === uri.path);
}

function countErrors(uri: vscode.Uri): number {
  const { Error } = vscode.DiagnosticSeverity;
  return vscode.languages.getDiagnostics(uri).filter(({ severity }) => severity === Error).length;
}
