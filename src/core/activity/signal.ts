/**
 * One editor event reduced to facts. Signals are what listeners emit, what a signal log holds and what the recorder takes;
 * nothing else enters the record. They carry counts, kinds, places and times, never text.
 */

/** A document as the record knows it. */
export interface Doc {
  /** The workspace folder's name; null for a document outside every folder ("unassigned"). */
  readonly project: string | null;
  /** Relative to its workspace folder. */
  readonly path: string;
  /** VS Code's language id. */
  readonly language: string;
}

export const EDIT_ORIGINS = ['typed', 'bulk', 'program', 'undo'] as const;
/** Where an edit came from; a class with known error (see `origin.ts`). */
export type EditOrigin = (typeof EDIT_ORIGINS)[number];

export const TASK_GROUPS = ['build', 'test', 'other'] as const;
export type TaskGroup = (typeof TASK_GROUPS)[number];

export const COMMAND_CLASSES = ['build', 'test', 'git', 'run', 'other'] as const;
/** What a terminal command is for; its text never leaves the listener. */
export type CommandClass = (typeof COMMAND_CLASSES)[number];

export const GIT_EVENTS = ['commit', 'checkout', 'merge', 'rebase'] as const;
export type GitEvent = (typeof GIT_EVENTS)[number];

export const AWAY_KINDS = ['reading', 'thinking', 'meeting', 'break', 'discard'] as const;
/** What the developer said a time away from the keyboard was. */
export type AwayKind = (typeof AWAY_KINDS)[number];

/** Takes back what a time was named before: it is again what it would be had nobody named it. */
export const UNNAMED = 'none';
/** What can be said of a time away. */
export type AwayWord = AwayKind | typeof UNNAMED;

interface Base {
  /** Epoch milliseconds. */
  readonly at: number;
  /** The window it happened in: one extension host, one label. */
  readonly window: string;
  readonly doc: Doc | null;
  /** null: not said (no repository, or a signal that does not know). */
  readonly branch: string | null;
}

/** Every kind of signal; `kind` tells them apart. */
export type Signal =
  | (Base & {
      readonly kind: 'edit';
      readonly doc: Doc;
      readonly inserted: number;
      readonly deleted: number;
      readonly origin: EditOrigin;
    })
  | (Base & { readonly kind: 'read'; readonly doc: Doc; readonly view: string | null })
  | (Base & { readonly kind: 'save'; readonly doc: Doc; readonly view: string | null })
  /** The active editor changed; `doc` null: to none that counts. */
  | (Base & { readonly kind: 'open'; readonly view: string | null })
  | (Base & { readonly kind: 'focus'; readonly focused: boolean; readonly active: boolean })
  | (Base & {
      readonly kind: 'task';
      readonly name: string;
      readonly group: TaskGroup;
      readonly background: boolean;
      readonly phase: 'start' | 'end';
      readonly exitCode: number | null;
      readonly id: string;
    })
  | (Base & {
      readonly kind: 'terminal';
      readonly class: CommandClass;
      readonly phase: 'start' | 'end';
      readonly exitCode: number | null;
      readonly id: string;
    })
  | (Base & { readonly kind: 'debug'; readonly phase: 'start' | 'stop'; readonly id: string })
  | (Base & { readonly kind: 'diagnostics'; readonly doc: Doc; readonly errors: number })
  | (Base & {
      readonly kind: 'git';
      readonly event: GitEvent;
      readonly repo: string;
      readonly hash: string | null;
    })
  | (Base & { readonly kind: 'queue'; readonly item: string; readonly phase: 'start' | 'stop' })
  | (Base & {
      readonly kind: 'away';
      readonly start: number;
      readonly end: number;
      readonly as: AwayWord;
    })
  /** The window is alive: one a minute. */
  | (Base & { readonly kind: 'tick' });

export type SignalOf<K extends Signal['kind']> = Extract<Signal, { kind: K }>;

/** The same document: project, path and language. */
export function isSameDoc(a: Doc | null, b: Doc | null): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  return a.path === b.path && a.project === b.project && a.language === b.language;
}
