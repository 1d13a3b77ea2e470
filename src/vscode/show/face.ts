import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import type { Event } from '../../base/emitter.ts';
import { Lazy } from '../../base/lazy.ts';
import type { RecordFilter } from '../../core/audit/filterSchema.ts';
import type { FirstRows } from '../../core/messages/record.ts';
import type { Session } from '../../core/focus/session.ts';
import type { StatsKeeper } from '../../runtime/statsKeeper.ts';
import type { QueueRoom } from '../queue/queueRoom.ts';
import { CheckInItem } from './checkInItem.ts';
import { Contexts } from './contexts.ts';
import { FocusItem } from './focusItem.ts';
import type { Panel } from './panel.ts';
import { PanelPlace } from './panelPlace.ts';
import { deferStart } from './recordingState.ts';
import type { SnapshotPorts } from './snapshot.ts';
import { StatusBar } from './statusBar.ts';

export interface FacePorts extends Omit<SnapshotPorts, 'stats' | 'items'> {
  readonly extensionUri: vscode.Uri;
  readonly stats: Lazy<StatsKeeper>;
  readonly room: QueueRoom;
  /** Shows what of the record a filter lets through. */
  readonly openRecord: (filter: RecordFilter) => Promise<void>;
  readonly readRows: (filter: RecordFilter) => Promise<FirstRows>;
  readonly log: vscode.LogOutputChannel;
}

/** What the user sees all day: the status bar and the panel, each brought up to date when something has changed. */
export class Face implements vscode.Disposable {
  private readonly ports: FacePorts;
  private readonly disposables = new DisposableStore();
  private readonly statusBar = this.disposables.add(new StatusBar());
  private readonly checkInItem: CheckInItem;
  private readonly panel = new Lazy(() => this.loadPanel());
  private readonly contexts = new Contexts();

  constructor(ports: FacePorts) {
    this.ports = ports;
    const { days, settings, keeper, focus, checkIns, room, zone, log } = ports;
    this.checkInItem = this.disposables.add(new CheckInItem(checkIns, focus));
    const { viewId } = PanelPlace;
    this.disposables.add(vscode.window.registerWebviewViewProvider(viewId, new PanelPlace(this.panel)));
    this.disposables.add(new FocusItem(focus, zone));
    this.updateOn(days.onDidChange, settings.onDidChange, vscode.workspace.onDidChangeWorkspaceFolders);
    this.updateOn(keeper.onDidChangeState, focus.onDidChange, checkIns.onDidChange);
    this.disposables.add(
      room.news.onDidChange(() => {
        this.updateQueue();
      }),
    );
    this.disposables.add(
      room.queue.onDidChange(() => {
        // What is done and what items are called is told of today, too.
        this.panel.made?.update();
      }),
    );
    this.disposables.add(
      focus.onDidEnd(session => {
        this.tellEnd(session).catch((error: unknown) => {
          log.error('The end of a focus session could not be told', error);
        });
      }),
    );
  }

  /** Brings the panel to the user. */
  async reveal(): Promise<void> {
    await vscode.commands.executeCommand(`${PanelPlace.viewId}.focus`);
  }

  /** To be called when something has changed that the panel alone shows. */
  updatePanel(): void {
    this.panel.made?.update();
  }

  /** The user has said "Not now". */
  async defer(): Promise<void> {
    await deferStart(this.ports.memory);
    this.panel.made?.update();
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private async loadPanel(): Promise<Panel> {
    const { makePanel } = await import('./makePanel.ts');
    const { room } = this.ports;
    const [stats, desk] = await Promise.all([this.ports.stats.get(), room.desk.get()]);
    const panel = makePanel({
      ...this.ports,
      ...{ stats, desk, items: room.items },
      defer: () => this.defer(),
    });
    this.disposables.add(
      stats.onDidLoad(() => {
        panel.update();
      }),
    );
    return panel;
  }

  private async tellEnd(session: Session): Promise<void> {
    const { tellSessionEnd } = await import('./sessionEnd.ts');
    await tellSessionEnd(session, this.ports);
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
    this.panel.made?.update();
    // Lets the palette and the panel's menu offer what makes sense now.
    this.contexts.set('andon.state', state.kind);
  }

  private updateQueue(): void {
    const { queue } = this.ports.room;
    this.contexts.set('andon.item', queue.active !== null);
    this.contexts.set('andon.hasItems', queue.items.size > 0);
    this.contexts.set('andon.canUndo', queue.undoLabel !== null);
    this.contexts.set('andon.canRedo', queue.redoLabel !== null);
    this.panel.made?.updateQueue();
    this.updateStatusBar();
  }

  private updateStatusBar(): void {
    const { keeper, days, settings, workspace, room } = this.ports;
    const { state } = keeper;
    if (!state) return;
    const { day } = days.today();
    this.statusBar.update({
      ...{ state, day, item: room.activeText(), settings: settings.current },
      isLeftOut: workspace.state === 'leftOut',
    });
  }
}
