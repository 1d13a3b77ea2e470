import * as vscode from 'vscode';
import type { Doc } from '../../core/activity/signal.ts';
import type { Branches } from './branches.ts';

/** Documents of a person's work; everything else (output, source control input, settings) is not Andon's business. */
const SCHEMES = new Set(['file', 'vscode-remote', 'untitled', 'vscode-notebook-cell']);

/** Where a document stands, as the record names it. */
export interface Place {
  readonly doc: Doc;
  readonly uri: vscode.Uri;
}

/** Knows each document's place; asked on every key press, so that an answer is kept. */
export class Places implements vscode.Disposable {
  private known = new WeakMap<vscode.TextDocument, Place | 'none'>();
  private readonly branches: Branches;
  private readonly excluded: () => readonly vscode.Uri[];
  private readonly subscription: vscode.Disposable;

  /** Of the `excluded` folders nothing is recorded. */
  constructor(branches: Branches, excluded: () => readonly vscode.Uri[]) {
    this.branches = branches;
    this.excluded = excluded;
    this.subscription = vscode.workspace.onDidChangeWorkspaceFolders(() => {
      this.forget();
    });
  }

  /** null: nothing of this document is recorded. */
  of(document: vscode.TextDocument): Place | null {
    const known = this.known.get(document);
    if (known === 'none') return null;
    // A document keeps its identity when its language is changed.
    if (known && known.doc.language === document.languageId) return known;
    const place = this.find(document);
    this.known.set(document, place ?? 'none');
    return place;
  }

  branchOf(place: Place): string | null {
    return this.branches.at(place.uri);
  }

  /** To be called when what is excluded has changed. */
  forget(): void {
    this.known = new WeakMap();
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private find(document: vscode.TextDocument): Place | null {
    if (!SCHEMES.has(document.uri.scheme)) return null;
    const uri = fileOf(document.uri);
    if (isInside(uri, this.excluded())) return null;
    this.branches.visit(uri);
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const project = folder?.name ?? null;
    // Outside every folder the name alone is kept: where it lies is nobody's business.
    const path = folder ? relativePath(folder.uri, uri) : uri.path.slice(uri.path.lastIndexOf('/') + 1);
    return { doc: { project, path, language: document.languageId }, uri };
  }
}

/** Whether a file or folder is one of some folders, or lies in one. */
export function isInside({ path }: vscode.Uri, folders: readonly vscode.Uri[]): boolean {
  return folders.some(folder => {
    const root = folder.path.replace(/\/+$/, '');
    return path === root || path.startsWith(`${root}/`);
  });
}

/** A notebook's cell stands in its notebook's file. */
function fileOf(uri: vscode.Uri): vscode.Uri {
  if (uri.scheme !== 'vscode-notebook-cell') return uri;
  const base = vscode.workspace.workspaceFolders?.[0]?.uri;
  return uri.with({ scheme: base?.scheme ?? 'file', authority: base?.authority ?? '', fragment: '' });
}

function relativePath(folder: vscode.Uri, uri: vscode.Uri): string {
  const root = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return uri.path.startsWith(root) ? uri.path.slice(root.length) : uri.path;
}
