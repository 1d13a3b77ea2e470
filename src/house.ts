import { randomUUID } from 'node:crypto';
import { join, normalize } from 'node:path';
import { Uri, window, type ExtensionContext, type LogOutputChannel } from 'vscode';
import { systemClock } from './base/clock.ts';
import { DisposableStore, type Disposable } from './base/disposable.ts';
import { Lazy } from './base/lazy.ts';
import { Keepers } from './runtime/keepers.ts';
import type { RecordKeeper } from './runtime/recordKeeper.ts';
import { StoreError } from './store/errors.ts';
import type { AwayRoom } from './vscode/away/awayRoom.ts';
import { registerCommands, type CommandHandlers } from './vscode/commands/commands.ts';
import type { ExcludedPlaces } from './vscode/listen/exclusions.ts';
import { listen } from './vscode/listen/listen.ts';
import { machineUptime, machineZone, yieldTurn } from './vscode/machine.ts';
import type { NudgesRoom } from './vscode/nudges/nudgesRoom.ts';
import { QueueRoom } from './vscode/queue/queueRoom.ts';
import { keeperOfFile } from './vscode/recordFile.ts';
import type { RulesRoom } from './vscode/rules/rulesRoom.ts';
import { rulesOf } from './vscode/rules.ts';
import { UserSettings } from './vscode/settings.ts';
import { Face } from './vscode/show/face.ts';
import { Tabs } from './vscode/show/tabs.ts';
import { tellUnavailable } from './vscode/show/unavailable.ts';
import { WorkspaceRecording } from './vscode/workspaceRecording.ts';

const DATABASE = 'andon.sqlite';

/** Everything of Andon in one window. Built in order by constructors: each part gets what it needs and knows no more. */
export class House implements Disposable {
  private readonly context: ExtensionContext;
  private readonly log: LogOutputChannel;
  private readonly disposables = new DisposableStore();
  private readonly folder: string;
  private readonly file: string;
  /** The label of this window. */
  private readonly window = randomUUID();
  private readonly settings: UserSettings;
  private readonly workspace: WorkspaceRecording;
  private readonly keeper: RecordKeeper;
  private readonly keepers: Keepers;
  private readonly queue: QueueRoom;
  /** Loaded when the record is there: what one was away for is no matter of the first second. */
  private readonly away = new Lazy(() => this.loadAway());
  /** Loaded when the record is there, and after all that one sees at once. */
  private readonly rules = new Lazy(() => this.loadRules());
  /** What rules find is told after they have looked. */
  private readonly nudges = new Lazy(() => this.loadNudges());
  private readonly face: Face;

  constructor(
    context: ExtensionContext,
    log: LogOutputChannel,
    onDidCommit: (ids: readonly number[]) => void,
  ) {
    this.context = context;
    this.log = log;
    this.folder = context.globalStorageUri.fsPath;
    this.file = join(this.folder, DATABASE);
    this.settings = this.disposables.add(new UserSettings(log));
    this.workspace = this.disposables.add(new WorkspaceRecording(this.settings, () => this.excluded()));
    this.keeper = this.disposables.add(keeperOfFile(this.file, log));
    this.disposables.add(this.keeper.onDidCommit(onDidCommit));
    this.disposables.add(tellUnavailable(this.keeper, log));
    this.keepers = this.disposables.add(this.makeKeepers());
    this.queue = this.disposables.add(this.makeQueue());
    const tabs = this.disposables.add(this.makeTabs());
    this.face = this.disposables.add(this.makeFace(tabs));
    const handlers = new Lazy(() => this.loadHandlers(tabs));
    this.disposables.add(registerCommands(handlers, log));
  }

  /** Goes on with the record, where there is one, and begins to listen. */
  async begin(): Promise<void> {
    await this.keeper.begin();
    const listening = this.disposables.add(
      await listen({
        window: this.window,
        emit: signal => {
          this.keeper.signal(signal);
          this.keepers.breakpoints.signal(signal);
          this.queue.signal(signal);
          this.nudges.made?.signal(signal);
        },
        excluded: () => this.excluded(),
        log: this.log,
      }),
    );
    this.disposables.add(
      this.settings.onDidChange(() => {
        listening.forgetPlaces();
      }),
    );
    await this.away.get();
    await this.nudges.get();
    await this.beginUpkeep();
    await this.greet();
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** What cannot be read since the record is damaged is the keeper's concern. */
  private readonly onFailure = (what: string, error: unknown): void => {
    if (error instanceof StoreError && error.code === 'damaged') this.keeper.noticeDamage(error);
    else this.log.error(what, error);
  };

  private excluded(): ExcludedPlaces {
    const { current } = this.settings;
    return {
      folders: [
        ...current['record.excludeFolders'].map(folder => Uri.file(normalize(folder))),
        userFolder(this.context),
      ],
      globs: current['record.exclude'],
    };
  }

  private async beginUpkeep(): Promise<void> {
    const { upkeepOfFile } = await import('./vscode/upkeepOfFile.ts');
    this.disposables.add(
      upkeepOfFile(this.file, this.keeper, {
        isLeader: () => this.keepers.leader.isLeading,
        keepMonths: () => this.settings.current['record.keepMonths'],
        onFailure: this.onFailure,
      }),
    );
  }

  private makeKeepers(): Keepers {
    const { settings, log } = this;
    const keepers = new Keepers(this.keeper, {
      ...{ clock: systemClock, zone: machineZone, uptime: machineUptime, yieldTurn },
      rules: () => rulesOf(settings.current),
      name: `${process.pid} ${this.window}`,
      isForeground: () => window.state.focused,
      mayAsk: () => settings.current['checkIn.ask'],
      queue: () => this.queue.measured(),
      onLongRecompute: recompute => {
        this.tell('History is computed anew', async () => (await tellings()).showRecompute(recompute));
      },
      onDidRecompute: change => {
        this.tell('What a setting changed', async () => (await tellings()).tellRuleChange(change));
      },
      onFailure: this.onFailure,
    });
    const { leader } = keepers;
    this.disposables.add(
      leader.onDidChange(() => {
        log.info(leader.isLeading ? 'This window leads.' : 'This window leads no more.');
      }),
    );
    this.disposables.add(
      settings.onDidChange(() => {
        keepers.recompute();
      }),
    );
    return keepers;
  }

  /** What cannot be told is logged. */
  private tell(what: string, say: () => Promise<void>): void {
    say().catch((error: unknown) => {
      this.log.error(`${what}, which could not be told`, error);
    });
  }

  private makeQueue(): QueueRoom {
    const { keeper, settings } = this;
    const { days, focus } = this.keepers;
    return new QueueRoom({
      ...{ keeper, days, focus, settings, window: this.window },
      ...{ clock: systemClock, zone: machineZone, yieldTurn },
      rules: () => rulesOf(settings.current),
      onFailure: this.onFailure,
    });
  }

  private makeTabs(): Tabs {
    const { context, folder, file, keeper, keepers, queue, settings, workspace, log, onFailure } = this;
    return new Tabs({ context, folder, file, keeper, keepers, queue, settings, workspace, log, onFailure });
  }

  private makeFace({ openRecord, readRows }: Tabs): Face {
    const { context, folder, keeper, settings, workspace, log } = this;
    const { days, stats, focus, checkIns } = this.keepers;
    return new Face({
      ...{ folder, keeper, days, stats, focus, checkIns, room: this.queue, away: this.away },
      nudges: this.nudges,
      ...{ settings, workspace, log },
      extensionUri: context.extensionUri,
      memory: context.globalState,
      zone: machineZone,
      openRecord,
      readRows,
    });
  }

  private async loadAway(): Promise<AwayRoom> {
    const { AwayRoom } = await import('./vscode/away/awayRoom.ts');
    const { keeper, settings, window: label, log } = this;
    const { days, focus, leader } = this.keepers;
    const away = this.disposables.add(
      new AwayRoom({
        ...{ keeper, days, focus, leader, settings, window: label },
        ...{ clock: systemClock, zone: machineZone },
        rules: () => rulesOf(settings.current),
        onFailure: (what, error) => {
          log.error(what, error);
        },
      }),
    );
    this.disposables.add(
      away.onDidChange(() => {
        this.face.updatePanel();
      }),
    );
    this.face.updatePanel();
    return away;
  }

  private async loadRules(): Promise<RulesRoom> {
    const { RulesRoom } = await import('./vscode/rules/rulesRoom.ts');
    const { keeper, settings, log, onFailure } = this;
    const { leader } = this.keepers;
    return this.disposables.add(
      new RulesRoom(keeper, { ...{ leader, settings, log, onFailure, yieldTurn }, clock: systemClock }),
    );
  }

  private async loadNudges(): Promise<NudgesRoom> {
    const { NudgesRoom } = await import('./vscode/nudges/nudgesRoom.ts');
    const { rules } = await this.rules.get();
    const { keeper, settings, window: label, onFailure } = this;
    const { leader, focus } = this.keepers;
    const nudges = this.disposables.add(
      new NudgesRoom({
        ...{ keeper, leader, focus, settings, onFailure, rulesAtWork: rules, window: label },
        ...{ clock: systemClock, zone: machineZone },
      }),
    );
    this.disposables.add(
      nudges.onDidChange(() => {
        this.face.updatePanel();
      }),
    );
    this.face.updatePanel();
    return nudges;
  }

  private async loadHandlers(tabs: Tabs): Promise<CommandHandlers> {
    const { commandHandlers } = await import('./vscode/commands/handlers.ts');
    const { context, file, keeper, settings, workspace, log } = this;
    const { days, focus, checkIns } = this.keepers;
    const { items } = this.queue;
    const desk = await this.queue.desk.get();
    const { away, nudges } = this;
    const kept = { file, keeper, days, focus, checkIns, desk, items, away, nudges };
    const parts = { ...kept, tabs, settings, workspace };
    return commandHandlers({ ...parts, zone: machineZone, folder: context.globalStorageUri, log });
  }

  private async greet(): Promise<void> {
    if (this.keeper.state?.kind !== 'notStarted') return;
    const { tellOnce } = await import('./vscode/show/firstRun.ts');
    await tellOnce({
      folder: this.folder,
      memory: this.context.globalState,
      start: () => this.keeper.start(),
      look: () => this.face.reveal(),
      defer: () => this.face.defer(),
    });
  }
}

function tellings() {
  return import('./vscode/show/tellRuleChange.ts');
}

/** Where VS Code keeps the user's settings, snippets and keys: editing those is no work on a project. */
function userFolder({ globalStorageUri }: ExtensionContext): Uri {
  return Uri.joinPath(globalStorageUri, '..', '..');
}
