import { assertNever } from '../assertNever.ts';
import { isSameDoc, type CommandClass, type Doc, type Signal, type TaskGroup } from './signal.ts';
import { PULSE_MS, type Activity, type Span } from './span.ts';

/** What is known of a window when a signal comes; the recorder keeps it up to date. */
export interface WindowState {
  readonly focused: boolean;
  /** As any earlier signal of the window said. */
  readonly project: string | null;
  readonly branch: string | null;
  /** Ids of debug sessions under way. */
  readonly debugging: ReadonlySet<string>;
  /** When the last carrying signal came; -Infinity before the first. */
  readonly carriedAt: number;
  /** The document that the last carrying signal edited; null where it was no edit. */
  readonly carriedEdit: Doc | null;
}

/** Reads this soon after an edit of the same document are the editor's own echo. Source: design, section 3, "Signals". */
export const ECHO_MS = 500;
/** A terminal command started this soon after a sign of a person was started by that person. Source: as above. */
export const TERMINAL_GRACE_MS = 60_000;

/** What a person is doing who sends `signal`; null for kinds that never carry time. */
export function activityOf(signal: Signal, window: WindowState): Activity | null {
  switch (signal.kind) {
    case 'edit':
      return 'coding';
    case 'save':
      return isSaveOfEdit(signal.doc, window) ? 'coding' : activityOfLooking(signal.view, window);
    case 'read':
    case 'open':
      return activityOfLooking(signal.view, window);
    case 'debug':
      return 'debugging';
    case 'task':
      return ACTIVITY_OF_GROUP[signal.group];
    case 'terminal':
      return ACTIVITY_OF_CLASS[signal.class];
    case 'focus':
    case 'diagnostics':
    case 'git':
    case 'queue':
    case 'away':
    case 'tick':
      return null;
    default:
      return assertNever(signal);
  }
}

const ACTIVITY_OF_GROUP: { readonly [G in TaskGroup]: Activity } = {
  build: 'building',
  test: 'testing',
  other: 'terminal',
};

const ACTIVITY_OF_CLASS: { readonly [C in CommandClass]: Activity } = {
  build: 'building',
  test: 'testing',
  git: 'terminal',
  run: 'terminal',
  other: 'terminal',
};

function isSaveOfEdit(doc: Doc, window: WindowState): boolean {
  return window.carriedEdit !== null && isSameDoc(window.carriedEdit, doc);
}

function activityOfLooking(view: string | null, window: WindowState): Activity {
  if (view === 'diff') return 'reviewing';
  return window.debugging.size > 0 ? 'debugging' : 'reading';
}

/** Whether a signal carries time, because a person is there. (Design, section 3, "Carrying signal".) */
export function isCarrying(signal: Signal, window: WindowState): boolean {
  if (!window.focused) return false;
  switch (signal.kind) {
    case 'edit':
      return signal.origin !== 'program';
    case 'read':
    case 'save':
      return true;
    case 'open':
      return signal.doc !== null;
    case 'task':
      return signal.phase === 'start' && !signal.background;
    case 'debug':
      return signal.phase === 'start';
    case 'terminal':
      return signal.phase === 'start' && signal.at - window.carriedAt <= TERMINAL_GRACE_MS;
    case 'focus':
    case 'diagnostics':
    case 'git':
    case 'queue':
    case 'away':
    case 'tick':
      return false;
    default:
      return assertNever(signal);
  }
}

/**
 * Pulse rule: whether a carrying signal at `at` extends `span` rather than starting another. A clock set back starts another:
 * a span never shrinks.
 */
export function isContinued(
  span: Pick<Span, 'activity' | 'project' | 'doc' | 'branch' | 'end'>,
  activity: Activity,
  doc: Doc | null,
  project: string | null,
  branch: string | null,
  at: number,
): boolean {
  return (
    at >= span.end &&
    at - span.end <= PULSE_MS &&
    span.activity === activity &&
    span.branch === branch &&
    span.project === project &&
    isSameDoc(span.doc, doc)
  );
}
