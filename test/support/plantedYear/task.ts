import type { Chance } from '../../../src/cli/bench/chance.ts';
import type { Doc } from '../../../src/core/activity/signal.ts';

/** A piece of work of some days: an item of the queue, its branch, and the files it is about. */
export interface Task {
  readonly item: string;
  readonly project: string;
  readonly branch: string;
  readonly files: readonly [Doc, Doc, ...Doc[]];
}

const PROJECTS = [
  { project: 'shop', language: 'typescript', ending: 'ts' },
  { project: 'warehouse', language: 'go', ending: 'go' },
  { project: 'website', language: 'css', ending: 'css' },
] as const;
const FILES_OF_PROJECT = 240;

/** Makes up the task of that number; not in the projects of `besides`. */
export function makeTask(chance: Chance, number: number, besides: readonly Task[] = []): Task {
  const homes = PROJECTS.filter(({ project }) => besides.every(task => task.project !== project));
  const home = chance.of([homes[0] ?? PROJECTS[0], ...homes.slice(1)]);
  const files = new Set<number>();
  const first = chance.between(0, FILES_OF_PROJECT - 1);
  // Most work stays in a neighbourhood.
  const count = chance.between(5, 10);
  while (files.size < count) files.add((first + chance.between(0, 25)) % FILES_OF_PROJECT);
  const [source, test, ...others] = [...files].map(file => ({
    project: home.project,
    path: `src/part${file % 12}/file${file}.${home.ending}`,
    language: home.language,
  }));
  if (!source || !test) throw new Error('A task is about two files at least');
  return {
    item: `T-${number}`,
    project: home.project,
    branch: `task/T-${number}`,
    files: [source, test, ...others],
  };
}
