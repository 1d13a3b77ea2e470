import type * as vscode from 'vscode';
import type { RecordingState } from '../../core/messages/panel.ts';
import type { KeeperState } from '../../runtime/recordKeeper.ts';
import { sayUntil } from '../sayUntil.ts';

/** The user has said "Not now": the panel offers Start more quietly. */
const DEFERRED = 'andon.isDeferred';

export interface RecordingPorts {
  readonly memory: vscode.Memento;
  /** Where the record lies, or would. */
  readonly folder: string;
}

/** Whether a record is kept, as the panel and the stats show it. */
export function recordingState(state: KeeperState, { memory, folder }: RecordingPorts): RecordingState {
  if (state.kind === 'paused') return { ...state, untilText: sayUntil(state.until) };
  if (state.kind !== 'notStarted') return state;
  return { kind: 'notStarted', folder, isDeferred: memory.get<boolean>(DEFERRED) ?? false };
}

/** The user has said "Not now". */
export async function deferStart(memory: vscode.Memento): Promise<void> {
  await memory.update(DEFERRED, true);
}
