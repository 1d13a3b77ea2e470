import { DETOUR_MS } from '../activity/runs.ts';

/**
 * Finds switches as they happen: another project or item is worked on, for long enough to be no detour. So a switch is told as long
 * after it as a detour lasts. The days find theirs afterwards, by the runs.
 */
export class SwitchWatch {
  private readonly idleAfterMs: () => number;
  private readonly onSwitch: (at: number) => void;
  private current: string | null = null;
  private carriedAt = -Infinity;
  /** What may become a switch. */
  private detour: { readonly place: string; readonly since: number } | null = null;

  constructor(idleAfterMs: () => number, onSwitch: (at: number) => void) {
    this.idleAfterMs = idleAfterMs;
    this.onSwitch = onSwitch;
  }

  /** A person is there at `at`, at work on that. */
  carry(project: string | null, item: string | null, at: number): void {
    const place = JSON.stringify([project, item]);
    const wasIdle = at - this.carriedAt > this.idleAfterMs();
    this.carriedAt = at;
    // A change across idle time is none.
    if (wasIdle || place === this.current) {
      this.current = place;
      this.detour = null;
      return;
    }
    if (this.detour?.place !== place) this.detour = { place, since: at };
    if (at - this.detour.since < DETOUR_MS) return;
    this.current = place;
    this.detour = null;
    this.onSwitch(at);
  }
}
