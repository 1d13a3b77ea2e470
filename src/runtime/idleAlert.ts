import type { Clock } from '../base/clock.ts';
import { DisposableStore, type Disposable } from '../base/disposable.ts';
import { Emitter } from '../base/emitter.ts';
import { alertSince } from '../core/idle/idleAlert.ts';
import { StoreBusy } from '../store/errors.ts';
import type { Store } from '../store/store.ts';
import type { DayKeeper } from './dayKeeper.ts';
import type { FocusKeeper } from './focusKeeper.ts';
import { lastHeard } from './lastHeard.ts';
import type { Leader } from './leader.ts';
import type { RecordKeeper } from './recordKeeper.ts';

export interface IdleAlertPorts {
  readonly clock: Clock;
  readonly days: DayKeeper;
  readonly focus: FocusKeeper;
  readonly leader: Leader;
  /** After how many milliseconds one wants to be told; 0: never. */
  readonly alertAfterMs: () => number;
  /** A key was pressed or the mouse moved in this window of late, in whatever part of it. */
  readonly isActive: () => boolean;
  readonly onFailure: (what: string, error: unknown) => void;
}

const LOOK_MS = 5_000;

/** In `meta`: when a window saw somebody who left no other trace in the record. */
const SEEN = 'idle.seen';
/** So old may what is known of a person be before a window says that somebody is there. */
const SEEN_MS = 30_000;
/** In `meta`: since when nobody was heard of, as it was last told in a message. */
const TOLD = 'idle.told';

/** Notices that nobody was there for as long as the user chose. It is shown in every window, and told once. */
export class IdleAlert implements Disposable {
  private readonly keeper: RecordKeeper;
  private readonly ports: IdleAlertPorts;
  private readonly disposables = new DisposableStore();
  private readonly changed = this.disposables.add(new Emitter<void>());
  private readonly told = this.disposables.add(new Emitter<number>());
  private known: number | null = null;
  private hasFailed = false;

  readonly onDidChange = this.changed.event;
  /** To be told in a message, in this window alone: since when nobody was heard of, in epoch milliseconds. */
  readonly onDidAlert = this.told.event;

  constructor(keeper: RecordKeeper, ports: IdleAlertPorts) {
    this.keeper = keeper;
    this.ports = ports;
    const look = () => {
      this.look();
    };
    this.disposables.add(ports.days.onDidChange(look));
    this.disposables.add(ports.focus.onDidChange(look));
    this.disposables.add(ports.clock.every(LOOK_MS, look));
  }

  /** Since when nobody was heard of in any window, in epoch milliseconds, where that is to be seen now; null: it is not. */
  get since(): number | null {
    return this.known;
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private look(): void {
    if (this.ports.alertAfterMs() === 0) {
      this.become(null);
      return;
    }
    try {
      this.become(this.read());
      this.tell();
    } catch (error) {
      // Another window writes: the next look tries again.
      if (!(error instanceof StoreBusy)) this.fail(error);
    }
  }

  private read(): number | null {
    const { clock, days, focus, alertAfterMs, isActive } = this.ports;
    const store = this.keeper.readable?.store;
    if (!store || this.keeper.state?.kind !== 'recording') return null;
    const now = clock.now();
    const { local, day } = days.today();
    const heardAt = Math.max(lastHeard(store, day?.pieces ?? []), seenAt(store));
    if (isActive()) {
      if (now - heardAt > SEEN_MS) store.setMeta(SEEN, String(now));
      return null;
    }
    // Before one's first sign of the day there is nobody to be told.
    const isToday = heardAt >= local.start;
    return alertSince({
      alertAfterMs: alertAfterMs(),
      heardAt: isToday ? heardAt : null,
      isInSession: focus.session !== null,
      now,
    });
  }

  private tell(): void {
    const since = this.known;
    if (since === null) return;
    const isDone = this.ports.leader.isLeading && this.keeper.readable?.store.claimMeta(TOLD, String(since));
    if (isDone) this.told.fire(since);
  }

  private become(since: number | null): void {
    if (since === this.known) return;
    this.known = since;
    this.changed.fire();
  }

  private fail(error: unknown): void {
    if (this.hasFailed) return;
    this.hasFailed = true;
    this.ports.onFailure('How long nobody was there cannot be told now.', error);
  }
}

function seenAt(store: Store): number {
  return Number(store.getMeta(SEEN) ?? -Infinity);
}
