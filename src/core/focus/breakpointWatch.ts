import type { FactDetail } from '../activity/facts.ts';
import { detailOf } from '../activity/facts.ts';
import type { Signal } from '../activity/signal.ts';
import { AFTER_SAVE_MS } from './breakpoint.ts';

/** Where one thing ends and another has not begun. Source: design, section 3, "Breakpoint". */
export const BREAKPOINTS = [
  'commit',
  'testsPassed',
  'debugEnded',
  'saved',
  'returned',
  'sessionEnded',
  'switched',
] as const;
export type BreakpointKind = (typeof BREAKPOINTS)[number];

export interface Breakpoint {
  readonly kind: BreakpointKind;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What a fact alone says; of a debug session one must know whether another goes on. null: no breakpoint. */
export function breakpointOf(fact: FactDetail): BreakpointKind | null {
  switch (fact.kind) {
    case 'git':
      return fact.event === 'commit' ? 'commit' : null;
    case 'task':
      return fact.group === 'test' && !fact.background && hasPassed(fact) ? 'testsPassed' : null;
    case 'terminal':
      return fact.class === 'test' && hasPassed(fact) ? 'testsPassed' : null;
    default:
      return null;
  }
}

function hasPassed({ phase, exitCode }: { phase: 'start' | 'end'; exitCode: number | null }): boolean {
  return phase === 'end' && exitCode === 0;
}

/**
 * Finds breakpoints in the signals of all windows, as they come, in order of time. Switches and ends of sessions are found
 * elsewhere, and told to it by whoever knows of them.
 */
export class BreakpointWatch {
  private readonly idleAfterMs: () => number;
  private readonly emit: (breakpoint: Breakpoint) => void;
  /** Debug sessions under way, with their windows. */
  private readonly debugging = new Set<string>();
  private savedAt: number | null = null;
  private carriedAt: number | null;

  /** `carriedAt`: when the record last knew of a person; null: never, so that the first signal is no return. */
  constructor(
    idleAfterMs: () => number,
    emit: (breakpoint: Breakpoint) => void,
    carriedAt: number | null = null,
  ) {
    this.idleAfterMs = idleAfterMs;
    this.emit = emit;
    this.carriedAt = carriedAt;
  }

  /** When a save will have been left alone for long enough; null: there is none to wait for. */
  get settlesAt(): number | null {
    return this.savedAt === null ? null : this.savedAt + AFTER_SAVE_MS;
  }

  /** `isCarrying`: a person is there (design, section 3, "Carrying signal"). */
  take(signal: Signal, isCarrying: boolean): void {
    this.reach(signal.at);
    if (isCarrying) this.carry(signal.at);
    if (signal.kind === 'edit' && signal.origin !== 'program') this.savedAt = null;
    // An editor that saves by itself saves in deserted windows too.
    if (signal.kind === 'save' && isCarrying) this.savedAt = signal.at;
    if (signal.kind === 'debug') this.followDebugging(signal);
    const detail = detailOf(signal);
    const kind = detail && breakpointOf(detail);
    if (kind) this.emit({ kind, at: signal.at });
  }

  /** Time has passed. */
  reach(now: number): void {
    const at = this.settlesAt;
    if (at === null || now < at) return;
    this.savedAt = null;
    this.emit({ kind: 'saved', at });
  }

  private carry(at: number): void {
    if (this.carriedAt !== null && at - this.carriedAt > this.idleAfterMs()) {
      this.emit({ kind: 'returned', at });
    }
    this.carriedAt = Math.max(this.carriedAt ?? at, at);
  }

  /** Of sessions that run together the end of the last one counts. */
  private followDebugging({ window, id, phase, at }: Extract<Signal, { kind: 'debug' }>): void {
    const session = `${window}\n${id}`;
    if (phase === 'start') {
      this.debugging.add(session);
      return;
    }
    this.debugging.delete(session);
    if (this.debugging.size === 0) this.emit({ kind: 'debugEnded', at });
  }
}
