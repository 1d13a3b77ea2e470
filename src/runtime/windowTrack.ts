import { ECHO_MS, type WindowState } from '../core/activity/pulse.ts';
import { isSameDoc, type Doc, type Signal, type SignalOf } from '../core/activity/signal.ts';
import type { OpenSpan } from './openSpan.ts';

/** One tick a minute, and a grace of 16 %: later than that, the machine slept. Source: WatchDog; design, section 3, "Suspend". */
export const LATE_TICK_MS = 69_600;

/** What the recorder remembers of one window. It changes in place: an edit must not cost an object. */
export class WindowTrack implements WindowState {
  focused = true;
  project: string | null = null;
  branch: string | null = null;
  readonly debugging = new Set<string>();
  carriedAt = -Infinity;
  carriedEdit: Doc | null = null;

  /** The span that the next carrying signal may extend. */
  open: OpenSpan | null = null;
  lastTick = -Infinity;
  /** When tasks and commands under way began, by kind and id. */
  private readonly runs = new Map<string, number>();
  /** Edits by a person in the last half second, newest of each document. */
  private recentEdits: { doc: Doc; at: number }[] = [];

  /** To be called for each signal that is kept, before it is used. */
  learn(signal: Signal): void {
    if (signal.doc?.project != null) this.project = signal.doc.project;
    if (signal.branch !== null) this.branch = signal.branch;
  }

  /** Drops where the window was and what it had open; its focus, debug sessions and ticks stay known. */
  forget(): void {
    this.project = null;
    this.branch = null;
    this.carriedEdit = null;
    this.open = null;
    this.runs.clear();
    this.recentEdits = [];
  }

  noteEdit(doc: Doc, at: number): void {
    const newest = this.recentEdits[0];
    if (newest && this.recentEdits.length === 1 && newest.doc === doc) {
      newest.at = at;
      return;
    }
    this.recentEdits = this.recentEdits.filter(edit => at - edit.at <= ECHO_MS && !isSameDoc(edit.doc, doc));
    this.recentEdits.push({ doc, at });
  }

  /** Whether a read is only the editor's echo of an edit. */
  isEcho(doc: Doc, at: number): boolean {
    return this.recentEdits.some(edit => at - edit.at <= ECHO_MS && isSameDoc(edit.doc, doc));
  }

  noteRun(run: SignalOf<'task'> | SignalOf<'terminal'>): void {
    if (run.phase === 'start') this.runs.set(runKey(run), run.at);
    else this.runs.delete(runKey(run));
  }

  startOfRun(run: { kind: 'task' | 'terminal'; id: string }): number | undefined {
    return this.runs.get(runKey(run));
  }
}

function runKey({ kind, id }: { kind: 'task' | 'terminal'; id: string }): string {
  return `${kind} ${id}`;
}
