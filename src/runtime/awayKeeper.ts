import type { Clock } from '../base/clock.ts';
import { DisposableStore, type Disposable } from '../base/disposable.ts';
import { Emitter } from '../base/emitter.ts';
import type { Interval } from '../core/activity/interval.ts';
import type { AwayWord } from '../core/activity/signal.ts';
import { likeText, nameByRule, ruleLike, type AlwaysRule } from '../core/idle/always.ts';
import { pausesOf, type Pause } from '../core/idle/pause.ts';
import { isUnnamed, openPause, wordOn } from '../core/idle/question.ts';
import type { AwayView } from '../core/messages/away.ts';
import type { DayRules } from '../core/stats/day.ts';
import { clockText, type ClockText } from '../core/text/clock.ts';
import { formatDuration } from '../core/text/duration.ts';
import { StoreBusy } from '../store/errors.ts';
import type { Store } from '../store/store.ts';
import { lastHeard } from './lastHeard.ts';
import type { DayKeeper } from './dayKeeper.ts';
import type { FocusKeeper } from './focusKeeper.ts';
import { patiently } from './patiently.ts';
import type { KeeperState, RecordKeeper } from './recordKeeper.ts';

export interface AwayKeeperPorts {
  readonly clock: Clock;
  /** The label of this window. */
  readonly window: string;
  /** The machine's zone now (IANA name). */
  readonly zone: () => string;
  readonly days: DayKeeper;
  readonly focus: FocusKeeper;
  readonly rules: () => DayRules;
  /** Pauses that name themselves, by the setting. */
  readonly always: () => readonly AlwaysRule[];
  readonly onFailure: (what: string, error: unknown) => void;
}

/** How often it is looked whether the question has stood for long enough. */
const LOOK_MS = 10_000;

/** In `meta`: pauses that began before that time are settled. */
const SETTLED = 'away.settled';
/** In `meta`: the start of the pause that was last named by a rule, in one window for all. */
const BY_RULE = 'away.byRule';

/**
 * Keeps the question what the last pause was. Which pause that is, and whether it was answered, is told by the record alone, so
 * that it stands in every window, and goes in all of them with the answer in one.
 */
export class AwayKeeper implements Disposable {
  private readonly keeper: RecordKeeper;
  private readonly ports: AwayKeeperPorts;
  private readonly disposables = new DisposableStore();
  private readonly changed = this.disposables.add(new Emitter<void>());
  private known: AwayView | null = null;
  private state: KeeperState['kind'] | undefined;
  private hasFailed = false;

  /** The question came, was answered or went, in this window or another. */
  readonly onDidChange = this.changed.event;

  constructor(keeper: RecordKeeper, ports: AwayKeeperPorts) {
    this.keeper = keeper;
    this.ports = ports;
    this.state = keeper.state?.kind;
    const look = () => {
      this.look();
    };
    this.disposables.add(keeper.onDidChangeState(({ kind }) => void this.follow(kind)));
    this.disposables.add(ports.days.onDidChange(look));
    this.disposables.add(ports.focus.onDidChange(look));
    this.disposables.add(ports.clock.every(LOOK_MS, look));
    this.look();
  }

  /** null: there is no pause to say anything of now. */
  get view(): AwayView | null {
    return this.known;
  }

  /**
   * Says what a time was, in place of what was said of it before; `none` takes that back. Where it is the pause that is asked about,
   * nobody is asked any more. Rejects with a `StoreError`.
   */
  async say({ start, end }: Interval, as: AwayWord): Promise<void> {
    const { clock, window } = this.ports;
    if (!this.keeper.readable || end <= start) return;
    const pause = this.known;
    this.signal({ start, end }, as, clock.now(), window);
    if (pause && start < pause.end && end > pause.start) await this.settle(pause.end);
  }

  /** Leaves the pause as it is: unanswered, or named by itself. Rejects with a `StoreError`. */
  async leave(): Promise<void> {
    if (this.known) await this.settle(this.known.end);
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private signal({ start, end }: Interval, as: AwayWord, at: number, window: string): void {
    this.keeper.signal({ kind: 'away', at, window, doc: null, branch: null, start, end, as });
    this.keeper.flush();
  }

  private async settle(until: number): Promise<void> {
    const store = this.keeper.readable?.store;
    if (!store) return;
    await patiently(this.ports.clock, () => {
      if (settledUntil(store) < until) store.setMeta(SETTLED, String(until));
    });
    this.look();
  }

  /** While recording was paused nobody was away: there is nothing to ask about. */
  private async follow(kind: KeeperState['kind']): Promise<void> {
    const hasResumed = this.state === 'paused' && kind === 'recording';
    this.state = kind;
    try {
      if (hasResumed) await this.settle(this.ports.clock.now());
      else this.look();
    } catch (error) {
      this.fail(error);
    }
  }

  private look(): void {
    const before = JSON.stringify(this.known);
    try {
      this.known = this.read();
    } catch (error) {
      // Another window writes: the next look tries again.
      if (!(error instanceof StoreBusy)) this.fail(error);
    }
    if (JSON.stringify(this.known) !== before) this.changed.fire();
  }

  private read(): AwayView | null {
    const store = this.keeper.readable?.store;
    const pause = store && this.openPause(store);
    if (!pause) return null;
    if (isUnnamed(pause) && this.nameByRule(store, pause)) return this.read();
    const isByRule = store.getMeta(BY_RULE) === String(pause.start);
    const word = wordOn(pause, { isInSession: this.ports.focus.session !== null, isByRule });
    return word && viewOf(pause, word.as, clockText(this.ports.zone()));
  }

  private openPause(store: Store): Pause | null {
    const { clock, days, rules } = this.ports;
    const pieces = days.today().day?.pieces ?? [];
    const heardAt = lastHeard(store, pieces);
    const pauses = pausesOf(pieces, heardAt);
    const now = clock.now();
    const input = { pauses, idleAfterMs: rules().idleAfterMs, now, settledUntil: settledUntil(store) };
    // The sessions are asked for only where it may depend on them.
    const latest = openPause({ ...input, sessionEndedAt: now });
    return (
      latest && openPause({ ...input, sessionEndedAt: this.sessionEndedAt({ start: latest.end, end: now }) })
    );
  }

  private sessionEndedAt(range: Interval): number {
    return this.ports.focus
      .sessionsIn(range)
      .reduce((last, { endedAt }) => Math.max(last, endedAt ?? -Infinity), -Infinity);
  }

  /** Names a pause by itself, once over all windows; answers whether it did. */
  private nameByRule(store: Store, pause: Pause): boolean {
    const rules = this.ports.always();
    if (rules.length === 0 || this.keeper.state?.kind !== 'recording') return false;
    const as = nameByRule(rules, pause, clockText(this.ports.zone()));
    if (as === null || !store.claimMeta(BY_RULE, String(pause.start))) return false;
    this.signal(pause, as, this.ports.clock.now(), this.ports.window);
    return true;
  }

  private fail(error: unknown): void {
    if (this.hasFailed) return;
    this.hasFailed = true;
    this.ports.onFailure('What time away was cannot be read or written now.', error);
  }
}

function viewOf({ start, end }: Pause, as: AwayView['as'], clock: ClockText): AwayView {
  return {
    start,
    end,
    length: formatDuration(end - start),
    range: clock.range({ start, end }),
    as,
    like: likeText(ruleLike({ start, end }, 'break', clock)),
  };
}

function settledUntil(store: Store): number {
  return Number(store.getMeta(SETTLED) ?? -Infinity);
}
