import type { Clock } from '../base/clock.ts';
import { clockShift } from '../core/focus/clockShift.ts';
import { isOpen, transition, type Session, type SessionEvent } from '../core/focus/session.ts';
import type { SessionChange } from '../store/sessions.ts';
import type { Store } from '../store/store.ts';
import { patiently } from './patiently.ts';
import type { RecordKeeper } from './recordKeeper.ts';

/** The id of the session after which the user wanted no more: stands in the record, since it holds in all windows. */
const DECLINED = 'offerDeclined';

/** What the record says of sessions. */
export interface KnownSessions {
  /** The one that is open, or else the one that ended last. */
  readonly last: Session | null;
  /** As `last`, but no break. */
  readonly lastFocus: Session | null;
  /** The session after which the user wanted nothing to be offered. */
  readonly declinedId: number | null;
}

export const NO_SESSIONS: KnownSessions = { last: null, lastFocus: null, declinedId: null };

/** What happens to the last session; null: nothing. */
export type EventFor = (last: Session | null, now: number) => SessionEvent | null;

/** Focus sessions as the record has them, for the windows that share it. Methods throw a `StoreError`, or reject with one. */
export class SessionRecord {
  private readonly keeper: RecordKeeper;
  private readonly clock: Clock;
  private readonly uptime: () => number;

  /** `uptime`: milliseconds since the machine was started, sleep included; nobody can set it. */
  constructor(keeper: RecordKeeper, clock: Clock, uptime: () => number) {
    this.keeper = keeper;
    this.clock = clock;
    this.uptime = uptime;
  }

  read(): KnownSessions {
    const store = this.keeper.readable?.store;
    if (!store) return NO_SESSIONS;
    const last = store.sessions.last();
    const declined = store.getMeta(DECLINED);
    return {
      last,
      lastFocus: last?.kind === 'break' ? store.sessions.lastFocus() : last,
      declinedId: declined === null ? null : Number(declined),
    };
  }

  /** Lets something happen to the last session, as the record has it now. Throws `StoreBusy` where another window writes. */
  change(eventFor: EventFor): SessionChange {
    const { readable } = this.keeper;
    if (!readable) return { before: null, after: null };
    const now = this.clock.now();
    return readable.store.sessions.change(stored => {
      const last = this.settleClock(stored, now);
      const event = eventFor(last, now);
      return event ? transition(last, event, now) : last;
    }, readable.calendar.offsetAt(now));
  }

  /** As `change`, for what the user asks for: where another window writes, it waits a moment. */
  act(eventFor: EventFor): Promise<SessionChange> {
    return patiently(this.clock, () => this.change(eventFor));
  }

  /** Says how a session went that is over, unless that was said already. */
  async say(id: number, said: Pick<Session, 'outcome' | 'word' | 'reasons'>): Promise<void> {
    await this.write(store => {
      store.sessions.say(id, said);
    });
  }

  /** After that session nothing is offered. */
  async decline(id: number): Promise<void> {
    await this.write(store => {
      store.setMeta(DECLINED, String(id));
    });
  }

  /** By how much the clock was set since the session was last written; null: it was not. */
  clockShift(session: Session): ReturnType<typeof clockShift> {
    return clockShift(session, this.clock.now(), this.uptime());
  }

  /** When the machine was started, by its clock as it is now. */
  bootAt(): number {
    return this.clock.now() - this.uptime();
  }

  private settleClock(session: Session | null, now: number): Session | null {
    const shift = isOpen(session) ? this.clockShift(session) : null;
    return shift ? transition(session, shift, now) : session;
  }

  private async write(work: (store: Store) => void): Promise<void> {
    const { readable } = this.keeper;
    if (!readable) return;
    await patiently(this.clock, () => {
      work(readable.store);
    });
  }
}
