import * as vscode from 'vscode';
import type { Disposable } from '../../base/disposable.ts';
import { Branches } from './branches.ts';
import { EditListener } from './edits.ts';
import type { Emit } from './emit.ts';
import { listenToLooking } from './looking.ts';
import { isInside, Places } from './places.ts';
import { listenToSaves } from './saves.ts';
import { Saving } from './saving.ts';
import { tickEveryMinute } from './ticks.ts';
import { listenToWindowState } from './windowState.ts';

export interface ListenPorts {
  /** The label of this window. */
  readonly window: string;
  readonly emit: Emit;
  /** Folders of which nothing is recorded. */
  readonly excluded: () => readonly vscode.Uri[];
  readonly log: vscode.LogOutputChannel;
}

export interface Listening extends Disposable {
  /** To be called when what is excluded has changed. */
  forgetPlaces(): void;
}

/** Turns everything that the editor tells into signals, once the repositories around the open folders are known. */
export async function listen({ window, emit, excluded, log }: ListenPorts): Promise<Listening> {
  const branches = new Branches(({ root, ...news }) => {
    if (isInside(root, excluded())) return;
    const repo = root.path.slice(root.path.lastIndexOf('/') + 1);
    emit({ kind: 'git', window, doc: null, repo, ...news });
  }, log);
  await branches.explore((vscode.workspace.workspaceFolders ?? []).map(folder => folder.uri));

  const places = new Places(branches, excluded);
  const saving = new Saving();
  const edits = new EditListener(window, places, saving, emit);
  const all = vscode.Disposable.from(
    listenToWindowState(window, places, emit),
    edits,
    listenToLooking(window, places, edits, emit),
    listenToSaves(window, places, edits, emit),
    tickEveryMinute(window, emit),
    saving,
    places,
    branches,
  );
  return {
    forgetPlaces: () => {
      places.forget();
    },
    dispose: () => {
      all.dispose();
    },
  };
}
