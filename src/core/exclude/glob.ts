/**
 * The regular expression of a glob: `*` and `?` within a name, `**` over folders, `{a,b}` for either, `[a-z]` and `[!a-z]` for one
 * character. Both slashes part names. It also matches everything below what it matches. What is not closed stands for itself.
 */
export function globToRegExp(glob: string, ignoreCase: boolean): RegExp {
  const pattern = new GlobReader(normalize(glob)).read();
  return new RegExp(`^${pattern}(?:/.*)?$`, ignoreCase ? 'iu' : 'u');
}

/** `x/**` excludes what `x` does. */
function normalize(glob: string): string {
  return glob
    .replaceAll('\\', '/')
    .replace(/(?:\*\*\/)+/g, '**/')
    .replace(/(?:\/|\/\*\*)+$/, '');
}

class GlobReader {
  private readonly glob: string;
  private at = 0;
  /** Open braces. */
  private depth = 0;

  constructor(glob: string) {
    this.glob = glob;
  }

  read(): string {
    let pattern = '';
    while (this.at < this.glob.length) pattern += this.next();
    return pattern;
  }

  private next(): string {
    const character = this.glob[this.at++] as string;
    switch (character) {
      case '*':
        return this.stars();
      case '?':
        return '[^/]';
      case '{':
        return this.open();
      case '}':
        return this.close();
      case ',':
        return this.depth > 0 ? '|' : ',';
      case '[':
        return this.range();
      default:
        return escape(character);
    }
  }

  private stars(): string {
    if (this.glob[this.at] !== '*') return '[^/]*';
    while (this.glob[this.at] === '*') this.at++;
    if (this.glob[this.at] !== '/') return '.*';
    this.at++;
    return '(?:.*/)?';
  }

  private open(): string {
    if (!isClosed(this.glob, this.at)) return '\\{';
    this.depth++;
    return '(?:';
  }

  private close(): string {
    if (this.depth === 0) return '\\}';
    this.depth--;
    return ')';
  }

  private range(): string {
    const range = rangeAt(this.glob, this.at);
    if (range === null) return '\\[';
    const { length, negation, characters } = range;
    this.at += length;
    const inside = characters.replace(/[\\\]^]/g, '\\$&').replace(/^-|-$/g, '\\-');
    return negation ? `[^/${inside}]` : `[${inside}]`;
  }
}

function isClosed(glob: string, from: number): boolean {
  let depth = 1;
  for (let i = from; i < glob.length && depth > 0; i++) {
    if (glob[i] === '{') depth++;
    if (glob[i] === '}') depth--;
    // A brace between brackets closes nothing.
    if (glob[i] === '[') i += rangeAt(glob, i + 1)?.length ?? 0;
  }
  return depth === 0;
}

/** The range whose bracket opens before `at`, to its end; null: that bracket stands for itself. */
function rangeAt(glob: string, at: number): { length: number; negation: string; characters: string } | null {
  const [whole, negation = '', characters = ''] = /^([!^]?)(\]?[^\]/]*)\]/.exec(glob.slice(at)) ?? [];
  // One that runs backwards holds nothing.
  if (whole === undefined || characters === '' || !isValidRange(characters)) return null;
  return { length: whole.length, negation, characters };
}

function isValidRange(characters: string): boolean {
  for (let i = 1; i + 1 < characters.length; i++) {
    if (characters[i] === '-' && (characters[i - 1] as string) > (characters[i + 1] as string)) return false;
  }
  return true;
}

function escape(character: string): string {
  return /[.+^$()|[\]\\/-]/.test(character) && character !== '-' ? `\\${character}` : character;
}
