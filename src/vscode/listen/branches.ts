import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import { GitFolders } from './gitFolder.ts';
import { Repository, type GitNews } from './repository.ts';

/** What no watcher tells of is seen this soon. */
const GLANCE_MS = 4_000;

/**
 * Which branch a file is on, told at once from what is known of the repositories around the open folders.
 *
 * HEAD and the reflog are read through `workspace.fs`: that works without the Git extension, in Restricted Mode and in remote
 * windows, and sees what terminals and agents do.
 */
export class Branches implements vscode.Disposable {
  private readonly folders = new GitFolders();
  private readonly repositories = new Map<string, Repository>();
  /** Repositories that are being read for the first time, too. */
  private readonly met = new Set<string>();
  /** Folders around which has been looked. */
  private readonly explored = new Set<string>();
  private readonly disposables = new DisposableStore();
  private readonly onNews: (news: GitNews) => void;
  private readonly log: vscode.LogOutputChannel;
  private readonly glancing: NodeJS.Timeout;

  /** Rises when there is another repository: what `around` answered may be another then. */
  version = 0;

  constructor(onNews: (news: GitNews) => void, log: vscode.LogOutputChannel) {
    this.onNews = onNews;
    this.log = log;
    this.disposables.add(
      vscode.workspace.onDidChangeWorkspaceFolders(({ added }) => {
        void this.explore(added.map(folder => folder.uri));
      }),
    );
    this.glancing = setInterval(() => {
      for (const repository of this.repositories.values()) void repository.glance();
    }, GLANCE_MS);
  }

  /** The innermost known repository around a file or folder. */
  around(file: vscode.Uri): Repository | null {
    let found: Repository | null = null;
    for (const repository of this.repositories.values()) {
      if (!repository.holds(file)) continue;
      if (!found || repository.root.path.length > found.root.path.length) found = repository;
    }
    return found;
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
    clearInterval(this.glancing);
    this.disposables.dispose();
  }

  private awaitRepository(folder: vscode.Uri): void {
    const pattern = new vscode.RelativePattern(folder, '{.git,.git/HEAD}');
    const watcher = this.disposables.add(
      vscode.workspace.createFileSystemWatcher(pattern, false, true, true),
    );
    this.disposables.add(
      watcher.onDidCreate(() => {
        this.folders.forget();
        void this.exploreOne(folder);
      }),
    );
  }

  private async exploreOne(folder: vscode.Uri): Promise<void> {
    this.explored.add(folder.toString());
    try {
      const found = await this.folders.around(folder);
      const key = found?.root.toString() ?? '';
      if (!found || this.met.has(key)) return;
      this.met.add(key);
      const repository = this.disposables.add(new Repository(found, this.onNews, this.log));
      await repository.begin();
      this.repositories.set(key, repository);
      this.version++;
    } catch (error) {
      this.log.debug(`No branch is known for ${folder.path}`, error);
    }
  }
}
