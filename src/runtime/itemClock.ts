import type { Clock } from '../base/clock.ts';
import { DisposableStore, type Disposable } from '../base/disposable.ts';
import { Emitter } from '../base/emitter.ts';
import type { Store } from '../store/store.ts';
import type { RecordKeeper } from './recordKeeper.ts';

export interface ItemClockPorts {
  readonly clock: Clock;
  /** The label of this window. */
  readonly window: string;
  readonly onFailure: (what: string, error: unknown) => void;
}

/**
 * Knows whose clock runs: the one current item over all windows. It starts and stops by facts in the record, from which the time used
 * is measured.
 */
export class ItemClock implements Disposable {
  private readonly keeper: RecordKeeper;
  private readonly ports: ItemClockPorts;
  private readonly disposables = new DisposableStore();
  private readonly changed = this.disposables.add(new Emitter<void>());
  private store: Store | null = null;
  private current: string | null = null;
  /** What was said here is not on disk yet, so that the record knows less than this window. */
  private isUnwritten = false;

  /** Another item is current. */
  readonly onDidChange = this.changed.event;

  constructor(keeper: RecordKeeper, ports: ItemClockPorts) {
    this.keeper = keeper;
    this.ports = ports;
    this.disposables.add(
      keeper.onDidCommit(() => {
        if (!this.isUnwritten) return;
        this.isUnwritten = false;
        this.look();
      }),
    );
    const look = () => {
      this.look();
    };
    this.disposables.add(keeper.onDidChangeRecord(look));
    this.disposables.add(keeper.onDidChangeState(look));
  }

  /** The id of the item whose clock runs; null: none. */
  get active(): string | null {
    return this.current;
  }

  start(id: string): void {
    if (id !== this.current) this.say(id, 'start');
  }

  /** Does nothing where another item is current. */
  stop(id: string): void {
    if (id === this.current) this.say(id, 'stop');
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private say(item: string, phase: 'start' | 'stop'): void {
    const { clock, window } = this.ports;
    if (!this.keeper.readable) return;
    this.isUnwritten = true;
    this.keeper.signal({ kind: 'queue', at: clock.now(), window, doc: null, branch: null, item, phase });
    // On disk at once, so that other windows see it; where one of them writes just now, the next beat brings it.
    this.keeper.flush();
    this.become(phase === 'start' ? item : null);
  }

  private look(): void {
    const store = this.keeper.readable?.store ?? null;
    if (store !== this.store) this.isUnwritten = false;
    this.store = store;
    if (this.isUnwritten) return;
    try {
      this.become(store?.currentItem(this.ports.clock.now()) ?? null);
    } catch (error) {
      this.ports.onFailure('Whose clock runs cannot be read now.', error);
    }
  }

  private become(item: string | null): void {
    if (item === this.current) return;
    this.current = item;
    this.changed.fire();
  }
}
