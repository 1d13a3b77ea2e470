import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import type { CheckInKeeper } from '../../runtime/checkInKeeper.ts';
import type { FocusKeeper } from '../../runtime/focusKeeper.ts';

/** A hint in the status bar while the check-in is asked for, outside of focus sessions; a click leads to it. */
export class CheckInItem implements vscode.Disposable {
  private readonly disposables = new DisposableStore();
  private readonly item: vscode.StatusBarItem;
  private readonly checkIns: CheckInKeeper;
  private readonly focus: FocusKeeper;
  private isShown = false;

  constructor(checkIns: CheckInKeeper, focus: FocusKeeper) {
    this.checkIns = checkIns;
    this.focus = focus;
    this.item = this.disposables.add(
      vscode.window.createStatusBarItem('andon.checkIn', vscode.StatusBarAlignment.Left, 8),
    );
    this.item.name = 'Andon: Check-in';
    this.item.text = '$(comment) How was today?';
    this.item.tooltip = 'Three clicks and a sentence, if you like. Click to answer, or to say “Not today”.';
    this.item.command = 'andon.checkIn';
  }

  update(): void {
    const shows = this.checkIns.isAsking && this.focus.session === null;
    if (shows === this.isShown) return;
    this.isShown = shows;
    if (shows) this.item.show();
    else this.item.hide();
  }

  dispose(): void {
    this.disposables.dispose();
  }
}
