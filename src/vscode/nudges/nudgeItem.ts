import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import type { Nudge } from '../../core/nudges/nudge.ts';
import { nudgeText, whyLine } from '../../core/nudges/nudgeView.ts';
import type { Wording } from '../../core/nudges/words.ts';
import type { ReadyRule } from '../../core/rules/readyRule.ts';
import { countOf } from '../../core/text/count.ts';
import { withoutMarkup } from '../../core/text/inMessage.ts';
import { shortened } from '../../core/text/shortened.ts';

/** In characters: the other items of the status bar need room too, and the whole stands in the tooltip. */
const LONGEST = 60;

/** What is suggested, in the status bar; a click leads to the panel, where it can be answered. */
export class NudgeItem implements vscode.Disposable {
  private readonly disposables = new DisposableStore();
  private readonly item: vscode.StatusBarItem;
  private shown = '';

  constructor() {
    this.item = this.disposables.add(
      vscode.window.createStatusBarItem('andon.nudge', vscode.StatusBarAlignment.Left, 8.4),
    );
    this.item.name = 'Andon: Suggestion';
    this.item.command = 'andon.showToday';
  }

  /** Empty: there is nothing to say. */
  update(nudges: readonly Nudge[], rules: readonly ReadyRule[], wording: Wording): void {
    const lines = nudges.map(
      nudge => `${withoutMarkup(nudgeText(nudge, rules))}\n${withoutMarkup(whyLine(nudge, wording))}`,
    );
    const shown = lines.join('\n\n');
    if (shown === this.shown) return;
    this.shown = shown;
    const [first] = nudges;
    if (!first) {
      this.item.hide();
      return;
    }
    const text =
      nudges.length === 1 ? withoutMarkup(nudgeText(first, rules)) : countOf(nudges.length, 'suggestion');
    this.item.text = `$(lightbulb) ${shortened(text, LONGEST)}`;
    this.item.tooltip = `${shown}\n\nClick to answer in the panel.`;
    this.item.accessibilityInformation = { label: `Suggestion: ${shown}`, role: 'button' };
    this.item.show();
  }

  dispose(): void {
    this.disposables.dispose();
  }
}
