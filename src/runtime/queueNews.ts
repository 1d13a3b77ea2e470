import type { Clock } from '../base/clock.ts';
import { DisposableStore, type Disposable } from '../base/disposable.ts';
import { Emitter } from '../base/emitter.ts';
import { shownMs } from '../core/queue/usedTime.ts';
import type { ItemClock } from './itemClock.ts';
import type { ItemTimes } from './itemTimes.ts';
import type { QueueKeeper } from './queueKeeper.ts';

/** A minute later an item may be back in sight, older, or due; and another day may have begun. */
const REFRESH_MS = 60_000;

/** Tells when the queue may look different, whether or not anybody looks at it. */
export class QueueNews implements Disposable {
  private readonly itemClock: ItemClock;
  private readonly times: ItemTimes;
  private readonly disposables = new DisposableStore();
  private readonly changed = this.disposables.add(new Emitter<void>());
  private shown = 0;

  /** Of a running clock that is so once a minute. */
  readonly onDidChange = this.changed.event;

  constructor(parts: { queue: QueueKeeper; itemClock: ItemClock; times: ItemTimes }, clock: Clock) {
    this.itemClock = parts.itemClock;
    this.times = parts.times;
    const tell = () => {
      this.refresh();
    };
    this.disposables.add(parts.queue.onDidChange(tell));
    this.disposables.add(this.itemClock.onDidChange(tell));
    this.disposables.add(clock.every(REFRESH_MS, tell));
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

  dispose(): void {
    this.disposables.dispose();
  }

  private shownOfActive(): number {
    const { active } = this.itemClock;
    return active === null ? 0 : shownMs(this.times.usedMs.get(active) ?? 0, true);
  }
}
