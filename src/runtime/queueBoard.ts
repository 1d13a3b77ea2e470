import type { Clock } from '../base/clock.ts';
import type { QueueView } from '../core/messages/queue.ts';
import { QueueViewer, type QueueViewInput } from '../core/queue/queueViewer.ts';
import { clockText, type ClockText } from '../core/text/clock.ts';
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

/** What the queue looks like now: the items with their times and scores, as the panel shows them. See `QueueNews`. */
export class QueueBoard {
  private readonly keeper: RecordKeeper;
  private readonly queue: QueueKeeper;
  private readonly times: ItemTimes;
  private readonly ports: QueueBoardPorts;
  private readonly viewer = new QueueViewer();
  private clockIn: { readonly zone: string; readonly text: ClockText } | null = null;

  constructor(parts: { keeper: RecordKeeper; queue: QueueKeeper; times: ItemTimes }, ports: QueueBoardPorts) {
    this.keeper = parts.keeper;
    this.queue = parts.queue;
    this.times = parts.times;
    this.ports = ports;
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

  private clockFor(zone: string): ClockText {
    if (this.clockIn?.zone !== zone) this.clockIn = { zone, text: clockText(zone) };
    return this.clockIn.text;
  }
}
