import type { Clock } from '../base/clock.ts';
import { DisposableStore, type Disposable } from '../base/disposable.ts';
import { Emitter } from '../base/emitter.ts';
import type { Calendar } from '../core/activity/calendar.ts';
import type { Signal } from '../core/activity/signal.ts';
import { StoreError } from '../store/errors.ts';
import type { Store } from '../store/store.ts';
import { Recorder } from './recorder.ts';
import { calendarOf } from './zones.ts';

/** What is recorded is on disk this soon, and what other windows did is seen this soon. Source: design, promise 3. */
export const BEAT_MS = 2_000;

/** Whether a record is kept now. */
export type KeeperState =
  /** There is no record: the user has not said Start, or has erased it. */
  | { readonly kind: 'notStarted' }
  | { readonly kind: 'recording' }
  | { readonly kind: 'paused' }
  /** There can be none; `reason` says what happened, `remedy` what to do next. */
  | { readonly kind: 'unavailable'; readonly reason: string; readonly remedy: string };

export interface RecordKeeperPorts {
  readonly clock: Clock;
  /** The machine's zone now (IANA name). */
  readonly zone: () => string;
  /** Tells the record's file from any other; null where there is none: the user has not said Start. */
  readonly fileId: () => string | null;
  /** Opens the record, and makes it where there is none. Throws a `StoreError`. */
  readonly open: () => Promise<Store>;
  /** Throws a `StoreError` where this editor cannot keep a record at all. */
  readonly checkSupport: () => Promise<void>;
  /** Removes the record's files. */
  readonly eraseFiles: () => void;
  /** Something failed that the user cannot see; `error` goes to the log. */
  readonly onFailure: (what: string, error: unknown) => void;
}

/** An open record: while there is none, the keeper has nothing to write into. */
interface OpenRecord {
  readonly store: Store;
  readonly recorder: Recorder;
  readonly calendar: Calendar;
  readonly fileId: string | null;
  dataVersion: number;
  /** Beats since something was written; null when the log has been moved into the database. */
  quietBeats: number | null;
  /** Paused or not, as the user said it, until it is written; null: it is. */
  unwritten: boolean | null;
}

/** After that many beats without a write nobody types: time for what takes some milliseconds. */
const QUIET_BEATS = 5;
/** After erasing, no new file is made before every other window has let go of the old one: they would take the new one's log for theirs. */
const ERASE_REST_MS = BEAT_MS + 500;

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
  private record: OpenRecord | null = null;
  private current: KeeperState | null = null;
  /** Opening, starting and erasing take turns. */
  private turn: Promise<void> = Promise.resolve();
  private isDisposed = false;

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
    return this.inTurn(() => this.look());
  }

  /** Starts the record. To be called when the user has agreed. */
  start(): Promise<void> {
    return this.inTurn(async () => {
      if (!this.record) await this.open();
    });
  }

  signal(signal: Signal): void {
    if (this.current?.kind === 'recording') this.record?.recorder.record(signal);
  }

  /** Writes now: on losing the focus, and at the end. */
  flush(): void {
    try {
      this.record?.recorder.flush();
    } catch (error) {
      this.onWriteFailure(error);
    }
  }

  /** Stops recording in all windows until `resume`. */
  pause(): void {
    if (this.current?.kind !== 'recording') return;
    this.flush();
    this.record?.recorder.close();
    this.setPaused(true);
  }

  resume(): void {
    if (this.current?.kind === 'paused') this.setPaused(false);
  }

  /**
   * Erases everything, in every window; after it nothing is recorded until the next Start. Rejects with a `StoreError` where
   * nothing could be erased, and recording goes on.
   */
  async erase(): Promise<void> {
    await this.inTurn(async () => {
      const { record } = this;
      if (record) {
        record.recorder.forget();
        // First the content, in place: another window may hold the file open for some seconds more.
        await record.store.scrub();
        this.record = null;
        record.store.close();
      }
      this.ports.eraseFiles();
      this.become({ kind: 'notStarted' });
    });
    void this.inTurn(() => this.rest(ERASE_REST_MS));
  }

  dispose(): void {
    this.isDisposed = true;
    this.flush();
    this.record?.store.close();
    this.record = null;
    this.disposables.dispose();
  }

  private rest(ms: number): Promise<void> {
    return new Promise(resolve => {
      const timer = this.ports.clock.every(ms, () => {
        timer.dispose();
        resolve();
      });
    });
  }

  private inTurn(step: () => Promise<void>): Promise<void> {
    const mine = this.turn.then(async () => {
      if (!this.isDisposed) await step();
    });
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private async look(): Promise<void> {
    if (this.record) return;
    if (this.ports.fileId() !== null) return this.open();
    try {
      await this.ports.checkSupport();
      this.become({ kind: 'notStarted' });
    } catch (error) {
      this.fail(error);
    }
  }

  private async open(): Promise<void> {
    try {
      const store = await this.ports.open();
      if (this.isDisposed) {
        store.close();
        return;
      }
      const calendar = calendarOf(store, this.ports.zone(), this.ports.clock.now());
      const recorder = new Recorder({
        write: batch => store.write(batch),
        offsetAt: time => calendar.offsetAt(time),
      });
      const record = {
        store,
        recorder,
        calendar,
        fileId: this.ports.fileId(),
        quietBeats: 0,
        unwritten: null,
      };
      this.record = { ...record, dataVersion: store.dataVersion() };
      recorder.onDidCommit(ids => {
        if (this.record) this.record.quietBeats = 0;
        this.committed.fire(ids);
      });
      this.become({ kind: isPaused(store) ? 'paused' : 'recording' });
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
      // Another window has started the record, or has kept it busy until now.
      if (fileId !== null && this.current?.kind !== 'unavailable') void this.inTurn(() => this.look());
      return;
    }
    if (fileId !== record.fileId) {
      this.drop();
      return;
    }
    this.flush();
    this.writePaused(record);
    this.follow(record);
    tidy(record);
  }

  /** Takes over what other windows did. */
  private follow(record: OpenRecord): void {
    try {
      const version = record.store.dataVersion();
      if (version === record.dataVersion) return;
      record.dataVersion = version;
      this.recordChanged.fire();
      if (record.unwritten !== null) return;
      const kind = isPaused(record.store) ? 'paused' : 'recording';
      if (kind === 'paused') record.recorder.close();
      if (kind !== this.current?.kind) this.become({ kind });
    } catch (error) {
      this.onWriteFailure(error);
    }
  }

  /** Lets go of a record that another window has erased. */
  private drop(): void {
    this.record?.recorder.forget();
    this.record?.store.close();
    this.record = null;
    this.become({ kind: 'notStarted' });
  }

  /** Holds in this window at once, and in the others when it is written. */
  private setPaused(paused: boolean): void {
    if (!this.record) return;
    this.record.unwritten = paused;
    this.become({ kind: paused ? 'paused' : 'recording' });
    this.writePaused(this.record);
  }

  private writePaused(record: OpenRecord): void {
    if (record.unwritten === null) return;
    try {
      record.store.setMeta('paused', record.unwritten ? 'yes' : null);
      record.unwritten = null;
    } catch (error) {
      this.onWriteFailure(error);
    }
  }

  private onWriteFailure(error: unknown): void {
    if (error instanceof StoreError) {
      // Nothing was written and nothing is lost: the next beat tries again.
      if (error.code === 'busy') return;
      if (error.code === 'forgotten') {
        this.drop();
        return;
      }
    }
    this.ports.onFailure('The record could not be written. It is tried again every 2 seconds.', error);
  }

  private fail(error: unknown): void {
    const told = error instanceof StoreError ? error : new StoreError('other', { cause: error });
    this.ports.onFailure(told.message, error);
    this.become({ kind: 'unavailable', reason: told.message, remedy: told.remedy });
  }

  private become(state: KeeperState): void {
    this.current = state;
    this.stateChanged.fire(state);
  }
}

/** Moves the log into the database once nobody types. */
function tidy(record: OpenRecord): void {
  if (record.quietBeats === null || record.quietBeats++ < QUIET_BEATS) return;
  record.store.checkpoint();
  record.quietBeats = null;
}

function isPaused(store: Store): boolean {
  return store.getMeta('paused') === 'yes';
}
