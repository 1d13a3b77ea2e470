import { DisposableStore, type Disposable } from '../base/disposable.ts';
import type { Event } from '../base/emitter.ts';
import { dayOfDate, type LocalDay } from '../core/activity/calendar.ts';
import type { CheckIn } from '../core/messages/checkIn.ts';
import type { DayRange } from '../core/messages/stats.ts';
import type { SessionStretch } from '../core/messages/today.ts';
import type { WeekGlance, WeekView } from '../core/messages/week.ts';
import { addDays } from '../core/queue/plainDate.ts';
import type { DayRules } from '../core/stats/day.ts';
import type { ItemNames } from '../core/stats/itemNames.ts';
import { portionsOf } from '../core/stats/portions.ts';
import { doneItems, namesOf, type StatsQueue } from '../core/stats/queueItems.ts';
import { NO_RESULTS, type Results } from '../core/stats/results.ts';
import { todayView, type TodayBeside } from '../core/stats/today.ts';
import type { DayUsual } from '../core/stats/usual.ts';
import { usualOfWeekday } from '../core/stats/week/pastWeeks.ts';
import { weekGlance, weekView, type WeekInput, type WeekOptions } from '../core/stats/week/week.ts';
import { mondayOf } from '../core/stats/week/weekDates.ts';
import { figuresOf, weekDayOf } from '../core/stats/week/weekDay.ts';
import type { DayKeeper } from './dayKeeper.ts';
import { computeDay } from './pastDays.ts';
import { boundsOfWeeks, type PastWeeks } from './pastWeeks.ts';
import { PastWeeksCache } from './pastWeeksCache.ts';
import type { RecordKeeper } from './recordKeeper.ts';

export interface StatsKeeperPorts {
  readonly rules: () => DayRules & WeekOptions;
  readonly queue: () => StatsQueue;
  readonly sessionsIn: (day: LocalDay) => readonly SessionStretch[];
  /** Of a range of ISO dates, both ends included, in order. */
  readonly checkIns: (from: string, to: string) => readonly CheckIn[];
  /** The machine's zone (IANA name). */
  readonly zone: () => string;
  /** Lets everything else that waits have its turn. */
  readonly yieldTurn: () => Promise<void>;
  readonly onFailure: (what: string, error: unknown) => void;
}

/** Knows the weeks: this one at a glance, any other when it is asked for, and what a day is seen beside. */
export class StatsKeeper implements Disposable {
  private readonly keeper: RecordKeeper;
  private readonly dayKeeper: DayKeeper;
  private readonly ports: StatsKeeperPorts;
  private readonly disposables = new DisposableStore();
  private readonly past: PastWeeksCache;

  /** What was not known at once when it was asked for is known by now. */
  readonly onDidLoad: Event<void>;

  constructor(keeper: RecordKeeper, dayKeeper: DayKeeper, ports: StatsKeeperPorts) {
    this.keeper = keeper;
    this.dayKeeper = dayKeeper;
    this.ports = ports;
    this.past = this.disposables.add(
      new PastWeeksCache(keeper, { ...ports, today: () => dayKeeper.today().local.date }),
    );
    this.onDidLoad = this.past.onDidLoad;
  }

  /** This week at a glance, and what today is seen beside, as far as it is known at once. */
  now(): { readonly glance: WeekGlance | null; readonly beside: TodayBeside } {
    const { local } = this.dayKeeper.today();
    try {
      const past = this.past.now(mondayOf(local.date));
      const input = past && this.input(past);
      return {
        glance: input && weekGlance(input, this.ports.rules()),
        beside: this.beside(local, input && this.usualOf(local.date, input)),
      };
    } catch (error) {
      this.ports.onFailure('This week could not be read from the record.', error);
      return {
        glance: null,
        beside: { items: this.names(), results: NO_RESULTS, usual: null, sessions: [] },
      };
    }
  }

  /** The week that holds an ISO date. Rejects with a `StoreError`. */
  async week(date: string): Promise<WeekView> {
    const monday = mondayOf(date);
    const past = (await this.past.whole(monday)) ?? nothingPast(monday);
    const { day } = this.dayKeeper.today();
    const isOfWeek = day !== undefined && mondayOf(day.date) === monday;
    const portions = isOfWeek ? [...past.portions, ...portionsOf(day.pieces)] : past.portions;
    const details = {
      portions,
      checkIns: this.ports.checkIns(monday, addDays(monday, 6)),
      offsetAt: (time: number) => this.keeper.readable?.calendar.offsetAt(time) ?? 0,
    };
    return weekView(this.input(past), details, this.ports.rules());
  }

  /** A day, today's or one before. Rejects with a `StoreError`. */
  async day(date: string): Promise<DayRange> {
    const { readable } = this.keeper;
    const { rules, zone } = this.ports;
    const today = this.dayKeeper.today();
    const isPast = readable && date < today.local.date;
    const local = (isPast && dayOfDate(readable.calendar, date)) || today.local;
    const day = isPast ? computeDay(readable, local, rules()) : today.day;
    const past = await this.past.whole(mondayOf(local.date));
    const beside = this.beside(local, past && this.usualOf(local.date, this.input(past)));
    return {
      kind: 'day',
      day: todayView(day, local, zone(), rules(), beside),
      done: [...beside.results.done].reverse(),
      checkIns: this.ports.checkIns(local.date, local.date),
    };
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private input({ monday, days, dateAt }: PastWeeks): WeekInput {
    const { readable } = this.keeper;
    const { local, day } = this.dayKeeper.today();
    const all = new Map(days);
    if (day) all.set(day.date, weekDayOf(day));
    const first = readable?.store.firstTime() ?? null;
    const { start, end } = readable ? boundsOfWeeks(readable, monday) : local;
    const { done, commits } = this.results(start, end);
    return {
      monday,
      today: local.date,
      first: first === null ? null : dateAt(first),
      items: this.names(),
      days: all,
      done: Map.groupBy(done, ({ closedAt }) => dateAt(closedAt)),
      commits: Map.groupBy(commits, ({ at }) => dateAt(at)),
    };
  }

  private beside(local: LocalDay, usual: DayUsual | null): TodayBeside {
    const results = this.results(local.start, local.end);
    return { items: this.names(), results, usual, sessions: this.ports.sessionsIn(local) };
  }

  private usualOf(date: string, input: WeekInput): DayUsual | null {
    const figures = figuresOf(input, input.items, this.ports.rules().deepBlockMs);
    return usualOfWeekday(date, input, figures);
  }

  private results(start: number, end: number): Results {
    return {
      done: doneItems(this.ports.queue(), start, end),
      commits: this.keeper.readable?.store.commits.between(start, end) ?? [],
    };
  }

  private names(): ItemNames {
    return namesOf(this.ports.queue().items);
  }
}

/** For where there is no record. */
function nothingPast(monday: string): PastWeeks {
  return { monday, days: new Map(), portions: [], dateAt: time => new Date(time).toISOString().slice(0, 10) };
}
