import * as vscode from 'vscode';
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
}

export function recordAnswers({ keeper, log, update, defer }: RecordAnswerPorts): Answers<RecordRequest> {
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
    showLog: () => {
      log.show();
    },
  };
}
