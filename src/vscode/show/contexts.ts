import * as vscode from 'vscode';

/** Tells VS Code what its menus and keys depend on, when it has changed. */
export class Contexts {
  private readonly told = new Map<string, string | boolean>();

  set(key: string, value: string | boolean): void {
    if (this.told.get(key) === value) return;
    this.told.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  }
}
