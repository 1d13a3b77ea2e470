import * as vscode from 'vscode';
import type { Lazy } from '../../base/lazy.ts';

export const STATS_TAB = 'andon.stats';
export const RECORDED_TAB = 'andon.recorded';
export const TUNING_TAB = 'andon.tuning';

/** A tab of ours that VS Code brings back after a reload. */
interface RestorableTab {
  restore(panel: vscode.WebviewPanel): void;
}

/** Lets VS Code bring a tab back after a reload. */
export function restoreTab(viewType: string, tab: Lazy<RestorableTab>): vscode.Disposable {
  return vscode.window.registerWebviewPanelSerializer(viewType, {
    deserializeWebviewPanel: async panel => {
      const gone = new AbortController();
      panel.onDidDispose(() => {
        gone.abort();
      });
      const restored = await tab.get();
      if (!gone.signal.aborted) restored.restore(panel);
    },
  });
}
