import type { Doc } from '../../../src/core/activity/signal.ts';
import { MINUTE, SECOND, type Developer } from './developer.ts';
import type { Task } from './task.ts';

/** What a person leaves out for once, because a pattern of that sort is planted on the same day. */
export type Omitted = 'runs' | 'switches' | 'items' | 'bulk' | 'undo' | 'errors' | 'files' | 'looks';
export type Without = ReadonlySet<Omitted>;
export const NOTHING: Without = new Set();

/** In ordinary work nobody is left alone for longer: somebody asks something, or the chat does. */
const UNDISTURBED_MS = 10 * MINUTE;
/** Nobody asks something this shortly before a rest. */
const BEFORE_REST_MS = 3 * MINUTE;

/** Ordinary work of one person: it goes from file to file, tries things, looks away, and comes back. */
export class Habits {
  private readonly dev: Developer;
  /** In a row. */
  private readonly failures = { test: 0, build: 0 };

  constructor(dev: Developer) {
    this.dev = dev;
  }

  /** Works on a task for about so long; ends with everything saved and no error left. */
  work(task: Task, ms: number, without: Without = NOTHING): void {
    const { dev } = this;
    const until = dev.now + ms;
    const untilDisturbed = () => {
      const at = dev.now + dev.chance.between(4 * MINUTE, UNDISTURBED_MS);
      return at < until - BEFORE_REST_MS ? at : Infinity;
    };
    let disturbAt = untilDisturbed();
    dev.branch = task.branch;
    dev.open(this.nextFile(task, without));
    while (dev.now < until - 30 * SECOND) {
      this.episode(task, Math.min(this.dwell(), until - dev.now, disturbAt - dev.now), without);
      if (dev.now < disturbAt) continue;
      this.answer();
      disturbAt = untilDisturbed();
    }
    dev.save();
    dev.mendAll();
  }

  /** Codes in the open document: bursts, lulls, a save now and then. */
  code(ms: number, without: Without = NOTHING): void {
    const { dev } = this;
    const { chance } = dev;
    const until = dev.now + ms;
    while (dev.now < until) {
      dev.type(Math.min(chance.between(4, 40) * SECOND, until - dev.now));
      if (!without.has('bulk')) this.insert();
      if (chance.is(0.06) && !without.has('undo')) dev.edit('undo', 0, chance.between(1, 9));
      if (chance.is(0.35)) dev.save();
      if (!without.has('errors')) this.err();
      this.lull(Math.min(chance.between(5, 60) * SECOND, until - dev.now), without);
    }
  }

  /** Looks at a page or the chat for a moment. */
  glance(): void {
    this.away(this.dev.chance.between(8, 75) * SECOND);
  }

  /** Is asked something and answers: some minutes, too short for a rest. */
  answer(): void {
    this.away(this.dev.chance.between(130, 195) * SECOND);
  }

  /** Runs the tests or a build; seldom twice in vain, and never three times. */
  tryOut(group: 'test' | 'build'): void {
    const { chance } = this.dev;
    const fails = this.failures[group] < 2 && chance.is(0.22);
    this.failures[group] = fails ? this.failures[group] + 1 : 0;
    this.dev.run({ group, ms: chance.between(5, 90) * SECOND, exitCode: fails ? 1 : 0 });
    this.dev.read(SECOND);
  }

  private episode(task: Task, ms: number, without: Without): void {
    const { dev } = this;
    const kind = dev.chance.next();
    if (kind < 0.09 && !without.has('runs')) this.tryOut(dev.chance.is(0.7) ? 'test' : 'build');
    else if (kind < 0.2 && !without.has('looks')) this.glance();
    else if (kind < 0.23) dev.debug(Math.min(ms, 4 * MINUTE));
    else if (kind < 0.45) this.lookInto(task, Math.min(ms, 3 * MINUTE), without);
    else this.codeIn(task, ms, without);
  }

  private lookInto(task: Task, ms: number, without: Without): void {
    this.dev.open(this.nextFile(task, without));
    this.dev.read(ms);
  }

  private codeIn(task: Task, ms: number, without: Without): void {
    const doc = this.nextFile(task, without);
    if (doc !== this.dev.doc) this.dev.open(doc);
    this.code(ms, without);
  }

  private away(ms: number): void {
    this.dev.leave(ms);
    this.dev.read(SECOND);
  }

  /** A completion is taken, or something is pasted. */
  private insert(): void {
    const { dev } = this;
    if (dev.chance.is(0.08)) dev.edit('bulk', dev.chance.between(4, 40));
    else if (dev.chance.is(0.03)) dev.edit('bulk', dev.chance.between(60, 500));
  }

  private lull(ms: number, without: Without): void {
    const { dev } = this;
    if (ms <= 0) return;
    if (dev.chance.is(0.5) && !without.has('looks')) dev.read(ms);
    else dev.pause(ms);
  }

  /** Errors come while one types and go within minutes. */
  private err(): void {
    const { dev } = this;
    if (dev.chance.is(0.12)) dev.errors(dev.chance.between(1, 4));
    else if (dev.chance.is(0.4)) dev.mendAll();
  }

  /** Most often one of the first few. */
  private nextFile({ files }: Task, without: Without): Doc {
    if (without.has('files')) return files[0];
    return files[Math.floor(this.dev.chance.next() ** 1.6 * files.length)] ?? files[0];
  }

  /** How long one stays in a file: log-normal about two and a half minutes. */
  private dwell(): number {
    const { chance } = this.dev;
    const normal = Math.sqrt(-2 * Math.log(1 - chance.next())) * Math.cos(2 * Math.PI * chance.next());
    return Math.min(Math.max(150 * Math.exp(0.7 * normal), 20), 540) * SECOND;
  }
}
