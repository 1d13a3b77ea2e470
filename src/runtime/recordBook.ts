import { DisposableStore, type Disposable } from '../base/disposable.ts';
import { Emitter } from '../base/emitter.ts';
import type { Clock } from '../base/clock.ts';
import { dayOfDate, type LocalDay } from '../core/activity/calendar.ts';
import type { RecordFilter } from '../core/audit/filterSchema.ts';
import { PAGE_ROWS, type RecordRow } from '../core/audit/row.ts';
import type { PageKey, RecordDay, RecordPage } from '../core/messages/record.ts';
import type { ReadableRecord } from './pastDays.ts';
import { countDayRows, daysBack, readDayRows, type RowRules } from './recordDays.ts';
import type { RecordKeeper } from './recordKeeper.ts';

export interface RecordBookPorts {
  readonly clock: Clock;
  readonly rules: () => RowRules;
  /** The local day, an ISO date. */
  readonly today: () => string;
  /** Lets everything else that waits have its turn. */
  readonly yieldTurn: () => Promise<void>;
  readonly onFailure: (what: string, error: unknown) => void;
}

interface Known {
  readonly rows: number;
  /** null: they were counted only. */
  readonly ms: number | null;
}

/** Days that are looked at before the first page is shown, if none of them has any rows. */
const FIRST_LOOK = 3;
/** Days that are only counted, and days that are read, in one turn: some milliseconds. */
const COUNTED_AT_ONCE = 20;
const READ_AT_ONCE = 1;
/** How often is told how far one has looked. */
const TELL_MS = 300;
/** Days whose rows are kept at hand. */
const KEPT_DAYS = 12;

/** The record as a list of rows by day, the newest first: reads the days in sight, and counts the others in turns. */
export class RecordBook implements Disposable {
  private readonly keeper: RecordKeeper;
  private readonly ports: RecordBookPorts;
  private readonly disposables = new DisposableStore();
  private readonly changed = this.disposables.add(new Emitter<void>());
  private shown: RecordFilter = {};
  /** By ISO date. */
  private known = new Map<string, Known>();
  /** The rows of the days that were read last, by ISO date. */
  private readonly rows = new Map<string, readonly RecordRow[]>();
  private readonly bounds = new Map<string, LocalDay>();
  private reached: string | null = null;
  /** Counts the walks through all days: an older one ends when a new one begins. */
  private walk = 0;
  private state = '';
  /** Something was written since anybody looked. */
  private isStale = false;

  /** More days are known. */
  readonly onDidChange = this.changed.event;

  constructor(keeper: RecordKeeper, ports: RecordBookPorts) {
    this.keeper = keeper;
    this.ports = ports;
    const refresh = () => {
      this.isStale = true;
    };
    this.disposables.add(keeper.onDidCommit(refresh));
    this.disposables.add(keeper.onDidChangeRecord(refresh));
    this.disposables.add(keeper.onDidChangeState(refresh));
  }

  get filter(): RecordFilter {
    return this.shown;
  }

  /** The newest first. */
  get days(): RecordDay[] {
    return [...this.known]
      .filter(([, { rows }]) => rows > 0)
      .sort(([a], [b]) => (a < b ? 1 : -1))
      .map(([date, { rows, ms }]) => [date, rows, ms]);
  }

  /** The ISO date down to which was looked; null: everywhere. */
  get lookedTo(): string | null {
    return this.reached;
  }

  /** Looks at something else. */
  show(filter: RecordFilter): void {
    this.shown = filter;
    this.known = new Map();
    this.rows.clear();
    this.state = this.stateNow();
    this.look();
  }

  /** The parts of days that are there. */
  pages(keys: readonly PageKey[]): RecordPage[] {
    return keys.flatMap(({ date, page }) => {
      const rows = this.rowsOf(date).slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS);
      return rows.length > 0 ? [{ date, page, rows }] : [];
    });
  }

  /** All rows of a day; some milliseconds where they are not at hand. */
  rowsOf(date: string): readonly RecordRow[] {
    let rows = this.rows.get(date);
    if (!rows) {
      rows = this.read(date);
      this.rows.set(date, rows);
      for (const old of this.rows.keys()) if (this.rows.size > KEPT_DAYS) this.rows.delete(old);
    }
    return rows;
  }

  /** Takes over what was written, and set, since anybody looked; nobody who does not look is bothered. */
  catchUp(): void {
    const state = this.stateNow();
    if (!this.isStale && state === this.state) return;
    this.isStale = false;
    this.rows.clear();
    // What is written all the time belongs to the last days; anything else may belong to any day.
    if (state !== this.state) {
      this.state = state;
      this.look();
      return;
    }
    const [newest] = this.days;
    for (const date of new Set([this.ports.today(), newest?.[0]])) {
      if (date !== undefined && this.isWithin(date)) this.count(date);
    }
  }

  dispose(): void {
    this.walk++;
    this.disposables.dispose();
  }

  private stateNow(): string {
    const { readable } = this.keeper;
    const { idleAfterMs, deepBlockMs } = this.ports.rules();
    if (!readable) return '';
    return [readable.store.corrections.version(), idleAfterMs, deepBlockMs, this.ports.today()].join(' ');
  }

  private isWithin(date: string): boolean {
    const { from = '', to = '9' } = this.shown;
    return from <= date && date <= to;
  }

  /** Goes through all days: at once to the first with rows, then in turns. */
  private look(): void {
    const walk = ++this.walk;
    const { readable } = this.keeper;
    this.reached = null;
    if (!readable) {
      this.known = new Map();
      return;
    }
    const days = daysBack(readable, this.shown, this.ports.today());
    try {
      if (this.step(readable, days, FIRST_LOOK, true)) this.lookBehind(walk, readable, days);
    } catch (error) {
      this.fail(error);
    }
  }

  private lookBehind(walk: number, readable: ReadableRecord, days: Generator<LocalDay>): void {
    this.lookOn(walk, readable, days).catch((error: unknown) => {
      this.fail(error);
    });
  }

  private async lookOn(walk: number, readable: ReadableRecord, days: Generator<LocalDay>): Promise<void> {
    const { clock, yieldTurn } = this.ports;
    let toldAt = clock.now();
    for (let isLeft = true; isLeft;) {
      await yieldTurn();
      if (walk !== this.walk || this.keeper.readable?.store !== readable.store) return;
      isLeft = this.step(readable, days, COUNTED_AT_ONCE, false);
      if (isLeft && clock.now() - toldAt < TELL_MS) continue;
      toldAt = clock.now();
      this.changed.fire();
    }
  }

  /** Looks at some days; answers whether any is left. `isFirst`: ends at the first day with rows. */
  private step(readable: ReadableRecord, days: Generator<LocalDay>, most: number, isFirst: boolean): boolean {
    let read = 0;
    for (let looked = 0; looked < most && read < (isFirst ? most : READ_AT_ONCE); looked++) {
      const next = days.next();
      if (next.done) {
        this.reached = null;
        return false;
      }
      const day = next.value;
      this.reached = day.date;
      this.bounds.set(day.date, day);
      const rows = countDayRows(readable, day, this.shown);
      if (rows === null) {
        this.measure(day.date, this.readDay(readable, day));
        read++;
      } else if (this.known.get(day.date)?.rows !== rows) {
        this.known.set(day.date, { rows, ms: rows === 0 ? 0 : null });
      }
      if (isFirst && (this.known.get(day.date)?.rows ?? 0) > 0) break;
    }
    return true;
  }

  private count(date: string): void {
    const { readable } = this.keeper;
    const day = readable && this.dayOf(readable, date);
    if (!day) return;
    const rows = countDayRows(readable, day, this.shown);
    if (rows === null) this.measure(date, this.readDay(readable, day));
    else if (this.known.get(date)?.rows !== rows) this.known.set(date, { rows, ms: null });
  }

  private read(date: string): readonly RecordRow[] {
    const { readable } = this.keeper;
    const day = readable && this.isWithin(date) ? this.dayOf(readable, date) : null;
    if (!day || !readable) return [];
    try {
      const rows = this.readDay(readable, day);
      this.measure(date, rows);
      return rows;
    } catch (error) {
      this.fail(error);
      return [];
    }
  }

  private readDay(readable: ReadableRecord, day: LocalDay): RecordRow[] {
    return readDayRows(readable, day, this.shown, this.ports.rules());
  }

  private measure(date: string, rows: readonly RecordRow[]): void {
    const ms = rows.reduce((sum, row) => sum + (row.kind === 'span' ? row.countedMs : 0), 0);
    this.known.set(date, { rows: rows.length, ms });
  }

  private dayOf({ calendar }: ReadableRecord, date: string): LocalDay | null {
    const day = this.bounds.get(date) ?? dayOfDate(calendar, date);
    if (day) this.bounds.set(date, day);
    return day;
  }

  private fail(error: unknown): void {
    this.ports.onFailure('The record could not be looked through.', error);
  }
}
