import { Emitter } from '../base/emitter.ts';
import { detailOf, type FactDetail } from '../core/activity/facts.ts';
import type { Interval } from '../core/activity/interval.ts';
import { activityOf, isCarrying, isContinued } from '../core/activity/pulse.ts';
import type { Signal, SignalOf } from '../core/activity/signal.ts';
import { assertNever } from '../core/assertNever.ts';
import type { Batch } from '../store/batch.ts';
import { Backlog } from './backlog.ts';
import { OpenSpan } from './openSpan.ts';
import { TallyBook } from './tallyBook.ts';
import { LATE_TICK_MS, WindowTrack } from './windowTrack.ts';

export interface RecorderPorts {
  /** Writes all of a batch or throws; answers the ids of its spans, in their order. */
  readonly write: (batch: Batch) => readonly number[];
  /** Minutes east of UTC at an instant. */
  readonly offsetAt: (time: number) => number;
}

/**
 * Merges signals into spans by the pulse rule, in memory, and writes what has changed when told to.
 *
 * Signals must come in order of time; one from before the last (a clock set back) loses nothing and shortens nothing. A signal
 * is read during the call only, so a caller may use one object again and again.
 */
export class Recorder {
  private readonly ports: RecorderPorts;
  private readonly windows = new Map<string, WindowTrack>();
  private readonly tallies = new TallyBook();
  private readonly backlog: Backlog;
  private touchedFrom = Infinity;
  private touchedTo = -Infinity;
  private hasChanges = false;
  /** The two latest different times at which any window said something. */
  private heardAt = -Infinity;
  private heardBefore = -Infinity;

  private readonly committed = new Emitter<readonly number[]>();
  /** The ids of the spans that have just been committed: they are on disk. */
  readonly onDidCommit = this.committed.event;

  constructor(ports: RecorderPorts, backlog = new Backlog()) {
    this.ports = ports;
    this.backlog = backlog;
  }

  record(signal: Signal): void {
    const window = this.windowOf(signal.window);
    if (signal.kind === 'read' && window.isEcho(signal.doc, signal.at)) return;
    window.learn(signal);
    if (signal.kind === 'edit') this.countEdit(signal, window);
    if (isCarrying(signal, window)) this.carry(signal, window);
    this.keepFact(signal, window);
    this.follow(signal, window);
    if (signal.at > this.heardAt) {
      this.heardBefore = this.heardAt;
      this.heardAt = signal.at;
    }
  }

  /** Something has happened that is not written. */
  get isDirty(): boolean {
    return this.hasChanges;
  }

  /** Ends the open spans: what comes next starts anew. For pausing and for the end. */
  close(): void {
    for (const window of this.windows.values()) window.open = null;
  }

  /**
   * Writes what has changed, of each kind of row at most `limit`: after a time in which nothing could be written it may be much,
   * and the next calls bring the rest. Throws what the port throws; then nothing is lost and the next call tries again.
   */
  flush(limit = Infinity): void {
    if (!this.hasChanges) return;
    const spans = this.backlog.spans.slice(0, limit);
    const facts = this.backlog.facts.slice(0, limit);
    const tallies = this.tallies.unsettled(limit);
    const touched = { start: this.touchedFrom, end: this.touchedTo };
    const ids = this.ports.write({ spans, facts, tallies, touched });
    spans.forEach((span, index) => {
      span.id = ids[index] ?? span.id;
      span.isDirty = false;
      span.writtenUntil = span.end;
    });
    this.backlog.remove(spans.length, facts.length);
    this.tallies.settle(limit);
    if (this.backlog.isEmpty && this.tallies.isSettled) this.settle();
    this.committed.fire(ids);
  }

  /** How many rows were dropped since this was last asked, because too many could not be written. */
  takeDropped(): number {
    const { dropped } = this.backlog;
    this.backlog.dropped = 0;
    return dropped;
  }

  /** Drops what has not been written, and where windows were; what they were doing goes on. For erasing and forgetting. */
  forget(): void {
    for (const window of this.windows.values()) window.forget();
    this.tallies.clear();
    this.settle();
  }

  private windowOf(label: string): WindowTrack {
    let window = this.windows.get(label);
    if (!window) {
      window = new WindowTrack();
      this.windows.set(label, window);
    }
    return window;
  }

  private countEdit(edit: SignalOf<'edit'>, window: WindowTrack): void {
    if (edit.origin !== 'program') window.noteEdit(edit.doc, edit.at);
    this.tallies.count(edit);
    this.touch(edit.at, edit.at);
  }

  /** The pulse rule. */
  private carry(signal: Signal, window: WindowTrack): void {
    const activity = activityOf(signal, window);
    if (activity === null) return;
    const { at, doc } = signal;
    const project = projectOf(signal, window);
    const branch = branchOf(signal, window);
    let span = window.open;
    if (span && isContinued(span, activity, doc, project, branch, at)) {
      this.touch(span.end, at);
      span.extendTo(at);
    } else {
      const offset = this.ports.offsetAt(at);
      span = new OpenSpan({ window: signal.window, start: at, activity, doc, project, branch, offset });
      window.open = span;
      this.touch(at, at);
    }
    if (signal.kind === 'edit') span.count(signal);
    this.backlog.addSpan(span);
    window.carriedAt = at;
    window.carriedEdit = signal.kind === 'edit' ? doc : null;
  }

  private keepFact(signal: Signal, window: WindowTrack): void {
    const detail = signal.kind === 'tick' ? this.suspendBefore(signal.at, window) : detailOf(signal);
    if (!detail) return;
    const place = { project: projectOf(signal, window), branch: branchOf(signal, window) };
    this.backlog.addFact({
      at: signal.at,
      window: signal.window,
      path: signal.doc?.path ?? null,
      ...place,
      ...detail,
    });
    const touched = touchedBy(signal.at, detail, window);
    if (touched) this.touch(touched.start, touched.end);
    else this.markDirty();
  }

  /** The machine slept where ticks are late and no window said anything in between. */
  private suspendBefore(at: number, window: WindowTrack): FactDetail | null {
    const since = window.lastTick;
    if (!Number.isFinite(since) || at - since <= LATE_TICK_MS) return null;
    const lastWord = this.heardAt < at ? this.heardAt : this.heardBefore;
    return lastWord > since ? null : { kind: 'suspend', since };
  }

  /** What a signal changes in what is known of its window. */
  private follow(signal: Signal, window: WindowTrack): void {
    switch (signal.kind) {
      case 'focus':
        window.focused = signal.focused;
        if (!signal.focused) window.open = null;
        return;
      case 'debug':
        if (signal.phase === 'start') window.debugging.add(signal.id);
        else window.debugging.delete(signal.id);
        return;
      case 'task':
      case 'terminal':
        window.noteRun(signal);
        return;
      case 'tick':
        window.lastTick = signal.at;
        return;
      default:
        return;
    }
  }

  private touch(start: number, end: number): void {
    if (start < this.touchedFrom) this.touchedFrom = start;
    if (end > this.touchedTo) this.touchedTo = end;
    this.markDirty();
  }

  private markDirty(): void {
    this.hasChanges = true;
  }

  private settle(): void {
    this.backlog.clear();
    this.touchedFrom = Infinity;
    this.touchedTo = -Infinity;
    this.hasChanges = false;
  }
}

/** A signal without a document takes its window's last project and branch. */
function projectOf({ doc }: Signal, window: WindowTrack): string | null {
  return doc ? doc.project : window.project;
}

function branchOf({ doc, branch }: Signal, window: WindowTrack): string | null {
  return doc ? branch : window.branch;
}

/** The time whose numbers a fact can change; null: it changes none. */
function touchedBy(at: number, detail: FactDetail, window: WindowTrack): Interval | null {
  switch (detail.kind) {
    case 'away':
      return detail;
    case 'suspend':
      return { start: detail.since, end: at };
    case 'queue':
      // From now on, time is another item's.
      return { start: at, end: Infinity };
    case 'task':
    case 'terminal':
      return detail.phase === 'start' ? null : { start: window.startOfRun(detail) ?? at, end: at };
    case 'focus':
    case 'debug':
    case 'diagnostics':
    case 'git':
      return null;
    default:
      return assertNever(detail);
  }
}
