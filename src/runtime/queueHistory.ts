import type { Change } from '../core/queue/change.ts';
import type { Step } from '../core/queue/takeBack.ts';

/** Older steps are forgotten. */
const MOST_STEPS = 100;

/** What was done to the queue in this window, and undone. */
export class QueueHistory {
  private readonly done: Step[] = [];
  private undone: Step[] = [];

  /** What undo would take back, and what redo would do again; null: nothing. */
  get undoStep(): Step | null {
    return this.done.at(-1) ?? null;
  }

  get redoStep(): Step | null {
    return this.undone.at(-1) ?? null;
  }

  /** Something new was done. */
  note(step: Step): void {
    this.done.push(step);
    if (this.done.length > MOST_STEPS) this.done.shift();
    this.undone = [];
  }

  /** The last step was taken back by `done`, which `inverse` takes back; nulls: nothing of it was left to take back. */
  noteUndo(done: Change | null, inverse: Change | null): void {
    const step = this.done.pop();
    if (step && done && inverse) this.undone.push({ done, inverse, label: step.label });
  }

  /** As `noteUndo`, of the last step that was taken back. */
  noteRedo(done: Change | null, inverse: Change | null): void {
    const step = this.undone.pop();
    if (step && done && inverse) this.done.push({ done, inverse, label: step.label });
  }

  clear(): void {
    this.done.length = 0;
    this.undone = [];
  }
}
