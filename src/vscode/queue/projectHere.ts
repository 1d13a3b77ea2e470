import * as vscode from 'vscode';

/** The project that one works in: that of the active editor, or the only folder that is open; null: neither. */
export function projectHere(): string | null {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const folders = vscode.workspace.workspaceFolders ?? [];
  const folder = uri && vscode.workspace.getWorkspaceFolder(uri);
  return folder?.name ?? (folders.length === 1 ? (folders[0]?.name ?? null) : null);
}
