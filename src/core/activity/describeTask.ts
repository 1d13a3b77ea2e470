import { purposeOfLine } from './command/classifyCommand.ts';
import { purposeOfName } from './command/purpose.ts';
import type { TaskGroup } from './signal.ts';

/** What the editor says of a task. */
export interface TaskFacts {
  readonly name: string;
  /** Of its declared group, where it has one: `build`, `rebuild`, `test`, `clean`. */
  readonly group: string | null;
  /** Declared to run in the background. */
  readonly isBackground: boolean;
  /** What its definition says to run: a script of npm, a goal of grunt, an option of tsc. */
  readonly script: string | null;
  /** The command line; it is looked at and let go. */
  readonly command: string | null;
}

export interface TaskKind {
  readonly group: TaskGroup;
  /** Nobody waits for its end: it is declared so, or is a server or a watcher. */
  readonly background: boolean;
}

/** What a task is for. Many a watcher is not declared one, so that its name and command count too. */
export function describeTask({ name, group, isBackground, script, command }: TaskFacts): TaskKind {
  const purposes = [
    command === null ? null : purposeOfLine(command),
    script === null ? null : purposeOfName(script),
    purposeOfName(name),
  ];
  const told = purposes.find(purpose => purpose === 'build' || purpose === 'test');
  return {
    group: DECLARED.get(group ?? '') ?? told ?? 'other',
    background: isBackground || purposes.includes('lasting'),
  };
}

const DECLARED: ReadonlyMap<string, TaskGroup> = new Map([
  ['build', 'build'],
  ['rebuild', 'build'],
  ['test', 'test'],
  ['clean', 'other'],
]);
