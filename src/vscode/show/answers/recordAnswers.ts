import * as vscode from 'vscode';
import type { RecordFilter } from '../../../core/audit/filterSchema.ts';
import type { RecordRequest } from '../../../core/messages/panel.ts';
import { extendPause, pauseFor } from '../../../runtime/pausing.ts';
import type { RecordKeeper } from '../../../runtime/recordKeeper.ts';
import { openSettings } from '../../settings.ts';
import type { WorkspaceRecording } from '../../workspaceRecording.ts';
import type { Answers } from './answers.ts';

export interface RecordAnswerPorts {
  readonly keeper: RecordKeeper;
  readonly workspace: WorkspaceRecording;
  readonly log: vscode.LogOutputChannel;
  /** Sends the panel what it shows. */
  readonly update: () => void;
  /** The user has said "Not now". */
  readonly defer: () => Promise<void>;
  /** Shows what of the record a filter lets through. */
  readonly openRecord: (filter: RecordFilter) => Promise<void>;
}

export function recordAnswers(ports: RecordAnswerPorts): Answers<RecordRequest> {
  const { keeper, workspace, log, update, defer, openRecord } = ports;
  return {
    ready: update,
    start: () => keeper.start(),
    notNow: defer,
    pause: ({ length }) => {
      pauseFor(keeper, length, Date.now());
    },
    extendPause: () => {
      extendPause(keeper);
    },
    pauseMenu: async () => {
      await vscode.commands.executeCommand('andon.pauseFor');
    },
    resume: () => {
      keeper.resume();
    },
    leaveOutWorkspace: () => workspace.leaveOut(),
    recordWorkspace: () => workspace.takeBack(),
    openDataFolder: async () => {
      await vscode.commands.executeCommand('andon.openDataFolder');
    },
    openSetting: ({ key }) => openSettings(key),
    openStats: async () => {
      await vscode.commands.executeCommand('andon.showStats');
    },
    openRecord: ({ filter }) => openRecord(filter),
    openRecorded: async () => {
      await vscode.commands.executeCommand('andon.showRecorded');
    },
    showLog: () => {
      log.show();
    },
  };
}
