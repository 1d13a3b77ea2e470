import { DETOUR_MS } from '../activity/runs.ts';

interface Place {
  readonly project: string | null;
  readonly item: string | null;
}

/**
 * Finds switches as they happen: another project or item is worked on, for long enough to be no detour. So a switch is told as long
 * after it as a detour lasts. The days find theirs afterwards, by the runs.
 */
export class SwitchWatch {
  private readonly idleAfterMs: () => number;
  private readonly onSwitch: (at: number) => void;
  private current: Place | null = null;
  private carriedAt = -Infinity;
  /** What may become a switch. */
  private detour: (Place & { readonly since: number }) | null = null;

  constructor(idleAfterMs: () => number, onSwitch: (at: number) => void) {
    this.idleAfterMs = idleAfterMs;
    this.onSwitch = onSwitch;
  }

  /** A person is there at `at`, at work on that. Mostly on the same as before, which costs no object. */
  carry(project: string | null, item: string | null, at: number): void {
    const wasIdle = at - this.carriedAt > this.idleAfterMs();
    this.carriedAt = at;
    if (isAt(this.current, project, item)) this.detour = null;
    // A change across idle time is none.
    else if (wasIdle) this.arrive({ project, item });
    else this.follow(project, item, at);
  }

  private follow(project: string | null, item: string | null, at: number): void {
    if (!isAt(this.detour, project, item)) this.detour = { project, item, since: at };
    if (!this.detour || at - this.detour.since < DETOUR_MS) return;
    this.arrive({ project, item });
    this.onSwitch(at);
  }

  private arrive(place: Place): void {
    this.current = place;
    this.detour = null;
  }
}

function isAt(place: Place | null, project: string | null, item: string | null): boolean {
  return place !== null && place.project === project && place.item === item;
}
