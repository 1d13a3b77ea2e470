import type { Clock } from '../../src/base/clock.ts';
import type { Disposable } from '../../src/base/disposable.ts';
import { FakeClock } from './fakeClock.ts';

/** The machine has run for so long when a test begins. */
const UPTIME_MS = 4 * 3_600_000;

/** A wall clock that can be set; its timers run on. */
export class SettableClock extends FakeClock {
  private readonly bootAt: number;
  private set = 0;
  private slept = 0;

  constructor(time?: number) {
    super(time);
    this.bootAt = super.now() - UPTIME_MS;
  }

  override now(): number {
    return super.now() + this.slept + this.set;
  }

  /** Milliseconds since the machine was started, sleep included. */
  uptime(): number {
    return super.now() + this.slept - this.bootAt;
  }

  /** No timer rings meanwhile. */
  sleep(ms: number): void {
    this.slept += ms;
  }

  setBy(ms: number): void {
    this.set += ms;
  }

  /** The same clock as one process sees it. */
  forWindow(): WindowClock {
    return new WindowClock(this);
  }
}

/** What it was asked to call back is over once the process is. */
export class WindowClock implements Clock {
  private readonly clock: Clock;
  private readonly timers: Disposable[] = [];

  constructor(clock: Clock) {
    this.clock = clock;
  }

  now(): number {
    return this.clock.now();
  }

  every(ms: number, callback: () => void): Disposable {
    const timer = this.clock.every(ms, callback);
    this.timers.push(timer);
    return timer;
  }

  stop(): void {
    for (const timer of this.timers) timer.dispose();
  }
}
