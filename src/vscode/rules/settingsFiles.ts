import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from '../../base/disposable.ts';
import { Lazy } from '../../base/lazy.ts';
import type { RuleMarks } from './ruleMarks.ts';

/** A user's settings.json, of whichever profile. Rules in those of a workspace or a remote machine hold nowhere. */
const USER_SETTINGS = /\/User\/(profiles\/[^/]+\/)?settings\.json$/;
const SCHEMES = ['vscode-userdata', 'file'];

/** Marks what is wrong with rules in a settings.json while one is open; until then nothing of it is loaded. */
export function markSettingsFiles(onFailure: (what: string, error: unknown) => void): Disposable {
  const disposables = new DisposableStore();
  const marks = new Lazy(async () => {
    const { RuleMarks } = await import('./ruleMarks.ts');
    return disposables.add(new RuleMarks());
  });
  const open = (document: vscode.TextDocument) => {
    if (isUserSettings(document.uri)) watch(marks, document, onFailure);
  };
  disposables.add(vscode.workspace.onDidOpenTextDocument(open));
  vscode.workspace.textDocuments.forEach(open);
  return disposables;
}

function watch(
  marks: Lazy<RuleMarks>,
  document: vscode.TextDocument,
  onFailure: (what: string, error: unknown) => void,
): void {
  marks.get().then(
    made => {
      made.watch(document);
    },
    (error: unknown) => {
      onFailure('What is wrong with rules cannot be shown in settings.json.', error);
    },
  );
}

function isUserSettings({ scheme, path }: vscode.Uri): boolean {
  return SCHEMES.includes(scheme) && USER_SETTINGS.test(path);
}
