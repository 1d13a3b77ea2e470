import type { Doc, EditOrigin, GitEvent, Signal, TaskGroup } from '../../../src/core/activity/signal.ts';
import type { Chance } from '../../../src/cli/bench/chance.ts';
import * as make from '../signals.ts';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/** A run of tests or a build: how long it takes and how it ends. */
export interface Run {
  readonly group: TaskGroup;
  readonly ms: number;
  readonly exitCode: number;
  /** The task's name and id. */
  readonly id?: string;
}

/**
 * One person at a desk, who does one thing after the other and leaves the signals of it. Every verb moves `now` on to where it
 * ends. Knows nothing of rules.
 */
export class Developer {
  readonly signals: Signal[] = [];
  readonly chance: Chance;
  /** Epoch milliseconds. */
  now: number;
  window: string;
  branch = 'main';
  doc: Doc;
  /** Files whose last word was of errors. */
  private readonly broken = new Map<string, Doc>();
  private hashes = 0;

  constructor(chance: Chance, now: number, doc: Doc) {
    this.chance = chance;
    this.now = now;
    this.window = `${now}a`;
    this.doc = doc;
  }

  /** Lets time pass with the hands off. */
  pause(ms: number): void {
    this.now += Math.round(ms);
  }

  open(doc: Doc, view: string | null = null): void {
    this.doc = doc;
    this.tell(make.open(this.now, { ...this.place, view }));
    this.pause(this.chance.between(800, 2_500));
  }

  /** Types without a rest; a key every two seconds stands for the several that it would be, to keep logs short. */
  type(ms: number): void {
    const until = this.now + ms;
    while (this.now < until) {
      this.edit('typed', this.chance.is(0.9) ? 1 : 0, this.chance.is(0.9) ? 0 : 1);
      this.pause(this.chance.between(900, 3_600));
    }
  }

  edit(origin: EditOrigin, inserted: number, deleted = 0): void {
    this.tell(make.edit(this.now, { ...this.place, origin, inserted, deleted }));
  }

  save(): void {
    this.pause(this.chance.between(600, 1_500));
    this.tell(make.save(this.now, this.place));
  }

  /** Moves through the document without changing it. */
  read(ms: number, view: string | null = null): void {
    const until = this.now + ms;
    while (this.now < until) {
      this.tell(make.read(this.now, { ...this.place, view }));
      this.pause(Math.min(this.chance.between(3_000, 16_000), Math.max(until - this.now, 1)));
    }
  }

  /** Looks at something outside the editor, or leaves. */
  leave(ms: number): void {
    this.tell(make.focus(this.now, false, { window: this.window }));
    this.pause(ms);
    this.tell(make.focus(this.now, true, { window: this.window }));
    this.pause(this.chance.between(300, 1_500));
  }

  /** Goes over to another window. */
  turnTo(window: string): void {
    if (window === this.window) return;
    this.tell(make.focus(this.now, false, { window: this.window }));
    this.pause(150);
    this.window = window;
    this.tell(make.focus(this.now, true, { window }));
    this.pause(this.chance.between(200, 800));
  }

  /** Starts a task and looks on until it has ended. */
  run({ group, ms, exitCode, id = `npm: ${group}` }: Run): void {
    const task = { window: this.window, branch: this.branch, group, name: id, id };
    this.tell(make.task(this.now, 'start', task));
    this.pause(ms);
    this.tell(make.task(this.now, 'end', { ...task, exitCode }));
    this.pause(this.chance.between(500, 3_000));
  }

  git(event: GitEvent): void {
    const hash = (++this.hashes).toString(16).padStart(8, '0') + this.now.toString(16).padStart(32, '0');
    this.tell(
      make.git(this.now, {
        window: this.window,
        event,
        repo: this.doc.project ?? '',
        branch: this.branch,
        hash,
      }),
    );
    this.pause(this.chance.between(500, 2_000));
  }

  /** Commits in the terminal. */
  commit(): void {
    const command = { window: this.window, class: 'git', id: `git ${this.now}` } as const;
    this.tell(make.terminal(this.now, 'start', command));
    this.pause(this.chance.between(300, 900));
    this.git('commit');
    this.tell(make.terminal(this.now, 'end', command));
    this.pause(this.chance.between(500, 2_000));
  }

  /** Debugs: looks around in the document while it stands. */
  debug(ms: number): void {
    const session = { window: this.window, branch: this.branch, id: `debug ${this.now}` };
    this.tell(make.debug(this.now, 'start', session));
    this.pause(2 * SECOND);
    this.read(ms);
    this.tell(make.debug(this.now, 'stop', session));
  }

  /** The open document has so many errors now. */
  errors(count: number): void {
    if (count > 0) this.broken.set(this.doc.path, this.doc);
    else this.broken.delete(this.doc.path);
    this.tell({ kind: 'diagnostics', at: this.now, ...this.place, errors: count });
  }

  /** Leaves no error behind. */
  mendAll(): void {
    for (const doc of this.broken.values()) {
      this.tell({ kind: 'diagnostics', at: this.now, ...this.place, doc, errors: 0 });
    }
    this.broken.clear();
  }

  startItem(item: string): void {
    this.tell({ ...make.queue(this.now, item, 'start'), window: this.window });
  }

  stopItem(item: string): void {
    this.tell({ ...make.queue(this.now, item, 'stop'), window: this.window });
  }

  /** Says what a time away was. */
  nameAway(start: number, end: number, as: 'meeting' | 'break' | 'reading' | 'thinking'): void {
    this.tell(make.away(this.now, start, end, as, { window: this.window }));
  }

  private get place() {
    return { window: this.window, branch: this.branch, doc: this.doc };
  }

  private tell(signal: Signal): void {
    this.signals.push(signal);
  }
}
