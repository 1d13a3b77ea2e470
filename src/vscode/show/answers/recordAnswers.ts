import * as vscode from 'vscode';
import type { RecordFilter } from '../../../core/audit/filterSchema.ts';
import type { RecordRequest } from '../../../core/messages/panel.ts';
import type { RecordKeeper } from '../../../runtime/recordKeeper.ts';
import { openSettings } from '../../settings.ts';
import type { Answers } from './answers.ts';

export interface RecordAnswerPorts {
  readonly keeper: RecordKeeper;
  readonly log: vscode.LogOutputChannel;
  /** Sends the panel what it shows. */
  readonly update: () => void;
  /** The user has said "Not now". */
  readonly defer: () => Promise<void>;
  /** Shows what of the record a filter lets through. */
  readonly openRecord: (filter: RecordFilter) => Promise<void>;
}

export function recordAnswers({
  keeper,
  log,
  update,
  defer,
  openRecord,
}: RecordAnswerPorts): Answers<RecordRequest> {
  return {
    ready: update,
    start: () => keeper.start(),
    notNow: defer,
    pause: () => {
      keeper.pause();
    },
    resume: () => {
      keeper.resume();
    },
    openDataFolder: async () => {
      await vscode.commands.executeCommand('andon.openDataFolder');
    },
    openSetting: ({ key }) => openSettings(key),
    openStats: async () => {
      await vscode.commands.executeCommand('andon.showStats');
    },
    openRecord: ({ filter }) => openRecord(filter),
    showLog: () => {
      log.show();
    },
  };
}
