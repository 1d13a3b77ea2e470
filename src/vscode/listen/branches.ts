import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import { Repository, type GitNews } from './repository.ts';

/**
 * Which branch a file is on, told at once from what is known of the repositories around the open folders.
 *
 * HEAD and the reflog are read through `workspace.fs`: that works without the Git extension, in Restricted Mode and in remote
 * windows, and sees what terminals and agents do.
 */
export class Branches implements vscode.Disposable {
  private readonly repositories = new Map<string, Repository>();
  /** Folders around which has been looked. */
  private readonly explored = new Set<string>();
  private readonly disposables = new DisposableStore();
  private readonly onNews: (news: GitNews) => void;
  private readonly log: vscode.LogOutputChannel;

  constructor(onNews: (news: GitNews) => void, log: vscode.LogOutputChannel) {
    this.onNews = onNews;
    this.log = log;
    this.disposables.add(
      vscode.workspace.onDidChangeWorkspaceFolders(({ added }) => {
        void this.explore(added.map(folder => folder.uri));
      }),
    );
  }

  /** The branch of the innermost known repository around a file; null: none, or detached. */
  at(uri: vscode.Uri): string | null {
    let found: Repository | undefined;
    for (const repository of this.repositories.values()) {
      if (!repository.holds(uri)) continue;
      if (!found || repository.root.path.length > found.root.path.length) found = repository;
    }
    return found?.branch ?? null;
  }

  /** Looks for the repositories that hold these folders, and watches them; also for one that is made there later. */
  async explore(folders: readonly vscode.Uri[]): Promise<void> {
    for (const folder of folders) this.awaitRepository(folder);
    await Promise.all(folders.map(folder => this.exploreOne(folder)));
  }

  /** Looks around a file's own folder, once: it may lie in a submodule. */
  visit(file: vscode.Uri): void {
    const folder = vscode.Uri.joinPath(file, '..');
    if (file.scheme === 'untitled' || this.explored.has(folder.toString())) return;
    void this.exploreOne(folder);
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private awaitRepository(folder: vscode.Uri): void {
    const pattern = new vscode.RelativePattern(folder, '{.git,.git/HEAD}');
    const watcher = this.disposables.add(
      vscode.workspace.createFileSystemWatcher(pattern, false, true, true),
    );
    this.disposables.add(
      watcher.onDidCreate(() => {
        void this.exploreOne(folder);
      }),
    );
  }

  private async exploreOne(folder: vscode.Uri): Promise<void> {
    this.explored.add(folder.toString());
    try {
      const repository = await Repository.around(folder, this.onNews, this.log);
      if (!repository) return;
      const key = repository.root.toString();
      if (this.repositories.has(key)) repository.dispose();
      else this.repositories.set(key, this.disposables.add(repository));
    } catch (error) {
      this.log.warn(`No branch is known for ${folder.path}`, error);
    }
  }
}
