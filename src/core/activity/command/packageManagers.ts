import { purposeOfName, type Purpose } from './purpose.ts';

/** Options whose value is the next word. */
const VALUED = new Set(
  '-w --workspace --prefix -C --dir --cwd --filter -F --loglevel --reporter --config -p --package'.split(' '),
);
const RUN = new Set(['run', 'run-script', 'rum', 'urn']);
const TEST = new Set(['test', 't', 'tst', 'it', 'cit', 'install-test', 'install-ci-test']);
const EXECUTE = new Set(['exec', 'x', 'dlx']);
/** Words before the one that counts. */
const GROUPS = new Set(['workspaces', 'foreach', 'recursive', 'multi', 'm']);
/** What the managers do themselves: it changes what is installed. */
const OWN = new Set(
  'add audit bin cache config create dedupe deploy doctor env exec explain fetch fund global help i ci import info init install licenses link list ll login logout ls node outdated pack patch plugin pm prune publish rebuild remove rm root search set store un uninstall unlink up update upgrade version view whoami why'.split(
    ' ',
  ),
);

export const PACKAGE_MANAGERS: ReadonlySet<string> = new Set([
  'npm',
  'pnpm',
  'yarn',
  'bun',
  'cnpm',
  'rush-pnpm',
]);

/** What `npm test`, `pnpm --filter web build`, `yarn workspace api dev` or `bun run x` are for; `of` judges a command inside. */
export function purposeOfManager(
  manager: string,
  words: readonly string[],
  of: (words: readonly string[]) => Purpose,
): Purpose {
  const [first, ...rest] = skipOptions(words);
  if (first === undefined) return 'other';
  if (RUN.has(first)) return purposeOfScript(manager, skipOptions(rest)[0]);
  if (TEST.has(first)) return 'test';
  if (first === 'start' || first === 'restart') return 'lasting';
  if (EXECUTE.has(first)) return of(afterDashes(skipOptions(rest)));
  if (first === 'workspace') return purposeOfManager(manager, rest.slice(1), of);
  if (GROUPS.has(first)) return purposeOfManager(manager, rest, of);
  if (manager === 'npm' || OWN.has(first)) return 'other';
  if (manager === 'bun' && first === 'build') return 'build';
  const named = purposeOfScript(manager, first);
  // Not a script's name, then perhaps a program's: `yarn jest`.
  return named === 'run' || named === 'lasting' ? orElse(of([first, ...rest]), named) : named;
}

function orElse(purpose: Purpose, other: Purpose): Purpose {
  return purpose === 'other' ? other : purpose;
}

function purposeOfScript(manager: string, name: string | undefined): Purpose {
  if (name === undefined) return 'other';
  const file =
    manager === 'bun' && /\.[cm]?[jt]sx?$/.test(name) ? name.slice(name.lastIndexOf('/') + 1) : name;
  return purposeOfName(file) ?? 'run';
}

function skipOptions(words: readonly string[]): readonly string[] {
  let at = 0;
  for (let word = words[at]; word?.startsWith('-') && word !== '--'; word = words[at]) {
    at += VALUED.has(word) ? 2 : 1;
  }
  return words.slice(at);
}

function afterDashes(words: readonly string[]): readonly string[] {
  return words[0] === '--' ? words.slice(1) : words;
}
