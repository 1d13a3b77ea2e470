import { globToRegExp } from './glob.ts';

export interface ExclusionRules {
  /** Absolute paths with forward slashes. */
  readonly folders: readonly string[];
  readonly globs: readonly string[];
  /** Whether names that differ in case only are the same. */
  readonly ignoreCase: boolean;
}

/** Whether a file or folder is excluded. `path` is absolute, `inFolder` relative to its workspace folder; null: in none. */
export type Excluder = (path: string, inFolder: string | null) => boolean;

/**
 * A glob that begins with a slash, a drive or two stars is held against the whole path; so is one without a slash, as a name in
 * it. Any other is held against the path within the workspace folder.
 */
export function makeExcluder({ folders, globs, ignoreCase }: ExclusionRules): Excluder {
  const roots = folders.map(folder => foldCase(folder.replace(/\/+$/, ''), ignoreCase));
  const usable = globs.map(glob => glob.trim()).filter(glob => glob !== '');
  const anywhere = usable.flatMap(glob => globForWhole(glob) ?? []);
  const within = usable.filter(glob => globForWhole(glob) === null).map(glob => glob.replace(/^\.[\\/]/, ''));
  const wholes = anywhere.map(glob => globToRegExp(glob, ignoreCase));
  const parts = within.map(glob => globToRegExp(glob, ignoreCase));
  return (path, inFolder) => {
    const folded = foldCase(path, ignoreCase);
    return (
      roots.some(root => folded === root || folded.startsWith(`${root}/`)) ||
      wholes.some(whole => whole.test(path)) ||
      (inFolder !== null && parts.some(part => part.test(inFolder)))
    );
  };
}

/** null: it is held against the path within the workspace folder. */
function globForWhole(glob: string): string | null {
  if (/^[A-Za-z]:[\\/]/.test(glob)) return `/${glob}`;
  if (/^(?:[\\/]|\*\*[\\/])/.test(glob)) return glob;
  return /[\\/]./.test(glob) ? null : `**/${glob}`;
}

function foldCase(path: string, ignoreCase: boolean): string {
  return ignoreCase ? path.toLowerCase() : path;
}
