import type { Disposable } from './disposable.ts';

export type Listener<T> = (value: T) => void;
export type Event<T> = (listener: Listener<T>) => Disposable;

/** Tells listeners of something that happened, in the order in which they came. */
export class Emitter<T> implements Disposable {
  private readonly listeners = new Set<Listener<T>>();

  readonly event: Event<T> = listener => {
    // A wrapper of its own: the same function registered twice is two registrations.
    const registered: Listener<T> = value => {
      listener(value);
    };
    this.listeners.add(registered);
    return { dispose: () => this.listeners.delete(registered) };
  };

  fire(value: T): void {
    for (const listener of [...this.listeners]) listener(value);
  }

  dispose(): void {
    this.listeners.clear();
  }
}
