/** A VS Code that `npm start` opened: it runs until its user, or we, end it. */
export interface RunningEditor {
  /** Settles with an exit code when it ended by itself. */
  readonly ended: Promise<number>;
  readonly stop: () => Promise<void>;
}
