import type { Clock } from '../base/clock.ts';
import { DisposableStore, type Disposable } from '../base/disposable.ts';
import { Emitter } from '../base/emitter.ts';
import type { LocalDay } from '../core/activity/calendar.ts';
import type { CheckInWords } from '../core/checkIn.ts';
import type { CheckIn, CheckInView } from '../core/messages/checkIn.ts';
import { plainLine } from '../core/text/plainLine.ts';
import { StoreBusy } from '../store/errors.ts';
import type { Asking } from '../store/checkIns.ts';
import type { Breakpoints } from './breakpoints.ts';
import type { DayKeeper } from './dayKeeper.ts';
import type { FocusKeeper } from './focusKeeper.ts';
import type { Leader } from './leader.ts';
import { patiently } from './patiently.ts';
import type { RecordKeeper } from './recordKeeper.ts';

export interface CheckInKeeperPorts {
  readonly clock: Clock;
  readonly leader: Leader;
  readonly days: DayKeeper;
  /** As `WorkdayKeeper` knows it. */
  readonly lastHourOf: (day: LocalDay) => Promise<number | null>;
  readonly focus: FocusKeeper;
  readonly breakpoints: Breakpoints;
  /** By the setting. */
  readonly mayAsk: () => boolean;
  readonly onFailure: (what: string, error: unknown) => void;
}

/** How often it is looked whether it is the time to ask. */
const LOOK_MS = 10_000;

/** What the record has of the check-in of a day. */
interface Known {
  readonly date: string;
  readonly said: CheckIn | null;
  readonly asking: Asking;
}

/**
 * Keeps the check-in of today. The window that leads lets the question stand once a day, near the end of the working hours, at a
 * breakpoint; it stands in the record, so that every window shows it and an answer in one holds in all.
 */
export class CheckInKeeper implements Disposable {
  private readonly keeper: RecordKeeper;
  private readonly ports: CheckInKeeperPorts;
  private readonly disposables = new DisposableStore();
  private readonly changed = this.disposables.add(new Emitter<void>());
  private known: Known | null = null;
  /** When the user last asked for it here, and for which day. */
  private wanted: { readonly at: number; readonly date: string } | null = null;
  private isDeciding = false;
  private hasFailed = false;

  /** It was asked for, answered or put off, in this window or another. */
  readonly onDidChange = this.changed.event;

  constructor(keeper: RecordKeeper, ports: CheckInKeeperPorts) {
    this.keeper = keeper;
    this.ports = ports;
    const look = () => {
      this.look();
    };
    this.disposables.add(keeper.onDidChangeState(look));
    this.disposables.add(keeper.onDidChangeRecord(look));
    this.disposables.add(
      ports.clock.every(LOOK_MS, () => {
        void this.considerAsking();
      }),
    );
  }

  /** null: there is no record to keep it in. */
  view(): CheckInView | null {
    const known = this.today();
    if (!known) return null;
    const wantedAt = this.wanted?.date === known.date ? this.wanted.at : null;
    return { said: known.said, isAsked: isStanding(known), wantedAt };
  }

  /** Whether the question stands and nothing was answered yet. */
  get isAsking(): boolean {
    const known = this.today();
    return known !== null && isStanding(known);
  }

  /** Lets it stand in this window, whatever the time. */
  want(): void {
    const known = this.today();
    if (!known) return;
    this.wanted = { at: this.ports.clock.now(), date: known.date };
    this.changed.fire();
  }

  /** Says how today is, in place of what was said before. Rejects with a `StoreError`. */
  async say(said: CheckInWords): Promise<void> {
    const { clock } = this.ports;
    const store = this.keeper.readable?.store;
    const date = this.today()?.date;
    if (!store || date === undefined) return;
    await patiently(clock, () => {
      store.checkIns.say({ ...said, date, sentence: plainLine(said.sentence) }, clock.now());
    });
    this.look();
  }

  /** Not today, in any window. Rejects with a `StoreError`. */
  async skip(): Promise<void> {
    this.wanted = null;
    const store = this.keeper.readable?.store;
    const date = this.today()?.date;
    if (!store || date === undefined) return;
    await patiently(this.ports.clock, () => {
      store.checkIns.skip(date);
    });
    this.look();
    this.changed.fire();
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private look(): void {
    const before = JSON.stringify(this.known);
    this.known = null;
    if (JSON.stringify(this.today()) !== before) this.changed.fire();
  }

  private today(): Known | null {
    const { readable } = this.keeper;
    if (!readable) return null;
    const { date } = readable.calendar.dayAt(this.ports.clock.now());
    if (this.known?.date === date) return this.known;
    try {
      const { checkIns } = readable.store;
      this.known = { date, said: checkIns.of(date), asking: checkIns.asking(date) };
    } catch (error) {
      this.fail(error);
      this.known = null;
    }
    return this.known;
  }

  private async considerAsking(): Promise<void> {
    if (this.isDeciding || !this.mayAskNow()) return;
    this.isDeciding = true;
    try {
      if (await this.isTime()) this.ask();
    } catch (error) {
      if (!(error instanceof StoreBusy)) this.fail(error);
    } finally {
      this.isDeciding = false;
    }
  }

  private mayAskNow(): boolean {
    const { leader, focus, days, mayAsk } = this.ports;
    if (!leader.isLeading || !mayAsk() || focus.session) return false;
    const known = this.today();
    if (known?.asking !== 'never' || known.said) return false;
    // Of a day without work there is nothing to say.
    return this.keeper.state?.kind === 'recording' && (days.today().day?.activeMs ?? 0) > 0;
  }

  private async isTime(): Promise<boolean> {
    const { clock, days, lastHourOf, breakpoints } = this.ports;
    if (!breakpoints.isBreakpoint(clock.now() - LOOK_MS)) return false;
    const lastHour = await lastHourOf(days.today().local);
    return lastHour !== null && clock.now() >= lastHour;
  }

  /** Something may have happened while the working hours were read. */
  private ask(): void {
    const date = this.today()?.date;
    if (date === undefined || !this.mayAskNow()) return;
    const isDone = this.ports.leader.once(({ checkIns }) => {
      checkIns.ask(date);
    });
    if (isDone) this.look();
  }

  private fail(error: unknown): void {
    if (this.hasFailed) return;
    this.hasFailed = true;
    this.ports.onFailure('The check-in cannot be read or written now.', error);
  }
}

function isStanding({ asking, said }: Known): boolean {
  return asking === 'stands' && said === null;
}
