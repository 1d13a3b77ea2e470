import * as vscode from 'vscode';
import { canReveal, revealFile } from '../revealFile.ts';

/** Shows the folder that the record lies in; in a browser, which has no file manager, its path. */
export async function openDataFolder(folder: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.createDirectory(folder);
  if (await canReveal()) {
    await revealFile(folder);
    return;
  }
  const answer = await vscode.window.showInformationMessage(
    `The record lies in ${folder.fsPath}.`,
    'Copy path',
  );
  if (answer) await vscode.env.clipboard.writeText(folder.fsPath);
}
