import * as vscode from 'vscode';

const SHOWN = 'andon.firstRunShown';

export interface FirstRunPorts {
  readonly folder: string;
  readonly memory: vscode.Memento;
  readonly start: () => Promise<void>;
  readonly look: () => Promise<void>;
  readonly defer: () => Promise<void>;
}

/** Tells, once and quietly, what would be recorded and where. Until the user says Start nothing is. */
export async function tellOnce({ folder, memory, start, look, defer }: FirstRunPorts): Promise<void> {
  if (memory.get<boolean>(SHOWN)) return;
  // Kept before the answer: under Do Not Disturb none may ever come.
  await memory.update(SHOWN, true);
  const answer = await vscode.window.showInformationMessage(
    `Andon can keep a record of your work for you: counts, kinds, places and times, never text. It stays on this machine, in ${folder}. Nothing is recorded until you start it.`,
    'Start',
    'Look at it first',
    'Not now',
  );
  if (answer === 'Start') await start();
  if (answer === 'Look at it first') await look();
  if (answer === 'Not now') await defer();
}
