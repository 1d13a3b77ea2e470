import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { uptime } from 'node:os';
import { join, normalize } from 'node:path';
import { Uri, window, type ExtensionContext, type LogOutputChannel } from 'vscode';
import { systemClock } from './base/clock.ts';
import { DisposableStore, type Disposable } from './base/disposable.ts';
import { sessionStretches } from './core/stats/sessionStretches.ts';
import { minutes, type Settings } from './core/settings.ts';
import { Breakpoints } from './runtime/breakpoints.ts';
import { CheckInKeeper } from './runtime/checkInKeeper.ts';
import { DayKeeper } from './runtime/dayKeeper.ts';
import { DaySealer } from './runtime/daySealer.ts';
import { FocusKeeper, type FocusRules } from './runtime/focusKeeper.ts';
import { Leader } from './runtime/leader.ts';
import { RecordKeeper } from './runtime/recordKeeper.ts';
import { StatsKeeper } from './runtime/statsKeeper.ts';
import { WorkdayKeeper } from './runtime/workdayKeeper.ts';
import { eraseFiles } from './store/file.ts';
import { checkSqlite, openStore } from './store/open.ts';
import { registerCommands } from './vscode/commands/commands.ts';
import { commandHandlers } from './vscode/commands/handlers.ts';
import { listen } from './vscode/listen/listen.ts';
import { QueueRoom } from './vscode/queue/queueRoom.ts';
import { UserSettings } from './vscode/settings.ts';
import { Face } from './vscode/show/face.ts';
import { tellOnce } from './vscode/show/firstRun.ts';
import { recordingState } from './vscode/show/recordingState.ts';
import { StatsTab } from './vscode/show/statsTab.ts';
import { tellUnavailable } from './vscode/show/unavailable.ts';

const DATABASE = 'andon.sqlite';

/** Everything of Andon in one window. Built in order by constructors: each part gets what it needs and knows no more. */
export class House implements Disposable {
  private readonly context: ExtensionContext;
  private readonly log: LogOutputChannel;
  private readonly disposables = new DisposableStore();
  private readonly folder: string;
  /** The label of this window. */
  private readonly window = randomUUID();
  private readonly settings: UserSettings;
  private readonly keeper: RecordKeeper;
  private readonly sealer: DaySealer;
  private readonly breakpoints: Breakpoints;
  private readonly focus: FocusKeeper;
  private readonly queue: QueueRoom;
  private readonly face: Face;

  constructor(
    context: ExtensionContext,
    log: LogOutputChannel,
    onDidCommit: (ids: readonly number[]) => void,
  ) {
    this.context = context;
    this.log = log;
    this.folder = context.globalStorageUri.fsPath;
    this.settings = this.disposables.add(new UserSettings(log));
    this.keeper = this.disposables.add(makeKeeper(join(this.folder, DATABASE), log));
    this.disposables.add(this.keeper.onDidCommit(onDidCommit));
    this.disposables.add(tellUnavailable(this.keeper, log));
    const rules = () => ({ idleAfterMs: minutes(this.settings.current['idle.after']) });
    const onFailure = (what: string, error: unknown) => {
      log.error(what, error);
    };
    const days = this.disposables.add(
      new DayKeeper(this.keeper, { clock: systemClock, zone: machineZone, rules, onFailure }),
    );
    const leader = this.disposables.add(
      new Leader(this.keeper, { clock: systemClock, name: `${process.pid} ${this.window}`, onFailure }),
    );
    const isLeading = () => leader.isLeading;
    this.sealer = this.disposables.add(
      new DaySealer(this.keeper, { clock: systemClock, rules, isLeading, yieldTurn, onFailure }),
    );
    this.disposables.add(
      leader.onDidChange(() => {
        log.info(leader.isLeading ? 'This window leads.' : 'This window leads no more.');
        void this.sealer.sealPast();
      }),
    );
    this.disposables.add(
      this.settings.onDidChange(() => {
        // Every number may be another by another rule.
        days.forget();
        void this.sealer.sealPast();
      }),
    );
    this.breakpoints = new Breakpoints(this.keeper, systemClock);
    this.focus = this.disposables.add(
      new FocusKeeper(this.keeper, {
        clock: systemClock,
        uptime: () => uptime() * 1000,
        rules: () => ({ ...rules(), ...focusRules(this.settings.current) }),
        breakpoints: this.breakpoints,
        isForeground: () => window.state.focused,
        onFailure,
      }),
    );
    this.queue = this.disposables.add(
      new QueueRoom({
        ...{ keeper: this.keeper, days, focus: this.focus, settings: this.settings },
        ...{ clock: systemClock, zone: machineZone, rules, yieldTurn, onFailure },
        window: this.window,
      }),
    );
    const stats = this.disposables.add(
      new StatsKeeper(this.keeper, days, {
        rules: () => ({
          ...rules(),
          deepBlockMs: minutes(this.settings.current['focus.deepBlockMinutes']),
          planMs: planOf(this.settings.current),
        }),
        queue: () => this.queue.measured(),
        sessionsIn: day => sessionStretches(this.focus.sessionsIn(day), day, systemClock.now()),
        checkIns: (from, to) => this.keeper.readable?.store.checkIns.between(from, to) ?? [],
        zone: machineZone,
        yieldTurn,
        onFailure,
      }),
    );
    const statsTab = this.disposables.add(this.makeStatsTab(stats, days));
    const checkIns = this.disposables.add(
      new CheckInKeeper(this.keeper, {
        clock: systemClock,
        leader,
        days,
        workdays: new WorkdayKeeper(this.keeper, { rules, yieldTurn }),
        focus: this.focus,
        breakpoints: this.breakpoints,
        mayAsk: () => this.settings.current['checkIn.ask'],
        onFailure,
      }),
    );
    this.face = this.disposables.add(
      new Face({
        extensionUri: context.extensionUri,
        memory: context.globalState,
        folder: this.folder,
        keeper: this.keeper,
        days,
        stats,
        focus: this.focus,
        desk: this.queue.desk,
        items: this.queue.items,
        checkIns,
        settings: this.settings,
        zone: machineZone,
        log,
      }),
    );
    this.disposables.add(
      registerCommands(
        commandHandlers({
          keeper: this.keeper,
          focus: this.focus,
          desk: this.queue.desk,
          items: this.queue.items,
          checkIns,
          settings: this.settings,
          statsTab,
          zone: machineZone,
          folder: context.globalStorageUri,
          log,
        }),
        log,
      ),
    );
  }

  /** Goes on with the record, where there is one, and begins to listen. */
  async begin(): Promise<void> {
    await this.keeper.begin();
    const listening = this.disposables.add(
      await listen({
        window: this.window,
        emit: signal => {
          this.keeper.signal(signal);
          this.breakpoints.signal(signal);
          this.queue.signal(signal);
        },
        excluded: () => ({
          folders: [
            ...this.settings.current['record.excludeFolders'].map(folder => Uri.file(normalize(folder))),
            userFolder(this.context),
          ],
          globs: this.settings.current['record.exclude'],
        }),
        log: this.log,
      }),
    );
    this.disposables.add(
      this.settings.onDidChange(() => {
        listening.forgetPlaces();
      }),
    );
    await this.greet();
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private makeStatsTab(stats: StatsKeeper, days: DayKeeper): StatsTab {
    const { keeper, folder, log } = this;
    const memory = this.context.globalState;
    const tab = new StatsTab({
      extensionUri: this.context.extensionUri,
      stats,
      recording: () => keeper.state && recordingState(keeper.state, { memory, folder }),
      today: () => days.today().local.date,
      start: () => keeper.start(),
      log,
    });
    const { onDidChange } = this.queue.desk.ports.queue;
    for (const changed of [days.onDidChange, stats.onDidLoad, this.settings.onDidChange, onDidChange]) {
      this.disposables.add(
        changed(() => {
          tab.update();
        }),
      );
    }
    return tab;
  }

  private async greet(): Promise<void> {
    if (this.keeper.state?.kind !== 'notStarted') return;
    await tellOnce({
      folder: this.folder,
      memory: this.context.globalState,
      start: () => this.keeper.start(),
      look: () => this.face.reveal(),
      defer: () => this.face.defer(),
    });
  }
}

/** What is planned of deep time for a week, in milliseconds; null: no plan. */
function planOf(settings: Settings): number | null {
  return minutes(settings['focus.weeklyPlan'] * 60) || null;
}

function focusRules(settings: Settings): Omit<FocusRules, 'idleAfterMs'> {
  return {
    softLandingMs: minutes(settings['focus.softLanding']),
    pomodoro: {
      roundMs: minutes(settings['focus.pomodoro.round']),
      breakMs: minutes(settings['focus.pomodoro.break']),
      longBreakMs: minutes(settings['focus.pomodoro.longBreak']),
    },
  };
}

function makeKeeper(file: string, log: LogOutputChannel): RecordKeeper {
  return new RecordKeeper({
    clock: systemClock,
    zone: machineZone,
    fileId: () => fileId(file),
    checkSupport: checkSqlite,
    open: () =>
      openStore(file, {
        onWarning: message => {
          log.warn(message);
        },
      }),
    eraseFiles: () => {
      const left = eraseFiles(file);
      if (left.length > 0) log.warn('Emptied, but still held by another window:', ...left);
    },
    onFailure: (what, error) => {
      log.error(what, error);
    },
  });
}

/** Where VS Code keeps the user's settings, snippets and keys: editing those is no work on a project. */
function userFolder({ globalStorageUri }: ExtensionContext): Uri {
  return Uri.joinPath(globalStorageUri, '..', '..');
}

/** A file made anew at the same path is another one. */
function fileId(file: string): string | null {
  try {
    const { dev, ino, birthtimeNs } = statSync(file, { bigint: true });
    return `${dev}:${ino}:${birthtimeNs}`;
  } catch {
    return null;
  }
}

function yieldTurn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}

function machineZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
