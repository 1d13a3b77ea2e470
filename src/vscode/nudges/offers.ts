import * as vscode from 'vscode';
import type { Suggestion } from '../../core/rules/rule.ts';
import { openSettings } from '../settings.ts';
import { PanelPlace } from '../show/panelPlace.ts';

const SAID_MS = 8_000;

/** What each suggestion brings about; one without does not compile. */
const OFFERS: { readonly [S in Suggestion]: () => Promise<unknown> } = {
  startFocus: () => run('andon.focus.start'),
  takeBreak: () => {
    vscode.window.setStatusBarMessage(
      'Nothing needs to be started: on your return you are asked what it was.',
      SAID_MS,
    );
    return Promise.resolve();
  },
  endDay: () => run('andon.checkIn'),
  parkItem: () => run('andon.queue.stop'),
  openBeside: () => run('workbench.action.moveEditorToRightGroup'),
  addNote: writeNote,
  addItem: () => run('andon.queue.add'),
  commit: () => run('workbench.view.scm'),
  runTests: () => run('workbench.action.tasks.test'),
  changeBudget: () => run('andon.queue.menu'),
  showQueue: () => run(`${PanelPlace.viewId}.focus`),
  showStats: () => run('andon.showStats'),
  planWeek: () => openSettings('focus.weeklyPlan'),
};

/** Does what a nudge suggests. */
export async function takeUp(suggestion: Suggestion): Promise<void> {
  await OFFERS[suggestion]();
}

async function run(command: string): Promise<void> {
  await vscode.commands.executeCommand(command);
}

/** An empty page beside, which is the user's own to keep or to close. */
async function writeNote(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown' });
  await vscode.window.showTextDocument(document, vscode.ViewColumn.Beside);
}
