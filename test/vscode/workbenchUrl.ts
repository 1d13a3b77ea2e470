import path from 'node:path';

/** What a window of the workbench shows, and what it is told at its start. */
export interface WorkbenchTarget {
  /** A folder or a `.code-workspace` file; without one the window is empty. */
  readonly open?: string | undefined;
  /** Pairs such as `['extensionDevelopmentPath', uri]`, in force only with the smoke test driver. */
  readonly payload?: readonly (readonly [string, string])[] | undefined;
}

/** The address of a window. */
export function workbenchURL(authority: string, { open, payload = [] }: WorkbenchTarget): string {
  const url = new URL(`http://${authority}/`);
  if (open === undefined) url.searchParams.set('ew', 'true');
  else url.searchParams.set(open.endsWith('.code-workspace') ? 'workspace' : 'folder', path.resolve(open));
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
  return url.toString();
}

/** A file on disk as the workbench in the browser names it. */
export function remoteURI(authority: string, file: string): string {
  return `vscode-remote://${authority}${encodeURI(path.resolve(file))}`;
}
