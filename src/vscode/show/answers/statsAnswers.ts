import * as vscode from 'vscode';
import type { RecordListRequest } from '../../../core/messages/record.ts';
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

/** All that the tab asks for but of the record: see `recordListAnswers`. */
export function statsAnswers({
  start,
  show,
  update,
}: StatsAnswerPorts): Answers<Exclude<StatsRequest, RecordListRequest>> {
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
