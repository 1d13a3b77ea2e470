import * as vscode from 'vscode';
import type { Lazy } from '../../base/lazy.ts';
import type { CheckInKeeper } from '../../runtime/checkInKeeper.ts';
import type { DayKeeper } from '../../runtime/dayKeeper.ts';
import type { FocusKeeper } from '../../runtime/focusKeeper.ts';
import type { RecordKeeper } from '../../runtime/recordKeeper.ts';
import type { AwayRoom } from '../away/awayRoom.ts';
import type { NudgesRoom } from '../nudges/nudgesRoom.ts';
import type { QueueDesk } from '../queue/queueDesk.ts';
import type { UserSettings } from '../settings.ts';
import type { FocusItems } from '../show/focusView.ts';
import { PanelPlace } from '../show/panelPlace.ts';
import type { Tabs } from '../show/tabs.ts';
import type { WorkspaceRecording } from '../workspaceRecording.ts';
import type { CommandHandlers } from './commands.ts';
import { confirmErase } from './erase.ts';
import { exportTheRecord } from './export.ts';
import { excludeFolder } from './excludeFolder.ts';
import { focusHandlers } from './focus.ts';
import { forgetProject, forgetTime } from './forget.ts';
import { openDataFolder } from './openDataFolder.ts';
import { showPauseMenu } from './pauseMenu.ts';
import { queueHandlers } from './queue.ts';

export interface HandlerPorts {
  readonly tabs: Tabs;
  readonly keeper: RecordKeeper;
  readonly days: DayKeeper;
  readonly focus: FocusKeeper;
  readonly desk: QueueDesk;
  readonly items: FocusItems;
  readonly checkIns: CheckInKeeper;
  readonly away: Lazy<AwayRoom>;
  readonly nudges: Lazy<NudgesRoom>;
  readonly settings: UserSettings;
  readonly workspace: WorkspaceRecording;
  readonly zone: () => string;
  /** Where the record lies, or would. */
  readonly folder: vscode.Uri;
  /** The path of the record. */
  readonly file: string;
  readonly log: vscode.LogOutputChannel;
}

/** What each command does. */
export function commandHandlers(ports: HandlerPorts): CommandHandlers {
  const { keeper, checkIns, tabs, away, nudges } = ports;
  const { settings, workspace, folder, log } = ports;
  return {
    ...focusHandlers(ports),
    ...queueHandlers(ports),
    'andon.start': () => keeper.start(),
    'andon.pause': () => {
      keeper.pause();
    },
    'andon.pauseFor': () => showPauseMenu(keeper, workspace),
    'andon.resume': () => {
      keeper.resume();
    },
    'andon.showToday': async () => {
      await vscode.commands.executeCommand(`${PanelPlace.viewId}.focus`);
    },
    'andon.showStats': async () => {
      const tab = await tabs.stats.get();
      tab.show();
    },
    'andon.showRecord': async () => {
      const tab = await tabs.stats.get();
      tab.showRecord({});
    },
    'andon.showRecorded': async () => {
      const tab = await tabs.recorded.get();
      tab.show();
    },
    'andon.tune': async rule => {
      const tab = await tabs.tuning.get();
      tab.show(typeof rule === 'string' ? rule : null);
    },
    'andon.checkIn': async () => {
      await vscode.commands.executeCommand(`${PanelPlace.viewId}.focus`);
      checkIns.want();
    },
    'andon.away.name': async () => {
      const room = await away.get();
      await room.choose();
    },
    'andon.nudges.menu': async () => {
      const room = await nudges.get();
      await room.manage();
    },
    'andon.excludeFolder': () => excludeFolder(settings),
    'andon.openDataFolder': () => openDataFolder(folder),
    'andon.export': () => exportTheRecord(ports),
    'andon.forgetTime': () => forgetTime(ports),
    'andon.forgetProject': () => forgetProject(ports),
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
