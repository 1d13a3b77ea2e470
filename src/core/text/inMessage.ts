import { isolate } from './isolate.ts';

const WORD_JOINER = '\u2060';

/** A user's text made safe to stand in a message or a label of VS Code: see `withoutMarkup`. It cannot turn the words around it. */
export function inMessage(text: string): string {
  return isolate(withoutMarkup(text));
}

/** VS Code makes a link of what looks like one in Markdown, and draws an icon for what looks like the name of one: `$(trash)`. */
export function withoutMarkup(text: string): string {
  return text.replaceAll('](', `]${WORD_JOINER}(`).replaceAll('$(', `$${WORD_JOINER}(`);
}
