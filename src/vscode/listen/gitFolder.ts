import * as vscode from 'vscode';
import { gitDirOfFile } from '../../core/git/head.ts';

/** A repository's folder, and the one where git keeps what it knows of it: elsewhere for worktrees and submodules. */
export interface GitFolder {
  readonly root: vscode.Uri;
  readonly gitDir: vscode.Uri;
}

/** Finds the repositories around folders; each folder is looked into once. */
export class GitFolders {
  private readonly known = new Map<string, Promise<GitFolder | null>>();

  /** The innermost repository that holds a folder; null where there is none. Rejects where a folder cannot be read. */
  around(folder: vscode.Uri): Promise<GitFolder | null> {
    const key = folder.toString();
    let found = this.known.get(key);
    if (!found) {
      found = this.look(folder);
      this.known.set(key, found);
      // It may be readable another time.
      found.catch(() => this.known.delete(key));
    }
    return found;
  }

  /** To be called when a repository was made. */
  forget(): void {
    this.known.clear();
  }

  private async look(folder: vscode.Uri): Promise<GitFolder | null> {
    const gitDir = await findGitDir(folder);
    if (gitDir) return { root: folder, gitDir };
    const parent = vscode.Uri.joinPath(folder, '..');
    return parent.path === folder.path ? null : this.around(parent);
  }
}

async function findGitDir(folder: vscode.Uri): Promise<vscode.Uri | null> {
  const dotGit = vscode.Uri.joinPath(folder, '.git');
  const type = (await statOf(dotGit))?.type;
  if (type === undefined) return null;
  if (type & vscode.FileType.Directory) return dotGit;
  const target = gitDirOfFile(await readText(dotGit));
  return target === null ? null : resolve(folder, target);
}

/** Where a repository's settings lie: a worktree shares those of its main one. */
export async function commonDir(gitDir: vscode.Uri): Promise<vscode.Uri> {
  const file = vscode.Uri.joinPath(gitDir, 'commondir');
  return (await statOf(file)) ? resolve(gitDir, (await readText(file)).trim()) : gitDir;
}

function resolve(folder: vscode.Uri, target: string): vscode.Uri {
  const isAbsolute = /^(?:\/|[A-Za-z]:[\\/])/.test(target);
  return isAbsolute
    ? folder.with({ path: target.replaceAll('\\', '/').replace(/^(?!\/)/, '/') })
    : vscode.Uri.joinPath(folder, target);
}

/** undefined where there is no such file. */
export async function statOf(uri: vscode.Uri): Promise<vscode.FileStat | undefined> {
  try {
    return await vscode.workspace.fs.stat(uri);
  } catch {
    return undefined;
  }
}

export async function readText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}
