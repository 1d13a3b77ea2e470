import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import { clockText } from '../../core/text/clock.ts';

const ALERT_AFTER = 'andon.idle.alertAfter';

/** Says in the status bar since when nobody was seen, in every window, until one is back. */
export class AlertItem implements vscode.Disposable {
  private readonly disposables = new DisposableStore();
  private readonly item: vscode.StatusBarItem;

  constructor() {
    this.item = this.disposables.add(
      vscode.window.createStatusBarItem('andon.idleAlert', vscode.StatusBarAlignment.Left, 8.6),
    );
    this.item.name = 'Andon: Idle Alert';
    this.item.tooltip =
      'Nothing was seen of you since, in any window. It goes when you are back. Click to change when it comes.';
    this.item.command = {
      title: 'Change when it comes',
      command: 'workbench.action.openSettings',
      arguments: [ALERT_AFTER],
    };
    this.item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
  }

  /** Epoch milliseconds; null: one is there, or did not ask for it. */
  update(since: number | null, zone: string): void {
    if (since === null) {
      this.item.hide();
      return;
    }
    this.item.text = `$(bell) Away since ${clockText(zone).time(since)}`;
    this.item.show();
  }

  dispose(): void {
    this.disposables.dispose();
  }
}

/** Says so in a message, which nothing waits for. */
export function tellAway(since: number, zone: string): void {
  void vscode.window.showInformationMessage(`Nothing was seen of you since ${clockText(zone).time(since)}.`);
}
