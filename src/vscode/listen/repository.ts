import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import type { GitEvent } from '../../core/activity/signal.ts';
import { branchOfHead, gitDirOfFile } from '../../core/git/head.ts';
import { reflogEntries } from '../../core/git/reflog.ts';

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
  private readonly gitDir: vscode.Uri;
  private readonly onNews: (news: GitNews) => void;
  private readonly log: vscode.LogOutputChannel;
  private readonly disposables = new DisposableStore();
  /** How many lines of the reflog have been told; what was there at first counts as told. */
  private toldLines: number | null = null;
  private reading: Promise<void> = Promise.resolve();

  /** The repository that holds a folder; null where there is none. */
  static async around(
    folder: vscode.Uri,
    onNews: (news: GitNews) => void,
    log: vscode.LogOutputChannel,
  ): Promise<Repository | null> {
    for (let at = folder; ; at = vscode.Uri.joinPath(at, '..')) {
      const gitDir = await findGitDir(at);
      if (gitDir) {
        const repository = new Repository(at, gitDir, onNews, log);
        await repository.read();
        return repository;
      }
      if (at.path === '/' || at.path === vscode.Uri.joinPath(at, '..').path) return null;
    }
  }

  private constructor(
    root: vscode.Uri,
    gitDir: vscode.Uri,
    onNews: (news: GitNews) => void,
    log: vscode.LogOutputChannel,
  ) {
    this.root = root;
    this.gitDir = gitDir;
    this.onNews = onNews;
    this.log = log;
    const watcher = this.disposables.add(
      // The first commit makes the folder of the log: that is told of, and not the file in it.
      vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(gitDir, '{HEAD,logs,logs/HEAD}')),
    );
    const onEvent = () => {
      // One at a time: a rebase writes HEAD many times a second.
      this.reading = this.reading.then(() => this.read());
    };
    this.disposables.add(watcher.onDidChange(onEvent));
    this.disposables.add(watcher.onDidCreate(onEvent));
  }

  holds(uri: vscode.Uri): boolean {
    const root = this.root.path === '/' ? '' : this.root.path;
    return uri.scheme === this.root.scheme && uri.path.startsWith(`${root}/`);
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private async read(): Promise<void> {
    try {
      this.branch = branchOfHead(await readText(vscode.Uri.joinPath(this.gitDir, 'HEAD')));
      this.tellNews(await readText(vscode.Uri.joinPath(this.gitDir, 'logs', 'HEAD')));
    } catch (error) {
      // A repository without a commit has no reflog; one that is being deleted has nothing.
      this.toldLines ??= 0;
      this.log.debug(`Cannot read HEAD of ${this.root.path}`, error);
    }
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

async function findGitDir(folder: vscode.Uri): Promise<vscode.Uri | null> {
  const dotGit = vscode.Uri.joinPath(folder, '.git');
  const type = await typeOf(dotGit);
  if (type === null) return null;
  if (type & vscode.FileType.Directory) return dotGit;
  const target = gitDirOfFile(await readText(dotGit));
  if (target === null) return null;
  const isAbsolute = /^(?:\/|[A-Za-z]:[\\/])/.test(target);
  return isAbsolute
    ? folder.with({ path: target.replaceAll('\\', '/').replace(/^(?!\/)/, '/') })
    : vscode.Uri.joinPath(folder, target);
}

async function typeOf(uri: vscode.Uri): Promise<vscode.FileType | null> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type;
  } catch {
    return null;
  }
}

async function readText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}
