import { Chance } from '../../../src/cli/bench/chance.ts';
import type { AwayKind, Doc, EditOrigin, Signal } from '../../../src/core/activity/signal.ts';
import * as make from '../../support/signals.ts';

/** A made-up quarter in Berlin, the same at every run, with all that the definitions speak of. */
export const ZONE = 'Europe/Berlin';
/** A Monday. Clocks go back on 25 October. */
export const FIRST_DAY = '2026-08-31';
export const DAYS = 13 * 7 - 3;
/** Nobody was there in this week. */
const HOLIDAY_WEEK = 5;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const DOCS: readonly [Doc, ...Doc[]] = [
  make.doc('src/cart.ts', 'shop'),
  make.doc('src/pay.ts', 'shop'),
  make.doc('README.md', 'shop', 'markdown'),
  make.doc('stock.py', 'warehouse', 'python'),
  make.doc('api.go', 'warehouse', 'go'),
  make.doc('build.ts', 'tools'),
  make.doc('notes.txt', null, 'plaintext'),
];
const BRANCHES = ['main', 'fix/A-1-login', 'try/A-3-search'] as const;
const AWAYS: readonly [AwayKind, ...AwayKind[]] = ['reading', 'thinking', 'meeting', 'break', 'discard'];
const ORIGINS: readonly [EditOrigin, ...EditOrigin[]] = [
  'typed',
  'typed',
  'typed',
  'bulk',
  'undo',
  'program',
];

export const ITEMS = ['i1', 'i2', 'i3', 'i4', 'i5', 'i6', 'gone'] as const;

/** Local midnight of a day of the quarter, counted from 0. Summer time holds until 25 October, day 55. */
export function midnightOf(day: number): number {
  return Date.parse(FIRST_DAY) + day * 24 * HOUR - (day <= 55 ? 2 : 1) * HOUR;
}

export function quarter(seed: number): Signal[] {
  const signals: Signal[] = [];
  for (let day = 0; day < DAYS; day++) {
    const chance = new Chance(seed * 1_000 + day);
    const isWeekend = day % 7 > 4;
    if (Math.floor(day / 7) === HOLIDAY_WEEK || chance.is(isWeekend ? 0.6 : 0.08)) continue;
    const begin = midnightOf(day) + chance.between(7 * HOUR, 10 * HOUR);
    const length = isWeekend ? chance.between(1, 90) * MINUTE : chance.between(4, 8) * HOUR;
    signals.push(...new Shift(chance, begin).until(begin + length));
    // Now and then into the night, and over the hour in which clocks go back.
    if (chance.is(0.2) || day === 54) {
      const night = midnightOf(day) + 22.5 * HOUR;
      signals.push(...new Shift(chance, night).until(night + chance.between(2, 5) * HOUR));
    }
  }
  return signals.sort((a, b) => a.at - b.at);
}

/** Some hours of work. */
class Shift {
  private readonly chance: Chance;
  private readonly signals: Signal[] = [];
  private at: number;
  private tickedAt: number;
  private window = 'w1';
  private doc = DOCS[0];
  private branch: string = BRANCHES[0];
  private item: string | null = null;
  private count = 0;

  constructor(chance: Chance, begin: number) {
    this.chance = chance;
    this.at = begin;
    this.tickedAt = begin - MINUTE;
  }

  until(end: number): readonly Signal[] {
    while (this.at < end) this.stint();
    this.stopItem();
    return this.signals;
  }

  /** One thing after another; each ends some time after the one before it. */
  private stint(): void {
    const { chance } = this;
    this.choose();
    const work = chance.of([
      () => {
        this.type(chance.between(1, 25));
      },
      () => {
        this.type(chance.between(20, 50));
      },
      () => {
        this.look(chance.between(1, 12), null);
      },
      () => {
        this.look(chance.between(1, 8), 'diff');
      },
      () => {
        this.debug();
      },
      () => {
        this.build();
      },
      () => {
        this.test();
      },
      () => {
        this.twoWindows();
      },
      () => {
        this.detour();
      },
      () => {
        this.leave();
      },
    ]);
    work();
    if (chance.is(0.25)) this.commit();
  }

  private choose(): void {
    const { chance } = this;
    if (chance.is(0.4)) this.doc = chance.of(DOCS);
    if (chance.is(0.15)) this.branch = chance.of(BRANCHES);
    if (chance.is(0.25)) this.startItem();
    else if (chance.is(0.1)) this.stopItem();
    if (chance.is(0.2)) this.changeWindow();
  }

  /** Lets time pass; the machine is awake, which `w1` says each minute. */
  private pass(ms: number): void {
    this.at += ms;
    for (this.tickedAt += MINUTE; this.tickedAt < this.at; this.tickedAt += MINUTE) {
      this.signals.push(make.tick(this.tickedAt));
    }
    this.tickedAt -= MINUTE;
  }

  private place() {
    return { window: this.window, doc: this.doc, branch: this.branch };
  }

  private type(minutes: number): void {
    const { chance } = this;
    for (const end = this.at + minutes * MINUTE; this.at < end;) {
      const origin = chance.of(ORIGINS);
      this.signals.push(make.edit(this.at, { ...this.place(), origin, inserted: chance.between(0, 9) }));
      if (chance.is(0.1)) this.signals.push(make.save(this.at + 200, this.place()));
      this.pass(chance.is(0.04) ? chance.between(20, 400) * SECOND : chance.between(300, 18_000));
    }
  }

  private look(minutes: number, view: string | null): void {
    const { chance } = this;
    this.signals.push(make.open(this.at, { ...this.place(), view }));
    for (const end = this.at + minutes * MINUTE; this.at < end;) {
      this.pass(chance.is(0.1) ? chance.between(30, 320) * SECOND : chance.between(1_000, 29_000));
      this.signals.push(make.read(this.at, { ...this.place(), view }));
    }
  }

  private debug(): void {
    const id = `debug ${this.count++}`;
    this.signals.push(make.debug(this.at, 'start', { ...this.place(), id }));
    this.pass(3_000);
    this.look(this.chance.between(1, 9), null);
    this.signals.push(make.debug(this.at, 'stop', { ...this.place(), id }));
  }

  /** Sometimes in the background, sometimes without an end; whoever waits may look at something meanwhile. */
  private build(): void {
    const { chance } = this;
    const made = { ...this.place(), doc: null, id: `build ${this.count++}`, background: chance.is(0.2) };
    this.signals.push(make.task(this.at, 'start', made));
    if (chance.is(0.3)) this.look(1, null);
    this.pass(chance.between(2, 420) * SECOND);
    if (chance.is(0.9)) this.signals.push(make.task(this.at, 'end', made));
    this.pass(chance.between(0, 4) * SECOND);
  }

  private test(): void {
    const { chance } = this;
    // One id again and again, as a terminal's is.
    const made = {
      ...this.place(),
      doc: null,
      id: 'shell',
      class: chance.of(['test', 'build', 'git'] as const),
    };
    this.signals.push(make.read(this.at, this.place()), make.terminal(this.at + 900, 'start', made));
    this.pass(chance.between(3, 200) * SECOND);
    this.signals.push(make.terminal(this.at, 'end', made));
  }

  /** Both windows at once, as on two screens. */
  private twoWindows(): void {
    const { chance } = this;
    const other = { window: this.window === 'w1' ? 'w2' : 'w1', doc: chance.of(DOCS), branch: BRANCHES[0] };
    this.signals.push(make.focus(this.at, true, other), make.focus(this.at, true, { window: this.window }));
    for (const end = this.at + chance.between(1, 15) * MINUTE; this.at < end;) {
      this.pass(chance.between(500, 26_000));
      const isOther = chance.is(0.5);
      this.signals.push(make.edit(this.at, isOther ? other : this.place()));
    }
    this.signals.push(make.focus(this.at, false, { window: other.window }));
  }

  /** A look elsewhere, short or not. */
  private detour(): void {
    const { chance } = this;
    const elsewhere = { ...this.place(), doc: chance.of(DOCS) };
    const end = this.at + chance.between(500, 14_000);
    for (; this.at < end; this.pass(chance.between(400, 4_000)))
      this.signals.push(make.read(this.at, elsewhere));
  }

  /** Away: named or not, asleep or not, in one piece or in two. */
  private leave(): void {
    const { chance } = this;
    const from = this.at;
    const ms = chance.between(20, chance.is(0.3) ? 290 : 70 * 60) * SECOND;
    if (chance.is(0.4)) this.sleep(ms);
    else this.loseFocus(ms);
    if (chance.is(0.5)) this.name(from, this.at);
    if (chance.is(0.15)) this.name(from + ms / 2, this.at + 5 * MINUTE);
  }

  private loseFocus(ms: number): void {
    const { chance, window } = this;
    if (chance.is(0.5)) this.signals.push(make.focus(this.at + 1, false, { window }));
    this.pass(ms);
    this.signals.push(make.focus(this.at, true, { window }));
  }

  /** No window says anything. */
  private sleep(ms: number): void {
    this.signals.push(make.tick(this.at));
    this.at += ms;
    this.tickedAt = this.at;
    this.signals.push(make.tick(this.at));
  }

  private name(start: number, end: number): void {
    const as = this.chance.of(AWAYS);
    const from = Math.round(start) + this.chance.between(0, 20_000);
    this.signals.push(make.away(this.at, from, Math.round(end), as, { window: this.window }));
  }

  private changeWindow(): void {
    this.signals.push(make.focus(this.at, false, { window: this.window }));
    this.window = this.window === 'w1' ? 'w2' : 'w1';
    this.signals.push(make.focus(this.at, true, { window: this.window }));
  }

  private startItem(): void {
    this.item = this.chance.of(ITEMS);
    this.signals.push(make.queue(this.at, this.item));
  }

  /** Now and then one that is not in work. */
  private stopItem(): void {
    const item = this.chance.is(0.8) ? this.item : this.chance.of(ITEMS);
    if (item !== null) this.signals.push(make.queue(this.at, item, 'stop'));
    if (item === this.item) this.item = null;
  }

  /** Both windows may tell of it, at different times. */
  private commit(): void {
    const { chance } = this;
    const made = {
      window: this.window,
      repo: this.doc.project ?? 'shop',
      branch: this.branch,
      hash: `${this.at}`,
      event: chance.of(['commit', 'commit', 'checkout'] as const),
    };
    this.signals.push(make.git(this.at, made));
    if (chance.is(0.4)) this.signals.push(make.git(this.at + 1_500, { ...made, window: 'w3' }));
    if (chance.is(0.05)) this.signals.push(make.git(this.at + 20 * HOUR, { ...made, window: 'w3' }));
    if (chance.is(0.05)) this.signals.push(make.git(this.at, { ...made, repo: 'copy' }));
  }
}
