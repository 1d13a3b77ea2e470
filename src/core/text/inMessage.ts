import { isolate } from './isolate.ts';

const WORD_JOINER = '\u2060';

/** A user's text made safe to stand in a message of VS Code, which would make a link of what looks like one in Markdown. */
export function inMessage(text: string): string {
  return isolate(text.replaceAll('](', `]${WORD_JOINER}(`));
}
