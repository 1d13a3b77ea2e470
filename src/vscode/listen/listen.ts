import * as vscode from 'vscode';
import type { Disposable } from '../../base/disposable.ts';
import { Branches } from './branches.ts';
import { listenToDebugging } from './debugSessions.ts';
import { DiagnosticsListener } from './diagnostics.ts';
import { EditListener } from './edits.ts';
import type { Emit } from './emit.ts';
import { Exclusions, type ExcludedPlaces } from './exclusions.ts';
import { inOrder } from './lateSignals.ts';
import { listenToLooking } from './looking.ts';
import { listenToNotebooks } from './notebooks.ts';
import { Places } from './places.ts';
import { listenToSaves } from './saves.ts';
import { Saving } from './saving.ts';
import { TaskListener } from './tasks.ts';
import { TerminalListener } from './terminals.ts';
import { tickEveryMinute } from './ticks.ts';
import { listenToWindowState } from './windowState.ts';

export interface ListenPorts {
  /** The label of this window. */
  readonly window: string;
  readonly emit: Emit;
  /** Of what nothing is recorded. */
  readonly excluded: () => ExcludedPlaces;
  readonly log: vscode.LogOutputChannel;
}

export interface Listening extends Disposable {
  /** To be called when what is excluded has changed. */
  forgetPlaces(): void;
}

/** Turns everything that the editor tells into signals, once the repositories around the open folders are known. */
export async function listen({ window, emit, excluded, log }: ListenPorts): Promise<Listening> {
  const exclusions = new Exclusions(excluded);
  const branches = new Branches(({ root, ...news }) => {
    if (exclusions.holds(root)) return;
    const repo = root.path.slice(root.path.lastIndexOf('/') + 1);
    emit({ kind: 'git', window, doc: null, repo, ...news });
  }, log);
  await branches.explore((vscode.workspace.workspaceFolders ?? []).map(folder => folder.uri));

  const places = new Places(branches, exclusions);
  const emitLate = inOrder(emit, error => {
    log.error('A command or a task was left out: what it is for could not be told', error);
  });
  const saving = new Saving();
  const edits = new EditListener(window, places, saving, emit);
  const all = vscode.Disposable.from(
    listenToWindowState(window, places, emit),
    edits,
    listenToLooking(window, places, edits, emit),
    listenToSaves(window, places, edits, emit),
    listenToNotebooks(window, places, emit),
    new TerminalListener(window, exclusions, emitLate),
    new TaskListener(window, exclusions, emitLate),
    listenToDebugging(window, exclusions, emit),
    new DiagnosticsListener(window, places, emit),
    tickEveryMinute(window, emit),
    saving,
    places,
    branches,
  );
  return {
    forgetPlaces: () => {
      exclusions.refresh();
      places.forget();
    },
    dispose: () => {
      all.dispose();
    },
  };
}
