import * as vscode from 'vscode';
import { ruleChangeText, type RuleChange } from '../../core/stats/ruleChange.ts';
import type { LongRecompute } from '../../runtime/ruleFollower.ts';

/** Shows in the status bar that history is computed anew, and how far one has come. */
export async function showRecompute({ work, onDidSeal }: LongRecompute): Promise<void> {
  const options = { location: vscode.ProgressLocation.Window, title: 'Andon: computing history anew' };
  await vscode.window.withProgress(options, async progress => {
    let shown = '';
    const listening = onDidSeal(date => {
      const month = date.slice(0, 7);
      if (month === shown) return;
      shown = month;
      progress.report({ message: month });
    });
    try {
      await work;
    } finally {
      listening.dispose();
    }
  });
}

/** Says once what a setting has changed. */
export async function tellRuleChange(change: RuleChange): Promise<void> {
  const answer = await vscode.window.showInformationMessage(ruleChangeText(change), 'Show');
  if (answer) await vscode.commands.executeCommand('andon.showStats');
}
