import * as vscode from 'vscode';
import type { UserSettings } from '../settings.ts';

/** Leaves a workspace folder out of the record from now on; asks which where there are several. */
export async function excludeFolder(settings: UserSettings): Promise<void> {
  const folder = await chooseFolder();
  if (!folder) return;
  await settings.excludeFolders([folder.uri.fsPath]);
  const answer = await vscode.window.showInformationMessage(
    `Andon records nothing more in ${folder.name}. What it has recorded there stays.`,
    'Undo',
  );
  if (answer === 'Undo') await settings.includeFolders([folder.uri.fsPath]);
}

async function chooseFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    void vscode.window.showInformationMessage('There is no folder to exclude. Open one first.');
    return undefined;
  }
  if (folders.length === 1) return folders[0];
  return vscode.window.showWorkspaceFolderPick({ placeHolder: 'Folder to leave out of the record' });
}
