const FIRST_STRONG_ISOLATE = '\u2068';
const POP_DIRECTIONAL_ISOLATE = '\u2069';
// Marks that change the direction of text, and control characters (line breaks among them).
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * A name from the record (a project, a branch, a file) made safe to stand inside a sentence: right-to-left names and stray
 * direction marks cannot reorder the words around them.
 */
export function isolate(name: string): string {
  return FIRST_STRONG_ISOLATE + withoutControls(name) + POP_DIRECTIONAL_ISOLATE;
}

/** Without marks that change the direction of text, and control characters. */
export function withoutControls(text: string): string {
  return text.replace(CONTROLS, '');
}
