import * as vscode from 'vscode';
import type { Lazy } from '../../../base/lazy.ts';
import type { NudgeRequest } from '../../../core/messages/nudges.ts';
import type { NudgesRoom } from '../../nudges/nudgesRoom.ts';
import type { Answers } from './answers.ts';

export function nudgeAnswers(nudges: Lazy<NudgesRoom>): Answers<NudgeRequest> {
  return {
    actOnNudge: async ({ id, suggestion }) => (await nudges.get()).act(id, suggestion),
    snoozeNudge: async ({ id }) => (await nudges.get()).snooze([id]),
    dismissNudge: async ({ id }) => (await nudges.get()).answer(id, { kind: 'dismissed', isLess: false }),
    nudgeMenu: async ({ id }) => (await nudges.get()).menu(id),
    tuneRule: async ({ rule }) => {
      await vscode.commands.executeCommand('andon.tune', rule);
    },
  };
}
