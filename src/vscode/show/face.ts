import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import { sessionView } from '../../core/focus/view.ts';
import type { FocusRequest, FocusView } from '../../core/messages/focus.ts';
import type { PanelRequest, RecordRequest, Snapshot } from '../../core/messages/panel.ts';
import type { QueueRequest } from '../../core/messages/queue.ts';
import { minutes } from '../../core/settings.ts';
import { todayView } from '../../core/stats/today.ts';
import type { DayKeeper } from '../../runtime/dayKeeper.ts';
import type { FocusKeeper } from '../../runtime/focusKeeper.ts';
import type { KeeperState, RecordKeeper } from '../../runtime/recordKeeper.ts';
import type { QueueDesk } from '../queue/queueDesk.ts';
import type { StatsKeeper } from '../../runtime/statsKeeper.ts';
import type { UserSettings } from '../settings.ts';
import { answer, type Answers } from './answers/answers.ts';
import { focusAnswers } from './answers/focusAnswers.ts';
import { recordAnswers } from './answers/recordAnswers.ts';
import { queueAnswers } from './answers/queueAnswers.ts';
import { Contexts } from './contexts.ts';
import { FocusItem } from './focusItem.ts';
import { Panel } from './panel.ts';
import { deferStart, recordingState } from './recordingState.ts';
import { tellSessionEnd, reviewText } from './sessionEnd.ts';
import { StatusBar } from './statusBar.ts';

export interface FacePorts {
  readonly extensionUri: vscode.Uri;
  readonly memory: vscode.Memento;
  /** Where the record lies, or would. */
  readonly folder: string;
  readonly keeper: RecordKeeper;
  readonly days: DayKeeper;
  readonly stats: StatsKeeper;
  readonly focus: FocusKeeper;
  readonly desk: QueueDesk;
  readonly settings: UserSettings;
  readonly zone: () => string;
  readonly log: vscode.LogOutputChannel;
}

/** What the user sees all day: the status bar and the panel, each brought up to date when something has changed. */
export class Face implements vscode.Disposable {
  private readonly ports: FacePorts;
  private readonly disposables = new DisposableStore();
  private readonly statusBar = this.disposables.add(new StatusBar());
  private readonly panel: Panel;
  private readonly contexts = new Contexts();

  constructor(ports: FacePorts) {
    this.ports = ports;
    const answers: Answers<RecordRequest | FocusRequest | QueueRequest> = {
      ...recordAnswers({
        keeper: ports.keeper,
        log: ports.log,
        update: () => {
          this.panel.update();
        },
        defer: () => this.defer(),
      }),
      ...focusAnswers(ports.focus),
      ...queueAnswers(ports.desk, ports.settings),
    };
    this.panel = new Panel({
      extensionUri: ports.extensionUri,
      snapshot: () => this.snapshot(),
      queue: () => ports.desk.ports.board.view(),
      onRequest: request => {
        answer(answers as Answers<PanelRequest>, request).catch((error: unknown) => {
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
    this.disposables.add(ports.stats.onDidLoad(update));
    this.disposables.add(ports.settings.onDidChange(update));
    this.disposables.add(ports.keeper.onDidChangeState(update));
    this.disposables.add(
      ports.desk.ports.board.onDidChange(() => {
        this.updateQueue();
      }),
    );
    this.disposables.add(
      ports.desk.ports.queue.onDidChange(() => {
        // What is done and what items are called is told of today, too.
        this.panel.update();
      }),
    );
    this.disposables.add(new FocusItem(ports.focus, ports.zone));
    this.disposables.add(ports.focus.onDidChange(update));
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
    await deferStart(this.ports.memory);
    this.panel.update();
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private update(): void {
    const { state } = this.ports.keeper;
    if (!state) return;
    this.updateStatusBar();
    this.panel.update();
    this.offer(state.kind);
  }

  private updateQueue(): void {
    const { queue } = this.ports.desk.ports;
    this.contexts.set('andon.item', queue.active !== null);
    this.contexts.set('andon.canUndo', queue.undoLabel !== null);
    this.contexts.set('andon.canRedo', queue.redoLabel !== null);
    this.panel.updateQueue();
    this.updateStatusBar();
  }

  private updateStatusBar(): void {
    const { keeper, days, settings, desk } = this.ports;
    const { state } = keeper;
    if (!state) return;
    this.statusBar.update({
      state,
      day: days.today().day,
      item: desk.activeText(),
      settings: settings.current,
    });
  }

  /** Lets the palette and the panel's menu offer what makes sense now. */
  private offer(kind: KeeperState['kind']): void {
    this.contexts.set('andon.state', kind);
  }

  private snapshot(): Snapshot | null {
    const { keeper, days, stats, settings, zone } = this.ports;
    if (!keeper.state) return null;
    const { local, day } = days.today();
    const options = {
      deepBlockMs: minutes(settings.current['focus.deepBlockMinutes']),
      idleAfterMs: minutes(settings.current['idle.after']),
    };
    const { glance, beside } = stats.now();
    return {
      at: Date.now(),
      recording: recordingState(keeper.state, this.ports),
      focus: this.focusView(keeper.state),
      today: todayView(day, local, zone(), options, beside),
      week: glance,
      checkIn: null,
    };
  }

  private focusView(state: KeeperState): FocusView {
    const { focus, settings, zone } = this.ports;
    const { session, unreviewed } = focus;
    if (session) return { kind: 'session', session: sessionView(session, focus.interruptions(), Date.now()) };
    if (state.kind !== 'recording') return { kind: 'none' };
    const { id = 0, intention = '' } = unreviewed ?? {};
    const review = unreviewed && { id, text: reviewText(unreviewed, zone()), intention };
    return { kind: 'ready', minutes: settings.current['focus.minutes'], review };
  }
}
