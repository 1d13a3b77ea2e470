import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import {
  PANEL_REQUEST,
  type PanelRequest,
  type Snapshot,
  type SnapshotMessage,
} from '../../core/messages/panel.ts';
import type { QueueMessage, QueueView } from '../../core/messages/queue.ts';
import type { RowsMessage } from '../../core/messages/record.ts';
import { panelPage } from '../../core/panelPage.ts';

export interface PanelPorts {
  readonly extensionUri: vscode.Uri;
  /** null: not known yet, the panel waits. */
  readonly snapshot: () => Snapshot | null;
  /** null: there is none. The same object as before where it looks the same. */
  readonly queue: () => QueueView | null;
  readonly onRequest: (request: PanelRequest) => void;
  readonly log: vscode.LogOutputChannel;
}

/** The page of the panel in the sidebar. It is sent a whole snapshot each time: a hidden view loses messages and its page. */
export class Panel {
  private readonly ports: PanelPorts;
  private view: vscode.WebviewView | null = null;
  /** What the page was last sent; a hidden page forgets it. */
  private sentQueue: QueueView | null = null;

  constructor(ports: PanelPorts) {
    this.ports = ports;
  }

  /** Fills a view of VS Code. */
  fill(view: vscode.WebviewView): void {
    const { webview } = view;
    const root = vscode.Uri.joinPath(this.ports.extensionUri, 'dist', 'webview');
    const asset = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(root, name)).toString();
    webview.options = { enableScripts: true, localResourceRoots: [root] };
    webview.onDidReceiveMessage((message: unknown) => {
      this.receive(message);
    });
    view.onDidChangeVisibility(() => {
      this.sendAll();
    });
    view.onDidDispose(() => {
      if (this.view === view) this.view = null;
    });
    this.view = view;
    webview.html = panelPage({
      nonce: randomBytes(16).toString('hex'),
      cspSource: webview.cspSource,
      scriptUri: asset('main.js'),
      styleUri: asset('main.css'),
    });
  }

  /** Sends what there is to show, if anybody sees it. */
  update(): void {
    if (!this.view?.visible) return;
    const snapshot = this.ports.snapshot();
    if (!snapshot) return;
    this.send({ type: 'snapshot', snapshot });
  }

  /** Sends the queue, if anybody sees it and it looks different. */
  updateQueue(): void {
    if (!this.view?.visible) return;
    const queue = this.ports.queue();
    if (!queue || queue === this.sentQueue) return;
    this.sentQueue = queue;
    this.send({ type: 'queue', queue });
  }

  send(message: SnapshotMessage | QueueMessage | RowsMessage): void {
    void this.view?.webview.postMessage(message);
  }

  private sendAll(): void {
    this.sentQueue = null;
    this.update();
    this.updateQueue();
  }

  private receive(message: unknown): void {
    const parsed = PANEL_REQUEST.safeParse(message);
    if (!parsed.success) {
      this.ports.log.warn('A message from the panel was not understood and dropped.', parsed.error.message);
      return;
    }
    if (parsed.data.type === 'ready') this.sendAll();
    else this.ports.onRequest(parsed.data);
  }
}
