/** What HEAD holds where references are kept in a table (git's reftable), which no file tells of. */
const IN_A_TABLE = '.invalid';

/** The branch that a repository's `HEAD` file names; null where it is detached or unreadable. */
export function branchOfHead(content: string): string | null {
  const branch = /^ref: refs\/heads\/(.+)$/m.exec(content)?.[1]?.trim() ?? null;
  return branch === IN_A_TABLE ? null : branch;
}

/** Where a `.git` file (of a worktree or submodule) says that the repository lies: absolute, or relative to the file's folder. */
export function gitDirOfFile(content: string): string | null {
  return /^gitdir: (.+)$/m.exec(content)?.[1]?.trim() ?? null;
}
