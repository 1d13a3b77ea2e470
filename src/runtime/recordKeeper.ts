import { rest, type Clock } from '../base/clock.ts';
import { DisposableStore, type Disposable } from '../base/disposable.ts';
import { Emitter } from '../base/emitter.ts';
import type { Signal } from '../core/activity/signal.ts';
import { StoreError } from '../store/errors.ts';
import type { Forgettable } from '../store/forgetSteps.ts';
import type { Store } from '../store/store.ts';
import { OpenRecord } from './openRecord.ts';
import { Turns } from './turns.ts';

/** What is recorded is on disk this soon. Source: design, promise 3. */
export const BEAT_MS = 2_000;
/** How often is asked whether other windows have written; asking costs microseconds. */
const GLANCE_MS = 500;
/** So many writes in a row may fail before the user is told: what passes by itself is not worth a word. */
const PATIENCE = 2;
/** After erasing, no file is made anew before every other window has let go of the old one: it would take the new log for its own. */
const ERASE_REST_MS = BEAT_MS + 500;

/** Whether a record is kept now. */
export type KeeperState =
  /** There is no record: the user has not said Start, or has erased it. */
  | { readonly kind: 'notStarted' }
  | { readonly kind: 'recording' }
  | { readonly kind: 'paused' }
  /** None can be kept, or it cannot be written now; `reason` says what happened, `remedy` what to do next. */
  | { readonly kind: 'unavailable'; readonly reason: string; readonly remedy: string };

export interface RecordKeeperPorts {
  readonly clock: Clock;
  /** The machine's zone now (IANA name). */
  readonly zone: () => string;
  /** Tells the record's file from any other; null where there is none: the user has not said Start. */
  readonly fileId: () => string | null;
  /**
   * Opens the record, and makes it where there is none. `isDamaged`: it has shown itself to be damaged, and is to be mended
   * first. Rejects with a `StoreError`.
   */
  readonly open: (isDamaged: boolean) => Promise<Store>;
  /** Rejects with a `StoreError` where this editor cannot keep a record at all. */
  readonly checkSupport: () => Promise<void>;
  /** Removes the record's files. */
  readonly eraseFiles: () => void;
  /** Removes what else holds rows of the record: backups, and damaged files that were set aside. */
  readonly eraseCopies: () => void;
  /** Something failed; `error` is for the log. */
  readonly onFailure: (what: string, error: unknown) => void;
}

/**
 * Keeps the record of one window: opens it, writes into it, pauses it, erases it, and notices what other windows did to it.
 *
 * The file itself says whether the user wants to be recorded: there is none before Start. What windows must agree on (paused or
 * not) stands in it too, so that one window's command holds in all.
 */
export class RecordKeeper implements Disposable {
  private readonly ports: RecordKeeperPorts;
  private readonly disposables = new DisposableStore();
  private readonly stateChanged = this.disposables.add(new Emitter<KeeperState>());
  private readonly recordChanged = this.disposables.add(new Emitter<void>());
  private readonly committed = this.disposables.add(new Emitter<readonly number[]>());
  /** Opening, starting and erasing take turns. */
  private readonly turns = this.disposables.add(new Turns());
  private record: OpenRecord | null = null;
  private current: KeeperState | null = null;
  /** A file that was erased but is still there: it is no record until the next Start. */
  private erasedFile: string | null = null;
  /** The file that could not be opened: it is not tried again until there is another. undefined: none. */
  private failedFile: string | null | undefined;
  /** The file that was damaged, and is what mending made of it: it is not mended a second time. undefined: none. */
  private mendedFile: string | null | undefined;
  /** How many writes in a row have failed. */
  private failures = 0;

  readonly onDidChangeState = this.stateChanged.event;
  /** Rows have changed, by this window or another. */
  readonly onDidChangeRecord = this.recordChanged.event;
  /** The ids of spans that have just been committed. */
  readonly onDidCommit = this.committed.event;

  constructor(ports: RecordKeeperPorts) {
    this.ports = ports;
  }

  /** null until `begin` has looked. */
  get state(): KeeperState | null {
    return this.current;
  }

  /** The record to read from; null while there is none. */
  get readable(): Pick<OpenRecord, 'store' | 'calendar'> | null {
    return this.record;
  }

  /** Looks whether there is a record, and goes on with it. */
  begin(): Promise<void> {
    this.disposables.add(
      this.ports.clock.every(BEAT_MS, () => {
        this.beat();
      }),
    );
    this.disposables.add(
      this.ports.clock.every(GLANCE_MS, () => {
        if (this.record) this.follow(this.record);
      }),
    );
    return this.turns.take(() => this.look());
  }

  /** Starts the record. To be called when the user has agreed. */
  start(): Promise<void> {
    return this.turns.take(async () => {
      if (!this.record) await this.open('started');
    });
  }

  signal(signal: Signal): void {
    // While the record cannot be written, it is kept in memory. Which item is in work and what a time away was is the user's own
    // word, no observation, and holds also from within a pause.
    const isOwnWord = signal.kind === 'queue' || signal.kind === 'away';
    const isKept = this.current?.kind === 'recording' || this.failures > 0 || isOwnWord;
    if (!isKept) return;
    this.record?.record(signal);
    // Nobody is there to be kept waiting.
    if (signal.kind === 'focus' && !signal.focused) this.flush();
  }

  /** To be called when this window itself has changed rows that numbers are computed from, in another way than by signals. */
  announce(): void {
    this.recordChanged.fire();
  }

  /** Writes now. */
  flush(): void {
    this.attempt(record => {
      record.write();
    });
  }

  /** Something could not be read, since the record is damaged: lets go of it, and goes on with what can be saved of it. */
  noticeDamage(error: unknown): void {
    const { record } = this;
    if (!record) return;
    this.record = null;
    this.failures = 0;
    record.close();
    if (record.fileId === this.mendedFile) {
      this.fail(error);
      return;
    }
    this.ports.onFailure('The record is damaged.', error);
    void this.turns.take(async () => {
      await this.open('found', true);
      this.mendedFile = this.ports.fileId();
    });
  }

  /** Stops recording in all windows until `resume`. */
  pause(): void {
    if (this.current?.kind === 'recording') this.setPaused(true);
  }

  resume(): void {
    if (this.current?.kind === 'paused') this.setPaused(false);
  }

  /**
   * Forgets a time or a project, in every window and in all copies; recording goes on. Takes seconds at ten years. Rejects with
   * a `StoreError` where nothing was forgotten.
   */
  forget(what: Forgettable): Promise<void> {
    return this.turns.take(async () => {
      await this.record?.forget(what);
      this.ports.eraseCopies();
      this.recordChanged.fire();
    });
  }

  /**
   * Erases everything, in every window; after it nothing is recorded until the next Start. Rejects with a `StoreError` where
   * nothing could be erased; then recording goes on.
   */
  async erase(): Promise<void> {
    await this.turns.take(async () => {
      const { record } = this;
      // What happens meanwhile is not recorded.
      this.record = null;
      try {
        await record?.erase();
      } catch (error) {
        this.record = record;
        throw error;
      }
      record?.close();
      this.failures = 0;
      this.ports.eraseFiles();
      this.ports.eraseCopies();
      this.erasedFile = this.ports.fileId();
      this.become({ kind: 'notStarted' });
    });
    void this.turns.take(() => rest(this.ports.clock, ERASE_REST_MS));
  }

  dispose(): void {
    this.attempt(record => {
      record.writeAll();
    });
    this.record?.close();
    this.record = null;
    this.disposables.dispose();
  }

  private async look(): Promise<void> {
    if (this.record) return;
    this.failedFile = undefined;
    if (this.ports.fileId() !== null) return this.open('found');
    try {
      await this.ports.checkSupport();
      this.become({ kind: 'notStarted' });
    } catch (error) {
      this.fail(error);
    }
  }

  private async open(how: 'found' | 'started', isDamaged = false): Promise<void> {
    try {
      const store = await this.ports.open(isDamaged);
      const { clock, zone, fileId } = this.ports;
      const record = new OpenRecord(store, fileId(), zone(), clock.now());
      if (this.turns.isDisposed || (how === 'found' && record.isErased)) {
        record.close();
        this.erasedFile = record.fileId;
        this.become({ kind: 'notStarted' });
        return;
      }
      record.begin();
      record.onDidCommit(ids => {
        this.committed.fire(ids);
      });
      this.record = record;
      this.erasedFile = null;
      this.failedFile = undefined;
      this.become({ kind: record.isPaused ? 'paused' : 'recording' });
      this.recordChanged.fire();
    } catch (error) {
      // Another window is at work in it for long; the next beat tries again.
      if (error instanceof StoreError && error.code === 'busy') return;
      this.fail(error);
    }
  }

  private beat(): void {
    const { record } = this;
    const fileId = this.ports.fileId();
    if (!record) {
      if (this.isNews(fileId)) void this.turns.take(() => this.look());
      return;
    }
    if (fileId !== record.fileId) {
      this.drop();
      // Another window has mended it, or has begun a new one.
      if (fileId !== null) void this.turns.take(() => this.look());
      return;
    }
    this.flush();
    this.follow(record);
    record.tidy();
  }

  /** While no record is open: whether another window has started one, has kept it busy until now, or has mended what was wrong. */
  private isNews(fileId: string | null): boolean {
    if (fileId === null) return this.current?.kind === 'unavailable' && this.failedFile !== null;
    return fileId !== this.erasedFile && fileId !== this.failedFile;
  }

  /** Takes over what other windows did. */
  private follow(record: OpenRecord): void {
    try {
      if (this.record !== record || !record.hasNews()) return;
      if (record.isErased) {
        this.drop();
        return;
      }
      record.followForgetting();
      this.recordChanged.fire();
      const kind = record.isPaused ? 'paused' : 'recording';
      if (kind === this.current?.kind || this.current?.kind === 'unavailable') return;
      if (kind === 'paused') record.endSpans();
      this.become({ kind });
    } catch (error) {
      this.onWriteFailure(error);
    }
  }

  /** Lets go of a record that another window has erased. */
  private drop(): void {
    this.record?.close();
    this.record = null;
    this.failures = 0;
    this.become({ kind: 'notStarted' });
  }

  private setPaused(paused: boolean): void {
    // First what happened until now.
    this.flush();
    this.record?.setPaused(paused);
    this.become({ kind: paused ? 'paused' : 'recording' });
    this.flush();
  }

  private attempt(write: (record: OpenRecord) => void): void {
    try {
      if (this.record) write(this.record);
      this.recover();
    } catch (error) {
      this.onWriteFailure(error);
    }
  }

  private onWriteFailure(error: unknown): void {
    const code = error instanceof StoreError ? error.code : 'other';
    // Nothing was written and nothing is lost: the next beat tries again.
    if (code === 'busy') return;
    if (code === 'forgotten') {
      if (this.record?.isErased === false) this.record.followForgetting();
      else this.drop();
      return;
    }
    this.failures++;
    if (code === 'damaged') this.noticeDamage(error);
    else if (this.failures === PATIENCE) this.tell(error);
  }

  /** A write has succeeded. */
  private recover(): void {
    const wasTold = this.failures >= PATIENCE;
    this.failures = 0;
    if (!wasTold || !this.record) return;
    const dropped = this.record.takeDropped();
    if (dropped > 0) {
      this.ports.onFailure(
        `${dropped} rows of the record were too many to keep in memory, and are lost.`,
        null,
      );
    }
    this.become({ kind: this.record.isPaused ? 'paused' : 'recording' });
  }

  /** There can be no record of this file. */
  private fail(error: unknown): void {
    this.failedFile = this.ports.fileId();
    this.tell(error);
  }

  private tell(error: unknown): void {
    const told = error instanceof StoreError ? error : new StoreError('other', { cause: error });
    this.ports.onFailure(told.message, error);
    this.become({ kind: 'unavailable', reason: told.message, remedy: told.remedy });
  }

  private become(state: KeeperState): void {
    this.current = state;
    this.stateChanged.fire(state);
  }
}
