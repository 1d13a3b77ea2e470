import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import type { Event } from '../../base/emitter.ts';
import type { PanelRequest } from '../../core/messages/panel.ts';
import type { QueueDesk } from '../queue/queueDesk.ts';
import { answer, type Answers } from './answers/answers.ts';
import { checkInAnswers } from './answers/checkInAnswers.ts';
import { focusAnswers } from './answers/focusAnswers.ts';
import { queueAnswers } from './answers/queueAnswers.ts';
import { recordAnswers } from './answers/recordAnswers.ts';
import { CheckInItem } from './checkInItem.ts';
import { Contexts } from './contexts.ts';
import { FocusItem } from './focusItem.ts';
import { Panel } from './panel.ts';
import { deferStart } from './recordingState.ts';
import { tellSessionEnd } from './sessionEnd.ts';
import { snapshotOf, type SnapshotPorts } from './snapshot.ts';
import { StatusBar } from './statusBar.ts';

export interface FacePorts extends SnapshotPorts {
  readonly extensionUri: vscode.Uri;
  readonly desk: QueueDesk;
  readonly log: vscode.LogOutputChannel;
}

/** What the user sees all day: the status bar and the panel, each brought up to date when something has changed. */
export class Face implements vscode.Disposable {
  private readonly ports: FacePorts;
  private readonly disposables = new DisposableStore();
  private readonly statusBar = this.disposables.add(new StatusBar());
  private readonly checkInItem: CheckInItem;
  private readonly panel: Panel;
  private readonly contexts = new Contexts();

  constructor(ports: FacePorts) {
    this.ports = ports;
    const { days, stats, settings, keeper, focus, checkIns, desk, zone, log } = ports;
    this.checkInItem = this.disposables.add(new CheckInItem(checkIns, focus));
    this.panel = this.makePanel();
    this.disposables.add(vscode.window.registerWebviewViewProvider(Panel.viewId, this.panel));
    this.disposables.add(new FocusItem(focus, zone));
    this.updateOn(days.onDidChange, stats.onDidLoad, settings.onDidChange);
    this.updateOn(keeper.onDidChangeState, focus.onDidChange, checkIns.onDidChange);
    this.disposables.add(
      desk.ports.board.onDidChange(() => {
        this.updateQueue();
      }),
    );
    this.disposables.add(
      desk.ports.queue.onDidChange(() => {
        // What is done and what items are called is told of today, too.
        this.panel.update();
      }),
    );
    this.disposables.add(
      focus.onDidEnd(session => {
        tellSessionEnd(session, ports).catch((error: unknown) => {
          log.error('The end of a focus session could not be told', error);
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

  private makePanel(): Panel {
    const { extensionUri, desk, log } = this.ports;
    const answers = this.answers();
    return new Panel({
      extensionUri,
      snapshot: () => snapshotOf(this.ports),
      queue: () => desk.ports.board.view(),
      onRequest: request => {
        answer(answers, request).catch((error: unknown) => {
          log.error(`The panel asked for ${request.type}, which failed`, error);
        });
      },
      log,
    });
  }

  private answers(): Answers<PanelRequest> {
    const { keeper, focus, desk, checkIns, settings, log } = this.ports;
    const update = () => {
      this.panel.update();
    };
    return {
      ...recordAnswers({ keeper, log, update, defer: () => this.defer() }),
      ...focusAnswers(focus),
      ...queueAnswers(desk, settings),
      ...checkInAnswers(checkIns),
    };
  }

  private updateOn(...events: readonly Event<unknown>[]): void {
    for (const event of events) {
      this.disposables.add(
        event(() => {
          this.update();
        }),
      );
    }
  }

  private update(): void {
    const { state } = this.ports.keeper;
    if (!state) return;
    this.updateStatusBar();
    this.checkInItem.update();
    this.panel.update();
    // Lets the palette and the panel's menu offer what makes sense now.
    this.contexts.set('andon.state', state.kind);
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
    const { day } = days.today();
    this.statusBar.update({ state, day, item: desk.activeText(), settings: settings.current });
  }
}
