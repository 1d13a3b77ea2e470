import type { Clock } from '../../src/base/clock.ts';

interface Timer {
  readonly every: number;
  readonly callback: () => void;
  next: number;
}

/** A clock that stands still until it is told to go on; it rings the timers on its way, in order. */
export class FakeClock implements Clock {
  private time: number;
  private readonly timers = new Set<Timer>();

  constructor(time = Date.parse('2026-03-02T12:00:00Z')) {
    this.time = time;
  }

  now(): number {
    return this.time;
  }

  every(ms: number, callback: () => void) {
    const timer = { every: ms, callback, next: this.time + ms };
    this.timers.add(timer);
    return { dispose: () => void this.timers.delete(timer) };
  }

  advance(ms: number): void {
    const end = this.time + ms;
    for (;;) {
      const [next] = [...this.timers].sort((a, b) => a.next - b.next);
      if (!next || next.next > end) break;
      this.time = next.next;
      next.next += next.every;
      next.callback();
    }
    this.time = end;
  }
}
