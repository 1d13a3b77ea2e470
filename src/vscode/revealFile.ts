import * as vscode from 'vscode';

/** Whether there is a file manager that can show a file: a browser has none. */
export async function canReveal(): Promise<boolean> {
  if (vscode.env.uiKind !== vscode.UIKind.Desktop) return false;
  return (await vscode.commands.getCommands(true)).includes('revealFileInOS');
}

export async function revealFile(uri: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand('revealFileInOS', uri);
}
