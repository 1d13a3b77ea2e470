import type { Fact } from '../activity/facts.ts';
import { UNNAMED } from '../activity/signal.ts';
import { AWAY_NAMES } from '../text/activityName.ts';
import { countOf } from '../text/count.ts';
import { isolate } from '../text/isolate.ts';

/** A fact in words: "Test in the terminal ended, code 1". `itemName` says how people call an item. */
export function factText(fact: Fact, itemName: (id: string) => string): string {
  switch (fact.kind) {
    case 'focus':
      return fact.focused ? 'Window came to the front' : 'Window went to the back';
    case 'task':
      return `${capitalized(TASKS[fact.group])}${fact.background ? ' in the background' : ''} ${ended(fact)}`;
    case 'terminal':
      return `${capitalized(COMMANDS[fact.class])} in the terminal ${ended(fact)}`;
    case 'debug':
      return fact.phase === 'start' ? 'Debugging began' : 'Debugging ended';
    case 'diagnostics':
      return countOf(fact.errors, 'error');
    case 'git':
      return `${capitalized(fact.event)} in ${isolate(fact.repo)}`;
    case 'queue':
      return `${isolate(itemName(fact.item))} ${fact.phase === 'start' ? 'began' : 'stopped'}`;
    case 'away':
      return fact.as === UNNAMED
        ? 'Name of a time away taken back'
        : `Time away named ${AWAY_NAMES[fact.as]}`;
    case 'suspend':
      return 'The machine slept until now';
  }
}

const TASKS = { build: 'build task', test: 'test task', other: 'task' } as const;
const COMMANDS = { build: 'build', test: 'test', git: 'git', run: 'run', other: 'command' } as const;

function ended({ phase, exitCode }: { readonly phase: 'start' | 'end'; readonly exitCode: number | null }) {
  if (phase === 'start') return 'began';
  return exitCode === null ? 'ended' : `ended, code ${exitCode}`;
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
