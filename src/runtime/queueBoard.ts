import type { Clock } from '../base/clock.ts';
import { DisposableStore, type Disposable } from '../base/disposable.ts';
import { Emitter } from '../base/emitter.ts';
import type { QueueView } from '../core/messages/queue.ts';
import { QueueViewer, type QueueViewInput } from '../core/queue/queueViewer.ts';
import { shownMs } from '../core/queue/usedTime.ts';
import { clockText, type ClockText } from '../core/text/clock.ts';
import type { ItemClock } from './itemClock.ts';
import type { ItemTimes } from './itemTimes.ts';
import type { QueueKeeper } from './queueKeeper.ts';
import type { RecordKeeper } from './recordKeeper.ts';

export interface QueueBoardPorts {
  readonly clock: Clock;
  readonly zone: () => string;
  readonly rules: () => Pick<QueueViewInput, 'coefficients' | 'sorting' | 'wipLimit'>;
  /** What is known of the time ahead, in minutes. */
  readonly plan: () => Pick<QueueViewInput, 'freeMinutes' | 'deepBlock'>;
}

/** A minute later an item may be back in sight, older, or due; and another day may have begun. */
const REFRESH_MS = 60_000;

/** What the queue looks like now: the items with their times and scores, as the panel shows them. */
export class QueueBoard implements Disposable {
  private readonly keeper: RecordKeeper;
  private readonly queue: QueueKeeper;
  private readonly itemClock: ItemClock;
  private readonly times: ItemTimes;
  private readonly ports: QueueBoardPorts;
  private readonly disposables = new DisposableStore();
  private readonly changed = this.disposables.add(new Emitter<void>());
  private readonly viewer = new QueueViewer();
  private clockIn: { readonly zone: string; readonly text: ClockText } | null = null;
  private shown = 0;

  /** It may look different. Of a running clock that is so once a minute. */
  readonly onDidChange = this.changed.event;

  constructor(
    parts: { keeper: RecordKeeper; queue: QueueKeeper; itemClock: ItemClock; times: ItemTimes },
    ports: QueueBoardPorts,
  ) {
    this.keeper = parts.keeper;
    this.queue = parts.queue;
    this.itemClock = parts.itemClock;
    this.times = parts.times;
    this.ports = ports;
    const tell = () => {
      this.refresh();
    };
    this.disposables.add(this.queue.onDidChange(tell));
    this.disposables.add(this.itemClock.onDidChange(tell));
    this.disposables.add(ports.clock.every(REFRESH_MS, tell));
    this.disposables.add(
      this.times.onDidChange(ids => {
        const { active } = this.itemClock;
        const isRunningOnly = ids.length === 1 && ids[0] === active;
        if (!isRunningOnly || this.shownOfActive() !== this.shown) this.refresh();
      }),
    );
  }

  /** To be called when a setting that the queue is shown by has changed. */
  refresh(): void {
    this.shown = this.shownOfActive();
    this.changed.fire();
  }

  /** The same object as before where it looks the same; null: there is no record to keep a queue in. */
  view(): QueueView | null {
    const { readable } = this.keeper;
    if (!readable) return null;
    const { queue, ports } = this;
    const now = ports.clock.now();
    const zone = ports.zone();
    const calendar = readable.calendar;
    return this.viewer.view({
      ...{ items: queue.items, usedMs: this.times.usedMs, activeId: queue.active?.id ?? null },
      ...{ now, today: calendar.dayAt(now).date, clock: this.clockFor(zone) },
      dateAt: time => calendar.dayAt(time).date,
      ...ports.rules(),
      ...ports.plan(),
      ...{ undo: queue.undoLabel, redo: queue.redoLabel },
    });
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private shownOfActive(): number {
    const { active } = this.itemClock;
    return active === null ? 0 : shownMs(this.times.usedMs.get(active) ?? 0, true);
  }

  private clockFor(zone: string): ClockText {
    if (this.clockIn?.zone !== zone) this.clockIn = { zone, text: clockText(zone) };
    return this.clockIn.text;
  }
}
