/** One command of a shell's line: its words, quotes and redirections taken off. */
export interface SimpleCommand {
  readonly words: readonly string[];
  /** It reads what the command before it writes. */
  readonly isFed: boolean;
}

/** What a line is for shows at its start. Characters. */
const LONGEST = 2_000;
const QUOTES = new Set(['"', "'"]);
/** A backslash before anything else is part of a Windows path. */
const ESCAPABLE = /[\s"'\\;|&()<>$#]/;

/** The commands of a line of bash, zsh, fish, PowerShell or cmd, as far as they can be told apart without running it. */
export function simpleCommands(line: string): SimpleCommand[] {
  return new LineReader(withoutHereDocument(line.slice(0, LONGEST))).read();
}

function withoutHereDocument(line: string): string {
  const newline = line.indexOf('\n');
  return newline !== -1 && /<<-?\s*['"\w]/.test(line.slice(0, newline)) ? line.slice(0, newline) : line;
}

class LineReader {
  private readonly line: string;
  private at = 0;
  private readonly commands: SimpleCommand[] = [];
  private words: string[] = [];
  /** null: between words. */
  private word: string | null = null;
  private isFed = false;

  constructor(line: string) {
    this.line = line;
  }

  read(): SimpleCommand[] {
    while (this.at < this.line.length) this.step(this.line[this.at++] as string);
    this.endCommand(false);
    return this.commands;
  }

  private step(character: string): void {
    const next = this.line[this.at] ?? '';
    if (QUOTES.has(character)) this.quoted(character);
    else if ((character === '\\' || character === '`') && /[\r\n]/.test(next)) this.at++;
    else if (character === '\\' && ESCAPABLE.test(next)) this.append(this.line[this.at++] as string);
    else if (character === '$' && next === '(') this.substituted();
    else if (character === '#' && this.word === null) this.skipComment();
    else if (character === '\n' || ';()'.includes(character)) this.endCommand(false);
    else if (/\s/.test(character)) this.endWord();
    else if (character === '|' || character === '&') this.operator(character, next);
    else this.append(character);
  }

  private operator(character: string, next: string): void {
    // Of a redirection: 2>&1, &>log.
    if (character === '&' && (next === '>' || /[<>]$/.test(this.word ?? ''))) {
      this.append(character);
      return;
    }
    const isDouble = next === character;
    if (isDouble || (character === '|' && next === '&')) this.at++;
    this.endCommand(character === '|' && !isDouble);
  }

  private quoted(quote: string): void {
    this.append('');
    while (this.at < this.line.length) {
      const character = this.line[this.at++] as string;
      if (character === quote) return;
      const isEscape = character === '\\' && quote === '"' && /["\\$`]/.test(this.line[this.at] ?? '');
      this.append(isEscape ? (this.line[this.at++] as string) : character);
    }
  }

  /** What `$( )` stands for is unknown. */
  private substituted(): void {
    this.append('');
    let depth = 0;
    do {
      const character = this.line[this.at++];
      if (character === '(') depth++;
      if (character === ')') depth--;
    } while (depth > 0 && this.at < this.line.length);
  }

  private skipComment(): void {
    while (this.at < this.line.length && this.line[this.at] !== '\n') this.at++;
  }

  private append(text: string): void {
    this.word = (this.word ?? '') + text;
  }

  private endWord(): void {
    if (this.word !== null) this.words.push(this.word);
    this.word = null;
  }

  private endCommand(feedsNext: boolean): void {
    this.endWord();
    const words = withoutRedirections(this.words);
    if (words.length > 0) this.commands.push({ words, isFed: this.isFed });
    this.words = [];
    this.isFed = feedsNext;
  }
}

const REDIRECTION = /^(?:\d*|&)(?:>>?|<{1,3})(.*)$/;

function withoutRedirections(words: readonly string[]): string[] {
  const kept: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const redirection = REDIRECTION.exec(words[i] as string);
    if (!redirection) kept.push(words[i] as string);
    // Its target is the next word.
    else if (redirection[1] === '') i++;
  }
  return kept;
}
