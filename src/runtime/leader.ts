import type { Clock } from '../base/clock.ts';
import { DisposableStore, type Disposable } from '../base/disposable.ts';
import { Emitter } from '../base/emitter.ts';
import { StoreBusy } from '../store/errors.ts';
import type { Store } from '../store/store.ts';
import type { RecordKeeper } from './recordKeeper.ts';

export interface LeaderPorts {
  readonly clock: Clock;
  /** Names this window among all. */
  readonly name: string;
  readonly onFailure: (what: string, error: unknown) => void;
}

/** How often a window that does not lead asks for the lead. */
const LOOK_MS = 1_000;

/** Of all windows on one record, one leads: it does what must happen once. When it closes or dies, another takes over. */
export class Leader implements Disposable {
  private readonly keeper: RecordKeeper;
  private readonly ports: LeaderPorts;
  private readonly disposables = new DisposableStore();
  private readonly changed = this.disposables.add(new Emitter<void>());
  private leads = false;
  private hasFailed = false;

  /** This window has begun to lead, or does so no more. */
  readonly onDidChange = this.changed.event;

  constructor(keeper: RecordKeeper, ports: LeaderPorts) {
    this.keeper = keeper;
    this.ports = ports;
    const look = () => {
      this.look();
    };
    this.disposables.add(ports.clock.every(LOOK_MS, look));
    this.disposables.add(keeper.onDidChangeState(look));
  }

  get isLeading(): boolean {
    return this.leads;
  }

  /** Writes what must be written once, in one transaction, if this window leads in it; answers whether it did. Throws `StoreBusy`. */
  once(write: (store: Store) => void): boolean {
    const store = this.keeper.readable?.store;
    if (!this.leads || !store) return false;
    return store.leadership.during(this.ports.name, () => {
      write(store);
    });
  }

  dispose(): void {
    this.disposables.dispose();
    this.leads = false;
    this.keeper.readable?.store.leadership.release();
  }

  private look(): void {
    const leads = this.take();
    if (leads === this.leads) return;
    this.leads = leads;
    this.changed.fire();
  }

  private take(): boolean {
    const { clock, name, onFailure } = this.ports;
    try {
      return this.keeper.readable?.store.leadership.tryTake(name, clock.now()) ?? false;
    } catch (error) {
      // Busy: the next look tries again. What else can go wrong is told once.
      if (!(error instanceof StoreBusy) && !this.hasFailed) {
        this.hasFailed = true;
        onFailure('This window cannot find out whether another one leads.', error);
      }
      return false;
    }
  }
}
