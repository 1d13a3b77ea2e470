import type { Event } from '../base/emitter.ts';
import type { Calendar } from '../core/activity/calendar.ts';
import type { Signal } from '../core/activity/signal.ts';
import type { Forgettable } from '../store/forgetSteps.ts';
import type { Store } from '../store/store.ts';
import { Recorder } from './recorder.ts';
import { calendarOf } from './zones.ts';

/** After that many beats without a write nobody types: time for what takes some milliseconds. */
const QUIET_BEATS = 5;

/** So many rows of a kind are written in one go: some milliseconds, even after a long time in which nothing could be written. */
const ROWS_PER_WRITE = 2_000;

const PAUSED = 'paused';
const ERASED = 'erased';

/** A record that is open in this window: the database, the recorder that fills it, and what all windows must agree on. */
export class OpenRecord {
  readonly store: Store;
  readonly calendar: Calendar;
  /** Tells the file from any other that may come to lie at its place. */
  readonly fileId: string | null;
  /** The ids of spans that have just been committed. */
  readonly onDidCommit: Event<readonly number[]>;
  private readonly recorder: Recorder;
  private dataVersion: number;
  private generation: number;
  /** Beats since something was written; null when the log has been moved into the database. */
  private quietBeats: number | null = 0;
  /** Paused or not, as the user said it here, until it is written; null: it is. */
  private unwritten: boolean | null = null;

  constructor(store: Store, fileId: string | null, zone: string, now: number) {
    const calendar = calendarOf(store, zone, now);
    this.store = store;
    this.fileId = fileId;
    this.calendar = calendar;
    this.recorder = new Recorder({
      write: batch => store.write(batch),
      offsetAt: time => calendar.offsetAt(time),
    });
    this.onDidCommit = this.recorder.onDidCommit;
    this.dataVersion = store.dataVersion();
    this.generation = store.generation();
  }

  get isPaused(): boolean {
    return this.unwritten ?? this.store.getMeta(PAUSED) === 'yes';
  }

  /** Another window has erased it, but could not remove the file. */
  get isErased(): boolean {
    return this.store.getMeta(ERASED) === 'yes';
  }

  record(signal: Signal): void {
    this.recorder.record(signal);
  }

  /**
   * Writes what is to be written; of very much only a part, and the next call goes on. Throws a `StoreError`; then nothing is
   * lost, and the next call tries again.
   */
  write(): void {
    if (this.recorder.isDirty) this.quietBeats = 0;
    this.recorder.flush(ROWS_PER_WRITE);
    if (this.unwritten === null) return;
    this.store.setMeta(PAUSED, this.unwritten ? 'yes' : null);
    this.unwritten = null;
  }

  /** Writes all that is to be written, however much it is: for the end. Throws a `StoreError`. */
  writeAll(): void {
    do this.write();
    while (this.recorder.isDirty);
  }

  /** How many rows were dropped from memory since this was last asked, because too many could not be written. */
  takeDropped(): number {
    return this.recorder.takeDropped();
  }

  /** Holds in this window at once, and in the others when it is written. */
  setPaused(paused: boolean): void {
    this.unwritten = paused;
    if (paused) this.recorder.close();
  }

  /** Ends the open spans, since another window has paused the recording. */
  endSpans(): void {
    this.recorder.close();
  }

  /** Whether another window has committed something since this was last asked. */
  hasNews(): boolean {
    const version = this.store.dataVersion();
    const isNew = version !== this.dataVersion;
    this.dataVersion = version;
    return isNew;
  }

  /** Drops what is held of something that was forgotten. Answers whether anything was since this was last asked. */
  followForgetting(): boolean {
    const generation = this.store.generation();
    const isNew = generation !== this.generation;
    this.generation = generation;
    if (isNew) this.recorder.forget();
    return isNew;
  }

  /** Forgets a time or a project. Rejects with a `StoreError`; then nothing is forgotten. */
  async forget(what: Forgettable): Promise<void> {
    await this.store.forget(what);
    this.followForgetting();
  }

  /** Moves the log into the database once nobody types. To be called at every beat. */
  tidy(): void {
    if (this.quietBeats === null || this.quietBeats++ < QUIET_BEATS) return;
    this.store.checkpoint();
    this.quietBeats = null;
  }

  /** Deletes all content, in place, since another window may hold the file open. Rejects with `StoreBusy`; then all is as it was. */
  async erase(): Promise<void> {
    await this.store.scrub();
    this.recorder.forget();
    this.store.setMeta(ERASED, 'yes');
  }

  /** Takes a record that was erased into use again. */
  begin(): void {
    if (this.isErased) this.store.setMeta(ERASED, null);
  }

  close(): void {
    this.store.close();
  }
}
