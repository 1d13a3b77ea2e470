import type { ExtensionContext, LogOutputChannel } from 'vscode';
import { DisposableStore, type Disposable } from '../../base/disposable.ts';
import { Lazy } from '../../base/lazy.ts';
import type { RecordFilter } from '../../core/audit/filterSchema.ts';
import type { FirstRows } from '../../core/messages/record.ts';
import type { Keepers } from '../../runtime/keepers.ts';
import type { RecordKeeper } from '../../runtime/recordKeeper.ts';
import type { QueueRoom } from '../queue/queueRoom.ts';
import type { UserSettings } from '../settings.ts';
import type { TuningTab } from '../tuning/tuningTab.ts';
import type { WorkspaceRecording } from '../workspaceRecording.ts';
import type { RecordedTab } from './recordedTab.ts';
import type { StatsTab } from './statsTab.ts';
import { RECORDED_TAB, restoreTab, STATS_TAB, TUNING_TAB } from './tabPlace.ts';

export interface TabsPorts {
  readonly context: ExtensionContext;
  /** The folder of the record, and its file. */
  readonly folder: string;
  readonly file: string;
  readonly keeper: RecordKeeper;
  readonly keepers: Keepers;
  readonly queue: QueueRoom;
  readonly settings: UserSettings;
  readonly workspace: WorkspaceRecording;
  readonly log: LogOutputChannel;
  /** Something failed; `error` is for the log. */
  readonly onFailure: (what: string, error: unknown) => void;
}

/** The editor tabs of one window, each loaded when it is first opened or VS Code brings it back after a reload. */
export class Tabs implements Disposable {
  readonly stats = new Lazy(() => this.loadStats());
  readonly recorded = new Lazy(() => this.loadRecorded());
  readonly tuning = new Lazy(() => this.loadTuning());
  private readonly ports: TabsPorts;
  private readonly disposables = new DisposableStore();

  constructor(ports: TabsPorts) {
    this.ports = ports;
    this.disposables.add(restoreTab(STATS_TAB, this.stats));
    this.disposables.add(restoreTab(RECORDED_TAB, this.recorded));
    this.disposables.add(restoreTab(TUNING_TAB, this.tuning));
    const { keepers, settings, queue } = ports;
    for (const changed of [keepers.days.onDidChange, settings.onDidChange, queue.queue.onDidChange]) {
      this.disposables.add(
        changed(() => {
          this.stats.made?.update();
        }),
      );
    }
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** Opens the list of the record, with what a filter leaves of it. */
  readonly openRecord = async (filter: RecordFilter): Promise<void> => {
    const tab = await this.stats.get();
    tab.showRecord(filter);
  };

  /** Reads the first rows that a filter leaves of the record. Rejects with a `StoreError`. */
  readonly readRows = async (filter: RecordFilter): Promise<FirstRows> => {
    const { readFirstRows } = await import('../record/makeRecordList.ts');
    const { keeper, keepers, settings, queue } = this.ports;
    return readFirstRows({ keeper, days: keepers.days, settings, queue: () => queue.measured() }, filter);
  };

  private async loadStats(): Promise<StatsTab> {
    const { StatsTab } = await import('./statsTab.ts');
    const { context, folder, keeper, keepers, log } = this.ports;
    const { days } = keepers;
    const stats = await keepers.stats.get();
    const { list, corrections } = await this.loadRecordList();
    const tab = new StatsTab({
      ...{ folder, keeper, days, stats, list, corrections, log },
      extensionUri: context.extensionUri,
      memory: context.globalState,
    });
    for (const changed of [stats.onDidLoad, list.onDidChange]) {
      this.disposables.add(
        changed(() => {
          tab.update();
        }),
      );
    }
    return tab;
  }

  private async loadRecordList() {
    const { makeRecordList } = await import('../record/makeRecordList.ts');
    const { keeper, keepers, settings, log, queue } = this.ports;
    const desk = await queue.desk.get();
    return makeRecordList(
      { keeper, days: keepers.days, settings, desk, queue: () => queue.measured(), log },
      this.disposables,
    );
  }

  private async loadRecorded(): Promise<RecordedTab> {
    const { RecordedTab } = await import('./recordedTab.ts');
    const { context, folder, file, keeper, settings, workspace, log } = this.ports;
    return this.disposables.add(
      new RecordedTab({
        ...{ folder, file, keeper, settings, workspace, log },
        extensionUri: context.extensionUri,
        memory: context.globalState,
      }),
    );
  }

  private async loadTuning(): Promise<TuningTab> {
    const { TuningTab } = await import('../tuning/tuningTab.ts');
    const { context, folder, keeper, settings, onFailure, log } = this.ports;
    return this.disposables.add(
      new TuningTab({
        ...{ folder, keeper, settings, onFailure, log },
        extension: context.extension,
        memory: context.globalState,
        openRecord: this.openRecord,
        readRows: this.readRows,
      }),
    );
  }
}
