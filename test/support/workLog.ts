import type { Signal } from '../../src/core/activity/signal.ts';
import * as make from './signals.ts';

const SECOND = 1_000;
const MINUTE = 60_000;
/** A Monday at ten, UTC. */
export const MONDAY = Date.parse('2026-03-02T10:00:00Z');

interface Where {
  readonly project?: string;
  readonly branch?: string;
}

/** Writes a signal log as one tells of a day: "type in a.ts for 20 minutes, then read b.ts". Times in minutes. */
export class WorkLog {
  readonly signals: Signal[] = [];
  now: number;
  private place: Required<Where> = { project: 'shop', branch: 'main' };
  private runs = 0;

  constructor(start = MONDAY) {
    this.now = start;
  }

  /** From now on in this project and on this branch. */
  in(where: Where): this {
    this.place = { ...this.place, ...where };
    return this;
  }

  type(minutes: number, path = 'a.ts'): this {
    return this.steadily(minutes, at => make.edit(at, this.on(path)));
  }

  read(minutes: number, path = 'a.ts', view: string | null = null): this {
    return this.steadily(minutes, at => make.read(at, { ...this.on(path), view }));
  }

  /** Nothing happens. */
  rest(minutes: number): this {
    this.now += minutes * MINUTE;
    return this;
  }

  /** Till a time of the day, UTC. */
  until(hour: number, days = 0): this {
    this.now = new Date(this.now).setUTCHours(hour, 0, 0, 0) + days * 24 * 60 * MINUTE;
    return this;
  }

  /** To and fro, so many changes in so many minutes. */
  alternate(changes: number, minutes: number, step: (log: this, turn: number) => void): this {
    const start = this.now;
    for (let turn = 0; turn <= changes; turn++) {
      this.now = start + Math.round((turn * minutes * MINUTE) / changes);
      step(this, turn);
    }
    return this;
  }

  /** Single edits, one every two seconds. */
  edits(count: number, made: Parameters<typeof make.edit>[1] = {}, path = 'a.ts'): this {
    for (let i = 0; i < count; i++) {
      this.add(make.edit(this.now, { ...this.on(path), ...made }));
      this.now += 2 * SECOND;
    }
    return this;
  }

  /** A build, a test or something else that takes its time; whoever waits for it does nothing. */
  run(group: 'build' | 'test' | 'other', exitCode: number | null, minutes = 0.1, background = false): this {
    const made = { group, background, id: `t${this.runs++}` };
    this.add(make.task(this.now, 'start', made));
    this.rest(minutes);
    return this.add(make.task(this.now, 'end', { ...made, exitCode }));
  }

  /** Begins something that goes on. */
  begin(group: 'build' | 'test' | 'other', made: Parameters<typeof make.task>[2] = {}): this {
    return this.add(make.task(this.now, 'start', { group, id: `t${this.runs++}`, ...made }));
  }

  debug(phase: 'start' | 'stop'): this {
    return this.add(make.debug(this.now, phase));
  }

  commit(): this {
    const { project, branch } = this.place;
    return this.add(make.git(this.now, { repo: project, branch }));
  }

  errors(count: number, path = 'a.ts'): this {
    const { doc, branch } = this.on(path);
    const signal: Signal = { kind: 'diagnostics', at: this.now, window: 'w1', doc, branch, errors: count };
    return this.add(signal);
  }

  item(id: string, phase: 'start' | 'stop' = 'start'): this {
    return this.add(make.queue(this.now, id, phase));
  }

  add(signal: Signal): this {
    this.signals.push(signal);
    return this;
  }

  private on(path: string) {
    const { project, branch } = this.place;
    return { doc: make.doc(path, project), branch };
  }

  /** A sign of a person every ten seconds, from now until the end of so many minutes. */
  private steadily(minutes: number, signal: (at: number) => Signal): this {
    const end = this.now + minutes * MINUTE;
    for (; this.now < end; this.now += 10 * SECOND) this.add(signal(this.now));
    this.now = end;
    return this.add(signal(end));
  }
}
