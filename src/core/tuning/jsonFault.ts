/** Where a text ceases to be JSON, and what should stand there. */
export interface JsonFault {
  /** From 1 on. */
  readonly line: number;
  /** "a value" */
  readonly wanted: string;
}

const TOKEN =
  /\s*(?:([{}[\]:,])|("(?:[^"\\\n]|\\.)*")|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.]))?/y;

type Kind = '{' | '}' | '[' | ']' | ':' | ',' | 'text' | 'plain' | 'none';

/** What may stand next; the machine of JSON's grammar, with what it is within on a stack. */
type Wanted = 'value' | 'valueOrEnd' | 'name' | 'nameOrEnd' | 'colon' | 'next';

const WORDS: { readonly [W in Wanted]: string } = {
  value: 'a value',
  valueOrEnd: 'a value or ]',
  name: 'a name in quotes',
  nameOrEnd: 'a name in quotes or }',
  colon: 'a colon',
  next: 'a comma or the end',
};

/** null: the text is JSON, as far as its form goes. The messages of `JSON.parse` do not always say where. */
export function jsonFault(text: string): JsonFault | null {
  const within: ('{' | '[')[] = [];
  let wanted: Wanted | 'end' = 'value';
  TOKEN.lastIndex = 0;
  for (;;) {
    const found: RegExpExecArray | null = TOKEN.exec(text);
    const kind = kindOf(found);
    if (kind === 'none' && wanted === 'end' && text.slice(TOKEN.lastIndex).trim() === '') return null;
    const next: Wanted | 'end' | null = wanted === 'end' ? null : after(wanted, kind, within);
    if (next === null) {
      const at = (found?.index ?? 0) + (/^\s*/.exec(text.slice(found?.index))?.[0].length ?? 0);
      return { line: text.slice(0, at).split('\n').length, wanted: wordsFor(wanted, within) };
    }
    wanted = next;
  }
}

function kindOf(found: RegExpExecArray | null): Kind {
  const [, mark, quoted, plain] = found ?? [];
  if (mark !== undefined) return mark as Kind;
  if (quoted !== undefined) return 'text';
  return plain === undefined ? 'none' : 'plain';
}

/** What may stand after a token; null: it may not stand there. */
function after(wanted: Wanted, kind: Kind, within: ('{' | '[')[]): Wanted | 'end' | null {
  switch (wanted) {
    case 'name':
    case 'nameOrEnd':
      if (kind === 'text') return 'colon';
      return wanted === 'nameOrEnd' && kind === '}' ? leave(within) : null;
    case 'colon':
      return kind === ':' ? 'value' : null;
    case 'next':
      if (kind === ',') return within.at(-1) === '{' ? 'name' : 'value';
      return kind === (within.at(-1) === '{' ? '}' : ']') ? leave(within) : null;
    case 'value':
    case 'valueOrEnd':
      return afterValue(wanted, kind, within);
  }
}

function afterValue(wanted: Wanted, kind: Kind, within: ('{' | '[')[]): Wanted | 'end' | null {
  if (kind === '{' || kind === '[') {
    within.push(kind);
    return kind === '{' ? 'nameOrEnd' : 'valueOrEnd';
  }
  if (kind === 'text' || kind === 'plain') return within.length > 0 ? 'next' : 'end';
  return wanted === 'valueOrEnd' && kind === ']' ? leave(within) : null;
}

function leave(within: ('{' | '[')[]): 'next' | 'end' {
  within.pop();
  return within.length > 0 ? 'next' : 'end';
}

function wordsFor(wanted: Wanted | 'end', within: readonly ('{' | '[')[]): string {
  if (wanted === 'end') return 'nothing more';
  return wanted === 'next' ? `a comma or ${within.at(-1) === '{' ? '}' : ']'}` : WORDS[wanted];
}
