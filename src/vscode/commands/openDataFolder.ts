import * as vscode from 'vscode';

/** Shows the folder that the record lies in; in a browser, which has no file manager, its path. */
export async function openDataFolder(folder: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.createDirectory(folder);
  const commands = await vscode.commands.getCommands(true);
  if (vscode.env.uiKind === vscode.UIKind.Desktop && commands.includes('revealFileInOS')) {
    await vscode.commands.executeCommand('revealFileInOS', folder);
    return;
  }
  const answer = await vscode.window.showInformationMessage(
    `The record lies in ${folder.fsPath}.`,
    'Copy path',
  );
  if (answer) await vscode.env.clipboard.writeText(folder.fsPath);
}
