import { assertNever } from '../assertNever.ts';
import type { AwayWord, CommandClass, EditOrigin, GitEvent, Signal, TaskGroup } from './signal.ts';
import type { Span } from './span.ts';

/** A fact that is not time at work: kept apart from the timeline, one row each. */
export type Fact = FactPlace & FactDetail;

export interface FactPlace {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly window: string;
  readonly project: string | null;
  readonly branch: string | null;
  /** The document's path, where the signal named one. */
  readonly path: string | null;
}

export type FactDetail =
  | { readonly kind: 'focus'; readonly focused: boolean; readonly active: boolean }
  | {
      readonly kind: 'task';
      readonly group: TaskGroup;
      readonly background: boolean;
      readonly phase: 'start' | 'end';
      readonly exitCode: number | null;
      readonly id: string;
    }
  | {
      readonly kind: 'terminal';
      readonly class: CommandClass;
      readonly phase: 'start' | 'end';
      readonly exitCode: number | null;
      readonly id: string;
    }
  | { readonly kind: 'debug'; readonly phase: 'start' | 'stop'; readonly id: string }
  | { readonly kind: 'diagnostics'; readonly errors: number }
  | { readonly kind: 'git'; readonly event: GitEvent; readonly repo: string; readonly hash: string | null }
  | { readonly kind: 'queue'; readonly item: string; readonly phase: 'start' | 'stop' }
  | { readonly kind: 'away'; readonly start: number; readonly end: number; readonly as: AwayWord }
  /** The machine slept: `at` is the tick after it, `since` the last tick before. */
  | { readonly kind: 'suspend'; readonly since: number };

export type FactOf<K extends Fact['kind']> = Extract<Fact, { kind: K }>;

/** What of a signal is kept as a fact; null for kinds that become spans and tallies only. */
export function detailOf(signal: Signal): FactDetail | null {
  switch (signal.kind) {
    case 'focus':
      return { kind: 'focus', focused: signal.focused, active: signal.active };
    case 'task': {
      // The name is the user's text: it is not kept.
      const { group, background, phase, exitCode, id } = signal;
      return { kind: 'task', group, background, phase, exitCode, id };
    }
    case 'terminal': {
      const { phase, exitCode, id } = signal;
      return { kind: 'terminal', class: signal.class, phase, exitCode, id };
    }
    case 'debug':
      return { kind: 'debug', phase: signal.phase, id: signal.id };
    case 'diagnostics':
      return { kind: 'diagnostics', errors: signal.errors };
    case 'git':
      return { kind: 'git', event: signal.event, repo: signal.repo, hash: signal.hash };
    case 'queue':
      return { kind: 'queue', item: signal.item, phase: signal.phase };
    case 'away':
      return { kind: 'away', start: signal.start, end: signal.end, as: signal.as };
    case 'edit':
    case 'read':
    case 'save':
    case 'open':
    case 'tick':
      return null;
    default:
      return assertNever(signal);
  }
}

/** Length of a tally's stretch. Every zone's offset today is a multiple of it, so that local midnight never cuts one. */
export const TALLY_MS = 300_000;

/**
 * Edit signals of one document in one window within five minutes, by origin, focused or not.
 * `from` is a multiple of `TALLY_MS`, epoch milliseconds. Counts are totals, so writing one again is harmless.
 */
export interface Tally extends Readonly<Record<EditOrigin, number>> {
  readonly from: number;
  readonly window: string;
  readonly project: string | null;
  readonly path: string;
  readonly language: string;
  readonly branch: string | null;
  /** Characters, over all origins. */
  readonly inserted: number;
  readonly deleted: number;
}

/** A part of the record, enough to compute days from. Every list is in the order of time, then of writing. */
export interface RecordSlice {
  readonly spans: readonly Span[];
  readonly facts: readonly Fact[];
  readonly tallies: readonly Tally[];
}
