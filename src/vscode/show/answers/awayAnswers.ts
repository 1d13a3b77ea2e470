import * as vscode from 'vscode';
import type { Lazy } from '../../../base/lazy.ts';
import type { AwayRequest } from '../../../core/messages/away.ts';
import type { AwayRoom } from '../../away/awayRoom.ts';
import type { Answers } from './answers.ts';

export function awayAnswers(away: Lazy<AwayRoom>): Answers<AwayRequest> {
  return {
    nameAway: async ({ start, end, as, always }) => {
      const room = await away.get();
      await room.name({ start, end }, as, always);
    },
    leaveAway: async () => {
      const room = await away.get();
      await room.leave();
    },
    chooseAway: async () => {
      await vscode.commands.executeCommand('andon.away.name');
    },
  };
}
