import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import type { GitEvent } from '../../core/activity/signal.ts';
import { branchOfHead } from '../../core/git/head.ts';
import { reflogEntries } from '../../core/git/reflog.ts';
import { remoteName } from '../../core/git/remote.ts';
import { commonDir, readText, statOf, type GitFolder } from './gitFolder.ts';

/** Something that git did in a repository, whoever told it to. */
export interface GitNews {
  /** Epoch milliseconds. */
  readonly at: number;
  /** The repository's folder. */
  readonly root: vscode.Uri;
  readonly branch: string | null;
  readonly event: GitEvent;
  readonly hash: string;
}

/** One repository's HEAD, followed through the file system. */
export class Repository implements vscode.Disposable {
  readonly root: vscode.Uri;
  branch: string | null = null;
  /** Its remote's name, where it has one. */
  remote: string | null = null;
  private readonly gitDir: vscode.Uri;
  private readonly head: vscode.Uri;
  private readonly reflog: vscode.Uri;
  private readonly onNews: (news: GitNews) => void;
  private readonly log: vscode.LogOutputChannel;
  private readonly disposables = new DisposableStore();
  /** How many lines of the reflog have been told; what was there at first counts as told. */
  private toldLines: number | null = null;
  /** The reflog's time and size when it was last read. */
  private readState = '';
  private reading: Promise<void> = Promise.resolve();
  private isWaiting = false;
  private isDisposed = false;

  constructor({ root, gitDir }: GitFolder, onNews: (news: GitNews) => void, log: vscode.LogOutputChannel) {
    this.root = root;
    this.gitDir = gitDir;
    this.head = vscode.Uri.joinPath(gitDir, 'HEAD');
    this.reflog = vscode.Uri.joinPath(gitDir, 'logs', 'HEAD');
    this.onNews = onNews;
    this.log = log;
    const watcher = this.disposables.add(
      // The first commit makes the folder of the log: that is told of, and not the file in it.
      vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(gitDir, '{HEAD,logs,logs/HEAD}')),
    );
    const onEvent = () => {
      void this.follow();
    };
    this.disposables.add(watcher.onDidChange(onEvent));
    this.disposables.add(watcher.onDidCreate(onEvent));
  }

  /** To be called first: learns what is there already. Never rejects. */
  async begin(): Promise<void> {
    await this.follow();
    try {
      this.remote = remoteName(await readText(vscode.Uri.joinPath(await commonDir(this.gitDir), 'config')));
    } catch (error) {
      this.log.debug(`Cannot read the remotes of ${this.root.path}`, error);
    }
  }

  /** Reads HEAD, and tells what is new in the reflog. Never rejects. */
  follow(): Promise<void> {
    // One at a time, and one that has not begun will see all: a rebase writes HEAD many times a second.
    if (!this.isWaiting) {
      this.isWaiting = true;
      this.reading = this.reading.then(() => {
        this.isWaiting = false;
        return this.isDisposed ? undefined : this.read();
      });
    }
    return this.reading;
  }

  /** Follows where the reflog has changed: watchers do not see everything, such as what `files.watcherExclude` names. */
  async glance(): Promise<void> {
    if ((await this.stateOfReflog()) !== this.readState) await this.follow();
  }

  /** Whether a file or folder lies in it, or is its own folder. */
  holds(uri: vscode.Uri): boolean {
    const root = this.root.path === '/' ? '' : this.root.path;
    return uri.scheme === this.root.scheme && `${uri.path}/`.startsWith(`${root}/`);
  }

  dispose(): void {
    this.isDisposed = true;
    this.disposables.dispose();
  }

  private async read(): Promise<void> {
    try {
      this.readState = await this.stateOfReflog();
      this.branch = branchOfHead(await readText(this.head));
      this.tellNews(await readText(this.reflog));
    } catch (error) {
      // A repository without a commit has no reflog; one that is being deleted has nothing.
      if (this.readState === '') this.toldLines ??= 0;
      this.log.debug(`Cannot read HEAD of ${this.root.path}`, error);
    }
  }

  private async stateOfReflog(): Promise<string> {
    const stat = await statOf(this.reflog);
    return stat ? `${stat.mtime} ${stat.size}` : '';
  }

  private tellNews(reflog: string): void {
    const lines = reflog.split('\n').slice(0, -1);
    for (const { at, hash, event } of reflogEntries(lines, this.toldLines ?? lines.length)) {
      this.onNews({ at, root: this.root, branch: this.branch, event, hash });
    }
    // Git shortens a reflog now and then.
    this.toldLines = lines.length;
  }
}
