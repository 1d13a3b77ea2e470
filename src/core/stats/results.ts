/** What came of a time, beside the time itself. */
export interface Results {
  /** Items done, by when they were. */
  readonly done: readonly DoneItem[];
  /** Each once, however many windows have told of it. */
  readonly commits: readonly Commit[];
}

export interface DoneItem {
  readonly key: string;
  readonly title: string;
  readonly budgetMinutes: number | null;
  /** Measured over the whole record, in milliseconds. */
  readonly usedMs: number;
  /** Epoch milliseconds. */
  readonly closedAt: number;
}

export interface Commit {
  /** Epoch milliseconds. */
  readonly at: number;
  /** The repository's folder, by name. */
  readonly repo: string;
}

export const NO_RESULTS: Results = { done: [], commits: [] };
