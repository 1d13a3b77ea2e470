import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { uptime } from 'node:os';
import { join, normalize } from 'node:path';
import { Uri, window, type ExtensionContext, type LogOutputChannel } from 'vscode';
import { systemClock } from './base/clock.ts';
import { DisposableStore, type Disposable } from './base/disposable.ts';
import { minutes } from './core/settings.ts';
import { DayKeeper } from './runtime/dayKeeper.ts';
import { DaySealer } from './runtime/daySealer.ts';
import { FocusKeeper } from './runtime/focusKeeper.ts';
import { RecordKeeper } from './runtime/recordKeeper.ts';
import { Upkeep } from './runtime/upkeep.ts';
import { backUp } from './store/backup.ts';
import { backupNames, eraseCopies } from './store/copies.ts';
import { StoreError } from './store/errors.ts';
import { eraseFiles } from './store/file.ts';
import { checkSqlite } from './store/open.ts';
import { openRepaired } from './store/openRepaired.ts';
import { registerCommands } from './vscode/commands/commands.ts';
import { commandHandlers } from './vscode/commands/handlers.ts';
import { listen } from './vscode/listen/listen.ts';
import { UserSettings } from './vscode/settings.ts';
import { Face } from './vscode/show/face.ts';
import { tellOnce } from './vscode/show/firstRun.ts';
import { tellRepaired } from './vscode/show/repaired.ts';
import { tellUnavailable } from './vscode/show/unavailable.ts';

const DATABASE = 'andon.sqlite';

/** Everything of Andon in one window. Built in order by constructors: each part gets what it needs and knows no more. */
export class House implements Disposable {
  private readonly context: ExtensionContext;
  private readonly log: LogOutputChannel;
  private readonly disposables = new DisposableStore();
  private readonly folder: string;
  private readonly settings: UserSettings;
  private readonly keeper: RecordKeeper;
  private readonly sealer: DaySealer;
  private readonly focus: FocusKeeper;
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
    const file = join(this.folder, DATABASE);
    this.keeper = this.disposables.add(makeKeeper(file, log));
    this.disposables.add(this.keeper.onDidCommit(onDidCommit));
    this.disposables.add(tellUnavailable(this.keeper, log));
    const rules = () => ({ idleAfterMs: minutes(this.settings.current['idle.after']) });
    const onFailure = (what: string, error: unknown) => {
      if (error instanceof StoreError && error.code === 'damaged') this.keeper.noticeDamage(error);
      else log.error(what, error);
    };
    const days = this.disposables.add(
      new DayKeeper(this.keeper, { clock: systemClock, zone: machineZone, rules, onFailure }),
    );
    this.sealer = this.disposables.add(
      new DaySealer(this.keeper, { clock: systemClock, rules, yieldTurn, onFailure }),
    );
    this.disposables.add(
      this.settings.onDidChange(() => {
        // Every number may be another by another rule.
        days.forget();
        void this.sealer.sealPast();
      }),
    );
    this.disposables.add(
      new Upkeep(this.keeper, {
        clock: systemClock,
        // Two windows do each other no harm: the second finds what the first has done or begun.
        isLeader: () => true,
        keepMonths: () => this.settings.current['record.keepMonths'],
        backupNames: () => backupNames(file),
        backUp: (date, isWanted) => backUp(file, date, isWanted),
        onFailure,
      }),
    );
    this.focus = this.disposables.add(
      new FocusKeeper(this.keeper, {
        clock: systemClock,
        uptime: () => uptime() * 1000,
        rules: () => ({ ...rules(), softLandingMs: minutes(this.settings.current['focus.softLanding']) }),
        isForeground: () => window.state.focused,
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
        focus: this.focus,
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
          settings: this.settings,
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
        window: randomUUID(),
        emit: signal => {
          this.keeper.signal(signal);
          this.focus.signal(signal);
        },
        excluded: () => [
          ...this.settings.current['record.excludeFolders'].map(folder => Uri.file(normalize(folder))),
          userFolder(this.context),
        ],
        log: this.log,
      }),
    );
    this.disposables.add(
      this.settings.onDidChange(() => {
        listening.forgetPlaces();
      }),
    );
    void this.sealer.sealPast();
    await this.greet();
  }

  dispose(): void {
    this.disposables.dispose();
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

function makeKeeper(file: string, log: LogOutputChannel): RecordKeeper {
  const keeper: RecordKeeper = new RecordKeeper({
    clock: systemClock,
    zone: machineZone,
    fileId: () => fileId(file),
    checkSupport: checkSqlite,
    open: isDamaged =>
      openRepaired(file, {
        isDamaged,
        now: () => systemClock.now(),
        yieldTurn,
        onWarning: message => {
          log.warn(message);
        },
        onRepair: repair => {
          tellRepaired(repair, log);
        },
        onDamage: error => {
          keeper.noticeDamage(error);
        },
      }),
    eraseFiles: () => {
      const left = eraseFiles(file);
      if (left.length > 0) log.warn('Emptied, but still held by another window:', ...left);
    },
    eraseCopies: () => {
      const left = eraseCopies(file);
      if (left.length > 0) log.warn('Still there, since another window holds them:', ...left);
    },
    onFailure: (what, error) => {
      log.error(what, error);
    },
  });
  return keeper;
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
