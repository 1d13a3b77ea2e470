import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import type { AwayWord } from '../../core/activity/signal.ts';
import { ANSWER_NAMES, AWAY_ANSWERS, awayText, NAMED_AS } from '../../core/idle/awayText.ts';
import type { AwayView } from '../../core/messages/away.ts';

/** What a link of the tooltip, or a click on the item, brings about; it is no command of the palette. */
export const ANSWER_COMMAND = 'andon.away.answer';
/** Beside the names of times: what else can be answered. */
export type AwayAnswer = AwayWord | 'always' | 'leave' | 'setting';

/**
 * The question what a pause was, in the status bar. The tooltip answers it in one click; a click on the item, or Enter, offers the
 * same as a list.
 */
export class AwayItem implements vscode.Disposable {
  private readonly disposables = new DisposableStore();
  private readonly item: vscode.StatusBarItem;

  constructor() {
    this.item = this.disposables.add(
      vscode.window.createStatusBarItem('andon.away', vscode.StatusBarAlignment.Left, 8.5),
    );
    this.item.name = 'Andon: Away';
    this.item.command = ANSWER_COMMAND;
  }

  /** null: there is nothing to ask or to tell. */
  update(view: AwayView | null): void {
    if (!view) {
      this.item.hide();
      return;
    }
    const text = view.as === null ? awayText(view) : `${NAMED_AS[view.as]}, as always`;
    this.item.text = `$(${view.as === null ? 'question' : 'history'}) ${text}`;
    this.item.tooltip = tooltipOf(view);
    const question = view.as === null ? 'What was it?' : 'Change it?';
    this.item.accessibilityInformation = { label: `${text}: ${view.range}. ${question}`, role: 'button' };
    this.item.show();
  }

  dispose(): void {
    this.disposables.dispose();
  }
}

function tooltipOf(view: AwayView): vscode.MarkdownString {
  const { as, length, range } = view;
  const link = (label: string, answer: AwayAnswer) => `[${label}](${answerUri(view, answer)})`;
  const answers = AWAY_ANSWERS.filter(answer => answer !== as).map(answer =>
    link(ANSWER_NAMES[answer], answer),
  );
  const others =
    as === null
      ? [link('Always for pauses like this…', 'always'), link('Leave it unanswered', 'leave')]
      : [link('Take the name back', 'none'), link('Which pauses', 'setting'), link('Leave it so', 'leave')];
  const head =
    as === null
      ? `Away ${length}, ${range}. What was it?`
      : `${NAMED_AS[as]}, as always: ${range}, ${length}.`;
  const tooltip = new vscode.MarkdownString([head, answers.join(' · '), others.join(' · ')].join('\n\n'));
  tooltip.isTrusted = { enabledCommands: [ANSWER_COMMAND] };
  return tooltip;
}

function answerUri({ start, end }: AwayView, answer: AwayAnswer): string {
  return `command:${ANSWER_COMMAND}?${encodeURIComponent(JSON.stringify([{ start, end, answer }]))}`;
}
