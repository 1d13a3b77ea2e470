import * as vscode from 'vscode';
import type { RecordedRequest } from '../../../core/messages/recorded.ts';
import { openSettings } from '../../settings.ts';
import type { Answers } from './answers.ts';
import type { RecordAnswerPorts } from './recordAnswers.ts';

export function recordedAnswers(
  ports: Omit<RecordAnswerPorts, 'defer' | 'openRecord'>,
): Answers<RecordedRequest> {
  const { keeper, workspace, log, update } = ports;
  return {
    ready: update,
    start: () => keeper.start(),
    resume: () => {
      keeper.resume();
    },
    recordWorkspace: () => workspace.takeBack(),
    showLog: () => {
      log.show();
    },
    openSetting: ({ key }) => openSettings(key),
    run: async ({ command }) => {
      await vscode.commands.executeCommand(command);
    },
  };
}
