import * as vscode from 'vscode';
import type { Lazy } from '../../base/lazy.ts';
import type { StatsTab } from './statsTab.ts';

export const STATS_TAB = 'andon.stats';

/** Lets VS Code bring the tab back after a reload. */
export function restoreStatsTab(tab: Lazy<StatsTab>): vscode.Disposable {
  return vscode.window.registerWebviewPanelSerializer(STATS_TAB, {
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
