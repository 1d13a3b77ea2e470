/** Words before a command that say nothing of what it is for. */
const KEYWORDS = new Set(['do', 'then', 'else', 'elif', 'if', 'while', 'until', '!', '{', 'call', 'time']);
const ASSIGNMENT = /^[A-Za-z_]\w*=/;

interface Wrapper {
  /** Options whose value is the next word. */
  readonly valued?: readonly string[];
  /** So many words of its own stand before the command. */
  readonly own?: number;
  /** The command is one only after one of these words: `poetry run`. */
  readonly after?: readonly string[];
}

/** Programs that run the command that follows. */
const WRAPPERS: ReadonlyMap<string, Wrapper> = new Map([
  ['sudo', { valued: ['-u', '-g', '-h', '-p', '-C', '-D', '-r', '-t'] }],
  ['doas', { valued: ['-u', '-C'] }],
  ['env', { valued: ['-u', '-C', '-S', '--unset', '--chdir'] }],
  ['nice', { valued: ['-n'] }],
  ['ionice', { valued: ['-c', '-n'] }],
  ['timeout', { valued: ['-s', '-k', '--signal', '--kill-after'], own: 1 }],
  ['gtimeout', { valued: ['-s', '-k'], own: 1 }],
  ['stdbuf', { valued: ['-i', '-o', '-e'] }],
  ['strace', { valued: ['-e', '-o', '-p'] }],
  ...[
    'exec',
    'command',
    'builtin',
    'nohup',
    'setsid',
    'caffeinate',
    'unbuffer',
    'xvfb-run',
    'dbus-run-session',
  ].map(name => [name, {}] as const),
  ...['cross-env', 'cross-env-shell', 'dotenv', 'dotenvx', 'env-cmd', 'nyc', 'c8', 'valgrind', 'winpty'].map(
    name => [name, { valued: ['-e', '-f', '-r', '-o', '--reporter'] }] as const,
  ),
  ['npx', { valued: ['-p', '--package'] }],
  ...['bunx', 'pipx', 'uvx', 'pnpx'].map(name => [name, {}] as const),
  ...['poetry', 'uv', 'pipenv', 'pdm', 'hatch', 'rye', 'pipx', 'rbenv', 'conda', 'mamba'].map(
    name => [name, { after: ['run', 'exec'], valued: ['-n', '--with', '--python', '-p'] }] as const,
  ),
  ...['bundle', 'mise', 'asdf', 'direnv', 'nvm', 'fnm', 'volta'].map(
    name => [name, { after: ['exec', 'run', 'x'] }] as const,
  ),
]);

/** The command itself: what stands before it is taken off. Empty where nothing is left. */
export function unwrap(words: readonly string[]): readonly string[] {
  let rest = words;
  for (;;) {
    const [first] = rest;
    if (first === undefined) return rest;
    if (KEYWORDS.has(first) || ASSIGNMENT.test(first)) {
      rest = rest.slice(1);
      continue;
    }
    const wrapper = WRAPPERS.get(programName(first));
    const inner = wrapper && commandIn(rest.slice(1), wrapper);
    if (!inner) return rest;
    rest = inner;
  }
}

/** undefined: none follows, the program is meant itself. */
function commandIn(
  words: readonly string[],
  { valued = [], own = 0, after }: Wrapper,
): readonly string[] | undefined {
  let rest = skipOptions(words, valued);
  if (after) {
    if (!after.includes(rest[0] ?? '')) return undefined;
    rest = skipOptions(rest.slice(1), valued);
  }
  rest = rest.slice(own);
  return rest.length > 0 ? rest : undefined;
}

function skipOptions(words: readonly string[], valued: readonly string[]): readonly string[] {
  let at = 0;
  for (let word = words[at]; word?.startsWith('-') || ASSIGNMENT.test(word ?? ''); word = words[at]) {
    at += valued.includes(word ?? '') ? 2 : 1;
  }
  return words.slice(at);
}

/** A program's name without its folders and the endings of programs and scripts, in lower case. */
export function programName(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return name
    .toLowerCase()
    .replace(/\.(?:exe|cmd|bat|com|ps1|sh|bash|zsh|fish|py|rb|pl|php|[cm]?[jt]sx?)$/, '');
}
