/** Older steps are forgotten. */
const MOST_STEPS = 100;

/** What was done in this window, and undone; a step knows what takes it back. */
export class StepHistory<Step> {
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

  /** The last step was taken back, which `back` takes back; null: nothing of it was left to take back. */
  noteUndo(back: Step | null): void {
    this.done.pop();
    if (back) this.undone.push(back);
  }

  /** The last step that was taken back was done again, which `back` takes back. */
  noteRedo(back: Step | null): void {
    this.undone.pop();
    if (back) this.done.push(back);
  }

  clear(): void {
    this.done.length = 0;
    this.undone = [];
  }
}
