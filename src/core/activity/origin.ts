import type { EditOrigin } from './signal.ts';

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** One replaced range of a change event. The text is looked at and let go. */
export interface TextChange {
  readonly range: Range;
  readonly text: string;
}

export interface ChangeContext {
  readonly isUndoOrRedo: boolean;
  /** The document is the active editor's. */
  readonly isActive: boolean;
  /** Between `onWillSave` and `onDidSave`: formatters are at work. */
  readonly isSaving: boolean;
  /** The selections before the change: VS Code tells of the change first. */
  readonly cursors: readonly Range[];
}

/**
 * Where a change came from, by its shape. Not to be told apart: a one-character paste, and an agent's edit at the cursor, from a
 * key. Whether a document was reloaded from disk shows only afterwards; see `listen/edits.ts`. (Design, section 3, "Edit origin".)
 */
export function classifyEdit(changes: readonly TextChange[], context: ChangeContext): EditOrigin {
  if (context.isUndoOrRedo) return 'undo';
  if (!context.isActive || context.isSaving) return 'program';
  let origin: EditOrigin = 'typed';
  for (const change of changes) {
    if (!isAtCursor(change.range, context.cursors)) return 'program';
    if (!isOneStroke(change)) origin = 'bulk';
  }
  return origin;
}

/** It starts at a cursor, or removes what stands beside or under one. */
function isAtCursor(range: Range, cursors: readonly Range[]): boolean {
  const isRemoval = compare(range.start, range.end) < 0;
  return cursors.some(({ start, end }) => {
    if (compare(range.start, start) === 0 || compare(range.start, end) === 0) return true;
    return isRemoval && compare(range.start, end) <= 0 && compare(range.end, start) >= 0;
  });
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** Pairs that an editor closes by itself. */
const PAIRS = new Set(['()', '[]', '{}', '<>', '""', "''", '``']);
/** A line break, or two where a pair was opened, with indentation and a comment's leader. */
const LINE_BREAK = /^(\r?\n[ \t]*(?:\*|\/{2,3}|#|--)?[ \t]*){1,2}$/;
/** What Tab inserts where indentation is made of spaces. */
const INDENT = /^ {2,8}$/;
/** What an input method makes of a composition: no letter of it is typed on the keyboard. */
const COMPOSED = /^[^\p{ASCII}\n]{1,32}$/u;

function isOneStroke({ range, text }: TextChange): boolean {
  if (isOneCharacter(text) || PAIRS.has(text) || LINE_BREAK.test(text) || INDENT.test(text)) return true;
  return compare(range.start, range.end) < 0 && COMPOSED.test(text);
}

function isOneCharacter(text: string): boolean {
  if (text.length <= 1) return true;
  // Letters outside the basic plane are two units, emoji many; a long text is neither.
  return text.length <= 16 && !text.includes('\n') && [...GRAPHEMES.segment(text)].length === 1;
}

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
