import type * as vscode from 'vscode';
import type { Lazy } from '../../base/lazy.ts';
import type { Snapshot } from '../../core/messages/panel.ts';
import { minutes } from '../../core/settings.ts';
import { deepWeekView } from '../../core/stats/deepWeek.ts';
import { todayView } from '../../core/stats/today.ts';
import type { CheckInKeeper } from '../../runtime/checkInKeeper.ts';
import type { DayKeeper } from '../../runtime/dayKeeper.ts';
import type { FocusKeeper } from '../../runtime/focusKeeper.ts';
import type { RecordKeeper } from '../../runtime/recordKeeper.ts';
import type { StatsKeeper } from '../../runtime/statsKeeper.ts';
import type { AwayRoom } from '../away/awayRoom.ts';
import type { NudgesRoom } from '../nudges/nudgesRoom.ts';
import type { UserSettings } from '../settings.ts';
import type { WorkspaceRecording } from '../workspaceRecording.ts';
import { focusView, type FocusItems } from './focusView.ts';
import { recordingState } from './recordingState.ts';

/** What the panel's snapshot is put together from. */
export interface SnapshotPorts {
  readonly memory: vscode.Memento;
  /** Where the record lies, or would. */
  readonly folder: string;
  readonly keeper: RecordKeeper;
  readonly days: DayKeeper;
  readonly stats: StatsKeeper;
  readonly focus: FocusKeeper;
  readonly items: FocusItems;
  readonly checkIns: CheckInKeeper;
  readonly away: Lazy<AwayRoom>;
  readonly nudges: Lazy<NudgesRoom>;
  readonly settings: UserSettings;
  readonly workspace: WorkspaceRecording;
  readonly zone: () => string;
}

/** Everything that the panel shows now; null: not known yet. */
export function snapshotOf(ports: SnapshotPorts): Snapshot | null {
  const { keeper, days, stats, checkIns, away, nudges, zone } = ports;
  if (!keeper.state) return null;
  const { current } = ports.settings;
  const { local, day } = days.today();
  const deepBlockMs = minutes(current['focus.deepBlockMinutes']);
  const options = { deepBlockMs, idleAfterMs: minutes(current['idle.after']) };
  const { glance, beside } = stats.now();
  const daysSoFar = glance?.days.filter(each => !each.isToCome) ?? [];
  return {
    at: Date.now(),
    recording: recordingState(keeper.state, ports),
    workspace: ports.workspace.state,
    focus: focusView(ports, keeper.state, current['focus.minutes']),
    deepWeek: deepWeekView(daysSoFar, { deepBlockMs, planHours: current['focus.weeklyPlan'] }),
    today: todayView(day, local, zone(), options, beside),
    week: glance,
    checkIn: checkIns.view(),
    away: away.made?.view ?? null,
    nudges: nudges.made?.view ?? null,
  };
}
