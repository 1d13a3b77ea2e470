import { DisposableStore, type Disposable } from '../base/disposable.ts';
import { Emitter } from '../base/emitter.ts';
import type { Item } from '../core/queue/item.ts';
import { overrunMs } from '../core/queue/usedTime.ts';
import { StoreBusy } from '../store/errors.ts';
import type { ItemTimes } from './itemTimes.ts';
import type { QueueKeeper } from './queueKeeper.ts';
import type { RecordKeeper } from './recordKeeper.ts';

export interface OverrunPorts {
  /** This window has the focus: what is said once is best said here. */
  readonly isForeground: () => boolean;
  readonly onFailure: (what: string, error: unknown) => void;
}

/** In `meta`, by item: the budget whose overrun was told, in minutes. */
const TOLD = 'queue.overrun.';

/** Notices that the item in work has used more than its budget: once for each budget, in one window. */
export class Overruns implements Disposable {
  private readonly disposables = new DisposableStore();
  private readonly overran = this.disposables.add(new Emitter<Item>());
  private readonly keeper: RecordKeeper;
  private readonly queue: QueueKeeper;
  private readonly times: ItemTimes;
  private readonly ports: OverrunPorts;
  /** The item and budget that this window knows to be told. */
  private told = '';

  readonly onDidOverrun = this.overran.event;

  constructor(
    { keeper, queue, times }: { keeper: RecordKeeper; queue: QueueKeeper; times: ItemTimes },
    ports: OverrunPorts,
  ) {
    this.keeper = keeper;
    this.queue = queue;
    this.times = times;
    this.ports = ports;
    this.disposables.add(
      times.onDidChange(() => {
        this.look();
      }),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private look(): void {
    const item = this.queue.active;
    if (!item || !this.ports.isForeground()) return;
    if (overrunMs(this.times.usedMs.get(item.id) ?? 0, item) === 0) return;
    const budget = String(item.budgetMinutes);
    if (this.told === `${item.id} ${budget}`) return;
    try {
      const isFirst = this.keeper.readable?.store.claimMeta(TOLD + item.id, budget) ?? false;
      this.told = `${item.id} ${budget}`;
      if (isFirst) this.overran.fire(item);
    } catch (error) {
      // Another window is writing; the next change of the time asks again.
      if (!(error instanceof StoreBusy)) this.ports.onFailure('An overrun could not be noted.', error);
    }
  }
}
