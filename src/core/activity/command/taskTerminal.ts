/** How a terminal was started, as far as its options say. */
export interface TerminalStart {
  readonly shellArgs: readonly string[] | string | undefined;
}

/** Of a shell that is to run one command and end: `-c`, `-lc`, `/c`, `-Command`. */
const ONE_COMMAND = /^(?:-[a-z]*c|\/c|-command|-file)$/i;
/** Of one that is to stay: Visual Studio's own prompts do so. */
const STAYS = /^(?:-noexit|\/k)$/i;
/** What stands before the command where the editor says itself what it runs. */
const EDITORS_OWN = /^ ?\* {2}/;

/**
 * Whether a command in a terminal is the editor's, running a task. VS Code tells of tasks' commands as of those typed in, and uses
 * their terminals for one task after the other.
 */
export function isOfTask({ shellArgs }: TerminalStart, commandLine: string): boolean {
  if (EDITORS_OWN.test(commandLine)) return true;
  const words = typeof shellArgs === 'string' ? shellArgs.split(/\s+/) : (shellArgs ?? []);
  return words.some(word => ONE_COMMAND.test(word)) && !words.some(word => STAYS.test(word));
}
