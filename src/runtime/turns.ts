import type { Disposable } from '../base/disposable.ts';

/** Lets asynchronous steps run one after the other. After disposal no step begins any more. */
export class Turns implements Disposable {
  private last: Promise<void> = Promise.resolve();
  isDisposed = false;

  /** Settles as the step does; a step that fails holds up none that comes after it. */
  take(step: () => Promise<void>): Promise<void> {
    const mine = this.last.then(async () => {
      if (!this.isDisposed) await step();
    });
    this.last = mine.catch(() => undefined);
    return mine;
  }

  dispose(): void {
    this.isDisposed = true;
  }
}
