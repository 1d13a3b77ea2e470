import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { panelPage } from '../../core/panelPage.ts';

/** A page of ours for editor tabs: its script and style sheet are called so. */
export interface TabPage {
  readonly extensionUri: vscode.Uri;
  readonly page: 'stats' | 'settings';
}

/** Puts one of our pages into an editor tab. What the page shows is what it is sent. */
export function fillTab(
  panel: vscode.WebviewPanel,
  { extensionUri, page }: TabPage,
  receive: (message: unknown) => void,
): void {
  const { webview } = panel;
  const root = vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
  const media = vscode.Uri.joinPath(extensionUri, 'media');
  const asset = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(root, name)).toString();
  webview.options = { enableScripts: true, localResourceRoots: [root] };
  webview.onDidReceiveMessage(receive);
  panel.iconPath = {
    light: vscode.Uri.joinPath(media, 'tab-light.svg'),
    dark: vscode.Uri.joinPath(media, 'tab-dark.svg'),
  };
  webview.html = panelPage({
    nonce: randomBytes(16).toString('hex'),
    cspSource: webview.cspSource,
    scriptUri: asset(`${page}.js`),
    styleUri: asset(`${page}.css`),
  });
}
