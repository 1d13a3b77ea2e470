import * as vscode from 'vscode';

/** What kinds of tabs the API names, comparisons left aside. */
const PLAIN = [
  vscode.TabInputText,
  vscode.TabInputCustom,
  vscode.TabInputWebview,
  vscode.TabInputNotebook,
  vscode.TabInputTerminal,
];

/** `diff` while the tab in front compares two texts; a diff is a kind of tab, not a scheme. */
export function viewOfActiveTab(): string | null {
  return viewOf(vscode.window.tabGroups.activeTabGroup);
}

/** As `viewOfActiveTab`, for the tab that an editor stands in: it need not be the active one to be scrolled. */
export function viewOfEditor({ viewColumn }: vscode.TextEditor | vscode.NotebookEditor): string | null {
  // The left side of a comparison has no column.
  if (viewColumn === undefined) return viewOfActiveTab();
  const group = vscode.window.tabGroups.all.find(one => one.viewColumn === viewColumn);
  return group ? viewOf(group) : viewOfActiveTab();
}

function viewOf({ activeTab }: vscode.TabGroup): string | null {
  const input = activeTab?.input;
  if (input instanceof vscode.TabInputTextDiff || input instanceof vscode.TabInputNotebookDiff) return 'diff';
  // Many diffs in one tab, and merges, are of kinds without a name; no other such kind shows a file's text.
  const isUnnamed = typeof input === 'object' && input !== null && !PLAIN.some(kind => input instanceof kind);
  return isUnnamed ? 'diff' : null;
}
