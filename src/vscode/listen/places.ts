import * as vscode from 'vscode';
import type { Doc } from '../../core/activity/signal.ts';
import type { Branches } from './branches.ts';
import { relativePath, type Exclusions } from './exclusions.ts';
import type { Repository } from './repository.ts';

/** Documents of a person's work; everything else (output, source control input, settings) is not Andon's business. */
const SCHEMES = new Set(['file', 'vscode-remote', 'untitled', 'vscode-notebook-cell']);

/** Where a document stands, as the record names it. */
export interface Place {
  readonly doc: Doc;
  readonly uri: vscode.Uri;
  /** The repository around it, as it was known at `version` of the branches. */
  repository: Repository | null;
  version: number;
}

/** Knows each document's place; asked on every key press, so that an answer is kept. */
export class Places implements vscode.Disposable {
  private known = new WeakMap<vscode.TextDocument, Place | 'none'>();
  private readonly branches: Branches;
  private readonly exclusions: Exclusions;
  private readonly subscription: vscode.Disposable;

  constructor(branches: Branches, exclusions: Exclusions) {
    this.branches = branches;
    this.exclusions = exclusions;
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

  /** The place of a document that is looked at in a comparison: an earlier state of a file stands for the file. */
  ofCompared(document: vscode.TextDocument): Place | null {
    if (SCHEMES.has(document.uri.scheme)) return this.of(document);
    const { path } = document.uri;
    const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => path.startsWith(`${uri.path}/`));
    return folder ? this.at(folder.uri.with({ path }), document.languageId) : null;
  }

  /** The place of a notebook; `cell` (0-based) says which language is in work. */
  ofNotebook(notebook: vscode.NotebookDocument, cell: number): Place | null {
    const { uri, notebookType, cellCount } = notebook;
    if (!SCHEMES.has(uri.scheme)) return null;
    return this.at(uri, cell < cellCount ? notebook.cellAt(cell).document.languageId : notebookType);
  }

  branchOf(place: Place): string | null {
    const { branches } = this;
    if (place.version !== branches.version) {
      place.repository = branches.around(place.uri);
      place.version = branches.version;
    }
    return place.repository?.branch ?? null;
  }

  /** To be called when what is excluded has changed. */
  forget(): void {
    this.known = new WeakMap();
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private find(document: vscode.TextDocument): Place | null {
    return SCHEMES.has(document.uri.scheme) ? this.at(fileOf(document.uri), document.languageId) : null;
  }

  private at(uri: vscode.Uri, language: string): Place | null {
    if (this.exclusions.holds(uri)) return null;
    this.branches.visit(uri);
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const project = folder ? this.projectOf(folder) : null;
    // Outside every folder the name alone is kept: where it lies is nobody's business.
    const path = folder ? relativePath(folder.uri, uri) : uri.path.slice(uri.path.lastIndexOf('/') + 1);
    return { doc: { project, path, language }, uri, repository: null, version: -1 };
  }

  /** A folder's name; with its remote's, where two folders share one name. */
  private projectOf({ name, uri }: vscode.WorkspaceFolder): string {
    const namesakes = vscode.workspace.workspaceFolders?.filter(folder => folder.name === name) ?? [];
    const remote = namesakes.length > 1 ? this.branches.around(uri)?.remote : null;
    return remote ? `${name} (${remote})` : name;
  }
}

/** A notebook's cell stands in its notebook's file. */
function fileOf(uri: vscode.Uri): vscode.Uri {
  if (uri.scheme !== 'vscode-notebook-cell') return uri;
  const notebook = vscode.workspace.notebookDocuments.find(({ uri: { path } }) => path === uri.path);
  if (notebook) return notebook.uri;
  const base = vscode.workspace.workspaceFolders?.[0]?.uri;
  return uri.with({ scheme: base?.scheme ?? 'file', authority: base?.authority ?? '', fragment: '' });
}
