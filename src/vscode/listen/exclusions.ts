import * as vscode from 'vscode';
import { makeExcluder, type Excluder } from '../../core/exclude/excluder.ts';

/** What the user left out of the record. */
export interface ExcludedPlaces {
  readonly folders: readonly vscode.Uri[];
  readonly globs: readonly string[];
}

/** Knows of which files and folders nothing is recorded. */
export class Exclusions {
  private readonly places: () => ExcludedPlaces;
  private excludes: Excluder;

  constructor(places: () => ExcludedPlaces) {
    this.places = places;
    this.excludes = read(places());
  }

  holds(uri: vscode.Uri): boolean {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    return this.excludes(uri.path, folder ? relativePath(folder.uri, uri) : null);
  }

  /** What happens nobody knows where may happen in any open folder: it is left out where one of them is. */
  holdsFolder(folder: vscode.Uri | undefined): boolean {
    if (folder) return this.holds(folder);
    return (vscode.workspace.workspaceFolders ?? []).some(({ uri }) => this.holds(uri));
  }

  /** To be called when what is excluded has changed. */
  refresh(): void {
    this.excludes = read(this.places());
  }
}

function read({ folders, globs }: ExcludedPlaces): Excluder {
  return makeExcluder({
    folders: folders.map(folder => folder.path),
    globs,
    // Files of a remote machine may differ in case only; then more is left out, never less.
    ignoreCase: process.platform === 'win32' || process.platform === 'darwin',
  });
}

/** Empty for the folder itself. */
export function relativePath(folder: vscode.Uri, { path }: vscode.Uri): string {
  const root = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return path.startsWith(root) ? path.slice(root.length) : path === folder.path ? '' : path;
}
