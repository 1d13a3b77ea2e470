/** What a command or script is for. `lasting`: a server or a watcher, for whose end nobody waits. */
export type Purpose = 'build' | 'test' | 'git' | 'run' | 'lasting' | 'other';

const WATCH = words('watch watcher watching watchers nodemon hmr livereload');
const TEST = words(
  'test tests testing tested spec specs e2e unittest unittests jest vitest mocha pytest cypress playwright coverage cov ctest phpunit rspec',
);
const BUILD = words(
  'build builds rebuild compile recompile bundle package assemble dist tsc typecheck webpack rollup esbuild jar',
);
const SERVE = words('serve server servers dev develop devserver start preview storybook live');

/**
 * What a script, a goal or a task is for, by the words of its name: `test:unit`, `build-dev`, `compileJava`. null: they do not say.
 * Of tests and builds the first named holds; a watcher of either is a watcher.
 */
export function purposeOfName(name: string): Purpose | null {
  const parts = wordsOf(name);
  if (parts.some(part => WATCH.has(part))) return 'lasting';
  for (const part of parts) {
    if (TEST.has(part)) return 'test';
    if (BUILD.has(part)) return 'build';
  }
  return parts.some(part => SERVE.has(part)) ? 'lasting' : null;
}

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

/** Of several things done one after the other. Where one lasts, the whole does; else the last that tells more than `other` holds. */
export function purposeOfAll(purposes: readonly Purpose[]): Purpose {
  if (purposes.includes('lasting')) return 'lasting';
  const work = purposes.findLast(purpose => purpose !== 'git' && purpose !== 'other');
  return work ?? (purposes.includes('git') ? 'git' : 'other');
}
