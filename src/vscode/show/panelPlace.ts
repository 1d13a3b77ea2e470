import type * as vscode from 'vscode';
import type { Lazy } from '../../base/lazy.ts';
import type { Panel } from './panel.ts';

/** The panel's place in the sidebar. What fills it is loaded when the user first looks at it. */
export class PanelPlace implements vscode.WebviewViewProvider {
  static readonly viewId = 'andon.today';
  private readonly panel: Lazy<Panel>;

  constructor(panel: Lazy<Panel>) {
    this.panel = panel;
  }

  async resolveWebviewView(view: vscode.WebviewView): Promise<void> {
    const gone = new AbortController();
    view.onDidDispose(() => {
      gone.abort();
    });
    const panel = await this.panel.get();
    if (!gone.signal.aborted) panel.fill(view);
  }
}
