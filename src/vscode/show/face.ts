import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import type { PanelRequest, RecordingState, Snapshot } from '../../core/messages/panel.ts';
import { minutes } from '../../core/settings.ts';
import { deepWeekView } from '../../core/stats/deepWeek.ts';
import { NO_ITEMS } from '../../core/stats/itemNames.ts';
import { NO_RESULTS } from '../../core/stats/results.ts';
import { sessionStretches } from '../../core/stats/sessionStretches.ts';
import { todayView } from '../../core/stats/today.ts';
import type { CheckInKeeper } from '../../runtime/checkInKeeper.ts';
import type { DayKeeper } from '../../runtime/dayKeeper.ts';
import type { FocusKeeper } from '../../runtime/focusKeeper.ts';
import type { KeeperState, RecordKeeper } from '../../runtime/recordKeeper.ts';
import type { WeekKeeper } from '../../runtime/weekKeeper.ts';
import type { UserSettings } from '../settings.ts';
import { answer, type Answers } from './answers/answers.ts';
import { checkInAnswers } from './answers/checkInAnswers.ts';
import { focusAnswers } from './answers/focusAnswers.ts';
import { recordAnswers } from './answers/recordAnswers.ts';
import { CheckInItem } from './checkInItem.ts';
import { FocusItem } from './focusItem.ts';
import { focusView, type FocusItems } from './focusView.ts';
import { Panel } from './panel.ts';
import { tellSessionEnd } from './sessionEnd.ts';
import { StatusBar } from './statusBar.ts';

export interface FacePorts {
  readonly extensionUri: vscode.Uri;
  readonly memory: vscode.Memento;
  /** Where the record lies, or would. */
  readonly folder: string;
  readonly keeper: RecordKeeper;
  readonly days: DayKeeper;
  readonly weeks: WeekKeeper;
  readonly focus: FocusKeeper;
  readonly items: FocusItems;
  readonly checkIns: CheckInKeeper;
  readonly settings: UserSettings;
  readonly zone: () => string;
  readonly log: vscode.LogOutputChannel;
}

/** The user has said "Not now" in the panel: it offers Start more quietly. */
const DEFERRED = 'andon.isDeferred';

/** What the user sees all day: the status bar and the panel, each brought up to date when something has changed. */
export class Face implements vscode.Disposable {
  private readonly ports: FacePorts;
  private readonly disposables = new DisposableStore();
  private readonly statusBar = this.disposables.add(new StatusBar());
  private readonly checkInItem: CheckInItem;
  private readonly panel: Panel;
  private offered: KeeperState['kind'] | null = null;

  constructor(ports: FacePorts) {
    this.ports = ports;
    this.checkInItem = this.disposables.add(new CheckInItem(ports.checkIns, ports.focus));
    const answers: Answers<PanelRequest> = {
      ...recordAnswers({
        keeper: ports.keeper,
        log: ports.log,
        update: () => {
          this.panel.update();
        },
        defer: () => this.defer(),
      }),
      ...focusAnswers(ports.focus),
      ...checkInAnswers(ports.checkIns),
    } as unknown as Answers<PanelRequest>;
    this.panel = new Panel({
      extensionUri: ports.extensionUri,
      snapshot: () => this.snapshot(),
      onRequest: request => {
        answer(answers, request).catch((error: unknown) => {
          ports.log.error(`The panel asked for ${request.type}, which failed`, error);
        });
      },
      log: ports.log,
    });
    this.disposables.add(vscode.window.registerWebviewViewProvider(Panel.viewId, this.panel));
    const update = () => {
      this.update();
    };
    this.disposables.add(ports.days.onDidChange(update));
    this.disposables.add(ports.settings.onDidChange(update));
    this.disposables.add(ports.keeper.onDidChangeState(update));
    this.disposables.add(new FocusItem(ports.focus, ports.zone));
    this.disposables.add(ports.focus.onDidChange(update));
    this.disposables.add(ports.checkIns.onDidChange(update));
    this.disposables.add(
      ports.focus.onDidEnd(session => {
        tellSessionEnd(session, ports).catch((error: unknown) => {
          ports.log.error('The end of a focus session could not be told', error);
        });
      }),
    );
  }

  /** Brings the panel to the user. */
  async reveal(): Promise<void> {
    await vscode.commands.executeCommand(`${Panel.viewId}.focus`);
  }

  /** The user has said "Not now". */
  async defer(): Promise<void> {
    await this.ports.memory.update(DEFERRED, true);
    this.panel.update();
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private update(): void {
    const { keeper, days, settings } = this.ports;
    const { state } = keeper;
    if (!state) return;
    this.statusBar.update({ state, day: days.today().day, settings: settings.current });
    this.checkInItem.update();
    this.panel.update();
    this.offer(state.kind);
  }

  /** Lets the palette and the panel's menu offer what makes sense now. */
  private offer(kind: KeeperState['kind']): void {
    if (this.offered === kind) return;
    this.offered = kind;
    void vscode.commands.executeCommand('setContext', 'andon.state', kind);
  }

  private snapshot(): Snapshot | null {
    const { keeper, days, weeks, focus, checkIns, settings, zone } = this.ports;
    if (!keeper.state) return null;
    const { local, day } = days.today();
    const deepBlockMs = minutes(settings.current['focus.deepBlockMinutes']);
    const options = { deepBlockMs, idleAfterMs: minutes(settings.current['idle.after']) };
    return {
      at: Date.now(),
      recording: this.recordingState(keeper.state),
      focus: focusView(this.ports, keeper.state, settings.current['focus.minutes']),
      deepWeek: deepWeekView(weeks.deepDays(), {
        deepBlockMs,
        planHours: settings.current['focus.weeklyPlan'],
      }),
      today: todayView(day, local, zone(), options, {
        items: NO_ITEMS,
        results: NO_RESULTS,
        usual: null,
        sessions: sessionStretches(focus.sessionsIn(local), local, Date.now()),
      }),
      week: null,
      checkIn: checkIns.view(),
    };
  }

  private recordingState(state: KeeperState): RecordingState {
    if (state.kind !== 'notStarted') return state;
    const { folder, memory } = this.ports;
    return { kind: 'notStarted', folder, isDeferred: memory.get<boolean>(DEFERRED) ?? false };
  }
}
