import * as vscode from 'vscode';
import type { FocusRequest } from '../../../core/messages/focus.ts';
import type { FocusKeeper } from '../../../runtime/focusKeeper.ts';
import type { Answers } from './answers.ts';

export function focusAnswers(focus: FocusKeeper): Answers<FocusRequest> {
  return {
    startSession: async request => {
      await focus.start(request);
    },
    pauseSession: () => focus.pause(),
    resumeSession: () => focus.resume(),
    extendSession: () => focus.extend(),
    endSession: async () => {
      await vscode.commands.executeCommand('andon.focus.end');
    },
    reviewSession: ({ id, outcome, word, reasons }) => focus.review(id, { outcome, word, reasons }),
    takeOffer: async () => {
      await focus.takeOffer();
    },
    nextRound: async () => {
      await focus.startNextRound();
    },
    declineOffer: () => focus.declineOffer(),
  };
}
