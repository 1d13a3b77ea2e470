import * as vscode from 'vscode';
import type { Lazy } from '../../base/lazy.ts';
import type { CheckInKeeper } from '../../runtime/checkInKeeper.ts';
import type { FocusKeeper } from '../../runtime/focusKeeper.ts';
import type { RecordKeeper } from '../../runtime/recordKeeper.ts';
import type { AwayRoom } from '../away/awayRoom.ts';
import type { QueueDesk } from '../queue/queueDesk.ts';
import type { UserSettings } from '../settings.ts';
import type { FocusItems } from '../show/focusView.ts';
import { PanelPlace } from '../show/panelPlace.ts';
import type { StatsTab } from '../show/statsTab.ts';
import type { CommandHandlers } from './commands.ts';
import { confirmErase } from './erase.ts';
import { excludeFolder } from './excludeFolder.ts';
import { focusHandlers } from './focus.ts';
import { openDataFolder } from './openDataFolder.ts';
import { queueHandlers } from './queue.ts';

export interface HandlerPorts {
  readonly keeper: RecordKeeper;
  readonly focus: FocusKeeper;
  readonly desk: QueueDesk;
  readonly items: FocusItems;
  readonly checkIns: CheckInKeeper;
  readonly statsTab: Lazy<StatsTab>;
  readonly away: Lazy<AwayRoom>;
  readonly settings: UserSettings;
  readonly zone: () => string;
  /** Where the record lies, or would. */
  readonly folder: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
}

/** What each command does. */
export function commandHandlers(ports: HandlerPorts): CommandHandlers {
  const { keeper, checkIns, statsTab, away, settings, folder, log } = ports;
  return {
    ...focusHandlers(ports),
    ...queueHandlers(ports),
    'andon.start': () => keeper.start(),
    'andon.pause': () => {
      keeper.pause();
    },
    'andon.resume': () => {
      keeper.resume();
    },
    'andon.showToday': async () => {
      await vscode.commands.executeCommand(`${PanelPlace.viewId}.focus`);
    },
    'andon.showStats': async () => {
      const tab = await statsTab.get();
      tab.show();
    },
    'andon.showRecord': async () => {
      const tab = await statsTab.get();
      tab.showRecord({});
    },
    'andon.checkIn': async () => {
      await vscode.commands.executeCommand(`${PanelPlace.viewId}.focus`);
      checkIns.want();
    },
    'andon.away.name': async () => {
      const room = await away.get();
      await room.choose();
    },
    'andon.excludeFolder': () => excludeFolder(settings),
    'andon.openDataFolder': () => openDataFolder(folder),
    'andon.erase': async () => {
      if (!(await confirmErase(folder.fsPath))) return;
      await keeper.erase();
      void vscode.window.showInformationMessage('Everything that Andon recorded has been erased.');
    },
    'andon.showLog': () => {
      log.show();
    },
  };
}
