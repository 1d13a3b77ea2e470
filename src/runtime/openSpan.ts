import type { Doc, SignalOf } from '../core/activity/signal.ts';
import { LULL_MS, type Activity, type Span } from '../core/activity/span.ts';

/** A span in the recorder's hands: it grows in place until it is closed. */
export class OpenSpan implements Span {
  id = 0;
  readonly window: string;
  readonly start: number;
  end: number;
  readonly activity: Activity;
  readonly doc: Doc | null;
  readonly project: string | null;
  readonly branch: string | null;
  readonly offset: number;
  edits = 0;
  inserted = 0;
  deleted = 0;
  readonly lulls: number[] = [];

  /** Whether it has grown since it was written, and from when on. */
  isDirty = false;
  writtenUntil: number;

  constructor(born: Pick<Span, 'window' | 'start' | 'activity' | 'doc' | 'project' | 'branch' | 'offset'>) {
    this.window = born.window;
    this.start = this.end = this.writtenUntil = born.start;
    this.activity = born.activity;
    this.doc = born.doc;
    this.project = born.project;
    this.branch = born.branch;
    this.offset = born.offset;
  }

  extendTo(at: number): void {
    if (at - this.end >= LULL_MS) this.lulls.push(this.end, at);
    this.end = at;
  }

  count(edit: SignalOf<'edit'>): void {
    this.edits++;
    this.inserted += edit.inserted;
    this.deleted += edit.deleted;
  }
}
