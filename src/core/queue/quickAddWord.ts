import { isolate } from '../text/isolate.ts';
import { readBudget } from './budgetText.ts';
import { readDue } from './dueText.ts';
import { isOpenState, ITEM_STATES, PRIORITIES, type ItemState, type Priority } from './item.ts';

/** What a word of the text was understood as. */
export type Meaning =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'label'; readonly label: string }
  | { readonly kind: 'budget'; readonly minutes: number }
  | { readonly kind: 'priority'; readonly priority: Priority }
  /** An ISO date. */
  | { readonly kind: 'due'; readonly date: string }
  | { readonly kind: 'state'; readonly state: ItemState };

/** A word without a meaning belongs to the title. */
export interface Understood {
  readonly meaning: Meaning | null;
  /** In plain words, a whole sentence. */
  readonly problem: string | null;
}

/** Letters and digits, with `-`, `_`, `.`, `/` and `:` between them, and a last `+`; without a letter it is the number of an issue. */
const LABEL = /^(?=.{1,50}$)(?=.*\p{L})[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\-_./:+]*[\p{L}\p{M}\p{N}+])?$/u;
/** How much of a word a message repeats, in UTF-16 code units. */
const QUOTED = 30;

const PLAIN: Understood = { meaning: null, problem: null };

function meaning(meaning: Meaning): Understood {
  return { meaning, problem: null };
}

function problem(problem: string): Understood {
  return { meaning: null, problem };
}

/** Reads one word of quick add, without blanks or direction marks; `today` is an ISO date. */
export function understand(word: string, today: string): Understood {
  if (/^due:/i.test(word)) return understandDue(word, today);
  const rest = word.slice(1);
  switch (word.charAt(0)) {
    case '#':
      return understandLabel(word, rest);
    case '~':
      return understandBudget(word, rest);
    case '!':
      return understandPriority(word, rest);
    case '@':
      return understandState(word, rest);
    default:
      return PLAIN;
  }
}

function understandDue(word: string, today: string): Understood {
  const date = readDue(word.slice('due:'.length), today);
  if (date !== null) return meaning({ kind: 'due', date });
  return problem(`${quote(word)} names no day. Write due:today, due:fri, due:+3d or due:${today}.`);
}

function understandLabel(word: string, rest: string): Understood {
  const label = rest.normalize('NFC').toLowerCase();
  if (LABEL.test(label)) return meaning({ kind: 'label', label });
  // "#" alone and the number of an issue are words like others.
  if (!/\p{L}/u.test(rest)) return PLAIN;
  return problem(
    `${quote(word)} is no label. A label is one word of at most 50 letters and digits, as in #bug.`,
  );
}

function understandBudget(word: string, rest: string): Understood {
  // "~/.bashrc" is none.
  if (!/^[\d.,]/.test(rest)) return PLAIN;
  const minutes = readBudget(rest);
  if (minutes !== null) return meaning({ kind: 'budget', minutes });
  return problem(
    `${quote(word)} is no budget. Write ~30m, ~2h, ~1h30 or ~1d (8 hours); at most 1,000 hours.`,
  );
}

function understandPriority(word: string, rest: string): Understood {
  if (!/^\p{L}+$/u.test(rest)) return PLAIN;
  const short = rest.toLowerCase();
  const priority = PRIORITIES.find(name => name.startsWith(short));
  if (priority) return meaning({ kind: 'priority', priority });
  return problem(`${quote(word)} is no priority. Write !high, !medium or !low.`);
}

function understandState(word: string, rest: string): Understood {
  // "@types/node" is none.
  if (!/^\p{L}+$/u.test(rest)) return PLAIN;
  const state = ITEM_STATES.find(name => name === rest.toLowerCase());
  if (state && isOpenState(state)) return meaning({ kind: 'state', state });
  return problem(`${quote(word)} is no state of a new item. Write @inbox, @next, @doing or @waiting.`);
}

function quote(word: string): string {
  const short = word.length > QUOTED ? `${word.slice(0, QUOTED).toWellFormed()}…` : word;
  return `“${isolate(short)}”`;
}
