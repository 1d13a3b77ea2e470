import { isCarrying, type WindowState } from '../activity/pulse.ts';
import type { Signal } from '../activity/signal.ts';
import { BreakpointWatch, type Breakpoint } from './breakpointWatch.ts';
import { SwitchWatch } from './switchWatch.ts';

/** What matters of a window to tell whether somebody is there; it changes in place, since edits must cost nothing. */
interface Place extends WindowState {
  focused: boolean;
  project: string | null;
  carriedAt: number;
}

const NO_SESSIONS: ReadonlySet<string> = new Set();

/**
 * Finds breakpoints and switches in the signals of one window or of all, as they come, in order of time. The end of a focus session
 * is told elsewhere.
 */
export class MomentWatch {
  private readonly breakpoints: BreakpointWatch;
  private readonly switches: SwitchWatch;
  private readonly places = new Map<string, Place>();
  private item: string | null = null;
  private heardAt: number;

  /** `carriedAt`: when the record last knew of a person; null: never. */
  constructor(
    idleAfterMs: () => number,
    emit: (breakpoint: Breakpoint) => void,
    carriedAt: number | null = null,
  ) {
    this.heardAt = carriedAt ?? -Infinity;
    this.breakpoints = new BreakpointWatch(idleAfterMs, emit, carriedAt);
    this.switches = new SwitchWatch(idleAfterMs, at => {
      emit({ kind: 'switched', at });
    });
  }

  /** When somebody was last there; epoch milliseconds. */
  get carriedAt(): number {
    return this.heardAt;
  }

  /** When a save will have been left alone for long enough; null: there is none to wait for. */
  get settlesAt(): number | null {
    return this.breakpoints.settlesAt;
  }

  take(signal: Signal): void {
    const place = this.placeOf(signal.window);
    if (signal.doc?.project != null) place.project = signal.doc.project;
    if (signal.kind === 'queue') this.item = itemAfter(this.item, signal);
    const isPresent = isCarrying(signal, place);
    this.breakpoints.take(signal, isPresent);
    if (isPresent) this.carry(place, signal.at);
    if (signal.kind === 'focus') place.focused = signal.focused;
  }

  /** Time has passed. */
  reach(now: number): void {
    this.breakpoints.reach(now);
  }

  private carry(place: Place, at: number): void {
    place.carriedAt = at;
    this.heardAt = Math.max(this.heardAt, at);
    this.switches.carry(place.project, this.item, at);
  }

  private placeOf(window: string): Place {
    let place = this.places.get(window);
    if (!place) {
      place = {
        ...{ focused: true, project: null, branch: null, carriedAt: -Infinity },
        ...{ debugging: NO_SESSIONS, carriedEdit: null },
      };
      this.places.set(window, place);
    }
    return place;
  }
}

function itemAfter(
  current: string | null,
  { item, phase }: Extract<Signal, { kind: 'queue' }>,
): string | null {
  if (phase === 'start') return item;
  return item === current ? null : current;
}
