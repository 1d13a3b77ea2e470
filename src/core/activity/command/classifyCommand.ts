import type { CommandClass } from '../signal.ts';
import { PACKAGE_MANAGERS, purposeOfManager } from './packageManagers.ts';
import { purposeOfAll, purposeOfName, type Purpose } from './purpose.ts';
import { simpleCommands } from './simpleCommands.ts';
import { TOOLS, type Tool } from './tools.ts';
import { programName, unwrap } from './wrappers.ts';

/**
 * What a terminal's command line is for. A server or a watcher is `run`, whatever it builds or tests: nobody waits for its end.
 * The line is looked at and let go.
 */
export function classifyCommand(line: string): CommandClass {
  const purpose = purposeOfLine(line);
  return purpose === 'lasting' ? 'run' : purpose;
}

/** How often a line may hold a line: `bash -c "bash -c …"`. */
const DEEPEST = 3;

/** As `classifyCommand`, with servers and watchers told apart. */
export function purposeOfLine(line: string, depth = 0): Purpose {
  const purposes: Purpose[] = [];
  for (const { words, isFed } of simpleCommands(line)) {
    const purpose = purposeOfWords(unwrap(words), depth);
    // What only reads another's output is not what the line is for: `npm test | node format.js`.
    if (isFed && purpose !== 'build' && purpose !== 'test') continue;
    purposes.push(purpose);
  }
  return purposeOfAll(purposes);
}

function purposeOfWords([program, ...words]: readonly string[], depth: number): Purpose {
  if (program === undefined) return 'other';
  const purpose = purposeOfProgram(program, words, depth);
  return (purpose === 'build' || purpose === 'test') && isWatching(programName(program), words)
    ? 'lasting'
    : purpose;
}

/** Their `-w` means watch; to others it means a workspace or no warnings. */
const WATCH_BY_W = new Set('tsc vue-tsc webpack rollup mocha ava vitest babel swc jest tsup'.split(' '));
const WATCH = /^--?(?:watch|watchAll|watch-all|continuous|looponfail|serve)$/;

function isWatching(name: string, words: readonly string[]): boolean {
  if (words.some(word => WATCH.test(word) || word === '--watch=true')) return true;
  if (name.startsWith('gradle')) return words.includes('-t');
  const own = PACKAGE_MANAGERS.has(name) ? words.slice(words.indexOf('--') + 1 || words.length) : words;
  return own.includes('-w') && (own !== words || WATCH_BY_W.has(name));
}

function purposeOfProgram(program: string, words: readonly string[], depth: number): Purpose {
  const name = programName(program);
  const inner = (rest: readonly string[]) =>
    depth < DEEPEST ? purposeOfWords(unwrap(rest), depth + 1) : 'other';
  if (PACKAGE_MANAGERS.has(name)) return purposeOfManager(name, words, inner);
  if (name === 'cmake') return purposeOfCmake(words);
  if (/^(?:node|deno)$/.test(name)) return purposeOfNode(name, words);
  if (/^(?:python[\d.]*|py|pypy3?|php|ruby)$/.test(name)) return purposeOfInterpreter(words, inner);
  if (SHELL.test(name)) return purposeOfShell(words, depth);
  const tool = TOOLS.get(name);
  if (typeof tool === 'string') return tool;
  if (tool) return purposeOfTool(tool, words);
  return isScript(program) ? (purposeOfName(name) ?? 'run') : 'other';
}

function purposeOfTool(tool: Tool, words: readonly string[]): Purpose {
  const goals = goalsOf(tool, words);
  const counted = tool.takesMany ? goals : goals.filter(goal => !tool.groups?.includes(goal)).slice(0, 1);
  if (counted.length === 0) return tool.alone;
  const known = counted.flatMap(goal => meaningOf(tool, goal) ?? []);
  return known.length > 0 ? purposeOfAll(known) : tool.unknown;
}

function meaningOf({ means }: Tool, goal: string): Purpose | null {
  // A goal of a part: `:app:test`. What it means as a whole comes first: `spring-boot:run`.
  const last = goal.slice(goal.lastIndexOf(':') + 1);
  return means?.[goal] ?? means?.[last] ?? purposeOfName(goal);
}

/** The words that are no options: subcommands, goals, targets. */
function goalsOf({ valued = [] }: Tool, words: readonly string[]): string[] {
  const goals: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    if (word === '--') break;
    const target = /^--targets?=(.+)$/.exec(word)?.[1];
    if (target !== undefined) goals.push(target);
    else if (valued.includes(word)) i++;
    // Of cargo's toolchains, makefiles' variables and numbers of jobs.
    else if (!/^[-+]|^\w+=|^\d+$/.test(word)) goals.push(word);
  }
  return goals;
}

function purposeOfCmake(words: readonly string[]): Purpose {
  if (words.some(word => /^-[EP]$/.test(word)) || words.includes('--install')) return 'other';
  const at = words.findIndex(word => word === '--target' || word === '-t');
  return at === -1 ? 'build' : (purposeOfName(words[at + 1] ?? '') ?? 'build');
}

function purposeOfNode(name: string, words: readonly string[]): Purpose {
  if (words.some(word => /^--watch/.test(word))) return 'lasting';
  if (words.includes('--test')) return 'test';
  const first = words.find(word => !word.startsWith('-'));
  if (first === undefined) return 'run';
  if (name === 'deno') {
    const means = DENO[first];
    if (means) return means;
    if (/^(?:fmt|lint|add|install|cache|info|upgrade|repl)$/.test(first)) return 'other';
    if (/^(?:task|run)$/.test(first)) return purposeOfNode('node', words.slice(words.indexOf(first) + 1));
  }
  return purposeOfName(programName(first)) ?? 'run';
}

const DENO: { readonly [word: string]: Purpose | undefined } = {
  test: 'test',
  bench: 'test',
  check: 'build',
  compile: 'build',
  bundle: 'build',
  serve: 'lasting',
};

/** `python -m pytest`, `python manage.py test`, `php artisan serve`. */
function purposeOfInterpreter(words: readonly string[], of: (words: readonly string[]) => Purpose): Purpose {
  const module = words.indexOf('-m') + 1;
  const at = module || words.findIndex(word => !word.startsWith('-'));
  const program = words[at];
  if (program === undefined) return 'run';
  const name = programName(program);
  const purpose = TOOLS.has(name) ? of(words.slice(at)) : 'other';
  return purpose === 'other' ? (purposeOfName(name) ?? 'run') : purpose;
}

const SHELL = /^(?:bash|sh|zsh|fish|dash|ksh|pwsh|powershell|cmd|nu)$/;

function purposeOfShell(words: readonly string[], depth: number): Purpose {
  const at = words.findIndex(word => /^(?:-[a-z]*c|\/c|-command)$/i.test(word));
  if (at !== -1) return depth < DEEPEST ? purposeOfLine(words.slice(at + 1).join(' '), depth + 1) : 'other';
  const file = words.find(word => !/^[-/][A-Za-z-]+$/.test(word));
  return file === undefined ? 'other' : (purposeOfName(programName(file)) ?? 'run');
}

function isScript(program: string): boolean {
  return /[\\/]/.test(program) || /\.(?:sh|bash|zsh|fish|bat|cmd|ps1|py|rb|pl|[cm]?[jt]s)$/i.test(program);
}
