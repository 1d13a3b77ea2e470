import type { Draft } from './actions.ts';
import { understand, type Meaning } from './quickAddWord.ts';
import { BLANKS, cleanTitle, isTooLong, MAX_TITLE, withoutDirectionMarks } from './title.ts';

/** A part of the text, from `start` up to `end`, in UTF-16 code units as an editor counts. */
interface Range {
  readonly start: number;
  readonly end: number;
}

export type QuickAddPart = Range & Meaning;

/** What could not be understood as it seems to be meant, or only in part. */
export interface QuickAddProblem extends Range {
  /** In plain words, a whole sentence. */
  readonly message: string;
}

/**
 * What a line of quick add says, as it would be saved; a problem hinders nothing but tells what will not be as one may think.
 * Only where `title` is empty there is nothing to save.
 */
export interface QuickAdd extends Draft {
  /** The whole text but blanks, in order; words of the title that stand together are one part. */
  readonly parts: readonly QuickAddPart[];
  readonly problems: readonly QuickAddProblem[];
}

const WORD = new RegExp(`[^${BLANKS}]+`, 'gu');

/**
 * Reads `fix login #bug ~2h !high due:fri @waiting`: labels, budget, priority, the day when it is due and the state; all other
 * words are the title. What only looks like a sign stays in the title, with a problem where something else may have been meant. A
 * backslash before a sign (`\#bug`) leaves it in the title. Of two budgets, days, priorities or states the later one holds.
 * `today` is the local day as an ISO date, `calendar.dayAt(now).date`.
 */
export function quickAdd(text: string, today: string): QuickAdd {
  const parts: QuickAddPart[] = [];
  const problems: QuickAddProblem[] = [];
  for (const found of text.matchAll(WORD)) {
    const range = { start: found.index, end: found.index + found[0].length };
    const word = withoutDirectionMarks(found[0]);
    const { meaning, problem } = understand(word, today);
    if (problem !== null) problems.push({ ...range, message: problem });
    pushPart(parts, { ...range, ...(meaning ?? { kind: 'title', text: unescaped(word) }) });
  }
  const title = titleOf(parts);
  return {
    title: cleanTitle(title),
    labels: [...new Set(parts.flatMap(part => (part.kind === 'label' ? [part.label] : [])))],
    budgetMinutes: lastOf(parts, 'budget')?.minutes ?? null,
    priority: lastOf(parts, 'priority')?.priority ?? null,
    due: lastOf(parts, 'due')?.date ?? null,
    state: lastOf(parts, 'state')?.state ?? 'inbox',
    parts,
    // Joined, not pushed: a huge text may have more of them than a call takes arguments.
    problems: [problems, repeatedParts(parts), titleProblems(title, text.length, parts)]
      .flat()
      .sort((a, b) => a.start - b.start),
  };
}

function unescaped(word: string): string {
  // One of several backslashes goes too, so that any word can be said.
  return word.replace(/^\\(?=\\*(?:[#~!@]|due:))/i, '');
}

function pushPart(parts: QuickAddPart[], part: QuickAddPart): void {
  const last = parts.at(-1);
  if (last?.kind === 'title' && part.kind === 'title') {
    parts[parts.length - 1] = { ...last, end: part.end, text: `${last.text} ${part.text}` };
  } else {
    parts.push(part);
  }
}

function titleOf(parts: readonly QuickAddPart[]): string {
  return parts.flatMap(part => (part.kind === 'title' ? [part.text] : [])).join(' ');
}

function lastOf<K extends Meaning['kind']>(parts: readonly QuickAddPart[], kind: K) {
  return parts.findLast((part): part is Extract<QuickAddPart, { kind: K }> => part.kind === kind);
}

const NAMES = { budget: 'budget', priority: 'priority', due: 'day when it is due', state: 'state' } as const;

function repeatedParts(parts: readonly QuickAddPart[]): QuickAddProblem[] {
  const last = new Map(parts.map(part => [part.kind, part]));
  return parts.flatMap(part => {
    if (part.kind === 'title' || part.kind === 'label' || part === last.get(part.kind)) return [];
    const message = `There is another ${NAMES[part.kind]} further on, and that one holds.`;
    return [{ start: part.start, end: part.end, message }];
  });
}

function titleProblems(title: string, length: number, parts: readonly QuickAddPart[]): QuickAddProblem[] {
  if (length > 0 && cleanTitle(title) === '') {
    return [{ start: 0, end: length, message: 'There is no title yet. Write what is to be done.' }];
  }
  if (!isTooLong(title)) return [];
  const start = parts.find(part => part.kind === 'title')?.start ?? 0;
  const end = lastOf(parts, 'title')?.end ?? length;
  return [{ start, end, message: `The title is cut: it has more than ${MAX_TITLE} characters.` }];
}
