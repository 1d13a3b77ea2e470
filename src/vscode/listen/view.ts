import * as vscode from 'vscode';

/** `diff` while the active tab compares two texts; a diff is a kind of tab, not a scheme. */
export function viewOfActiveTab(): string | null {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputTextDiff ? 'diff' : null;
}
