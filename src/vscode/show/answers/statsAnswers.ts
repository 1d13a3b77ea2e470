import * as vscode from 'vscode';
import type { StatsRequest } from '../../../core/messages/stats.ts';
import { openSettings } from '../../settings.ts';
import type { StatsRange } from '../statsTab.ts';
import type { Answers } from './answers.ts';

export interface StatsAnswerPorts {
  readonly start: () => Promise<void>;
  readonly show: (range: StatsRange) => void;
  /** Sends the tab what it shows. */
  readonly update: () => void;
}

export function statsAnswers({ start, show, update }: StatsAnswerPorts): Answers<StatsRequest> {
  return {
    ready: update,
    showDay: ({ date }) => {
      show({ kind: 'day', date });
    },
    showWeek: ({ date }) => {
      show({ kind: 'week', date });
    },
    openSetting: ({ key }) => openSettings(key),
    openCheckIn: async () => {
      await vscode.commands.executeCommand('andon.checkIn');
    },
    chooseAway: async () => {
      await vscode.commands.executeCommand('andon.away.name');
    },
    start,
  };
}
