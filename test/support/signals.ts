import type { Doc, Signal, SignalOf } from '../../src/core/activity/signal.ts';

/** Builders of signals: a plausible default for everything, overrides for what a test is about. Times in epoch milliseconds. */

export const DOC: Doc = { project: 'shop', path: 'src/a.ts', language: 'typescript' };

export function doc(path: string, project: string | null = 'shop', language = 'typescript'): Doc {
  return { project, path, language };
}

type Made<K extends Signal['kind']> = Partial<Omit<SignalOf<K>, 'kind' | 'at'>>;

const anywhere = { window: 'w1', doc: null, branch: null };
const onDoc = { window: 'w1', doc: DOC, branch: 'main' };

export const edit = (at: number, made: Made<'edit'> = {}): Signal => ({
  kind: 'edit',
  at,
  ...onDoc,
  inserted: 1,
  deleted: 0,
  origin: 'typed',
  ...made,
});

export const read = (at: number, made: Made<'read'> = {}): Signal => ({
  kind: 'read',
  at,
  ...onDoc,
  view: null,
  ...made,
});

export const save = (at: number, made: Made<'save'> = {}): Signal => ({
  kind: 'save',
  at,
  ...onDoc,
  view: null,
  ...made,
});

export const open = (at: number, made: Made<'open'> = {}): Signal => ({
  kind: 'open',
  at,
  ...onDoc,
  view: null,
  ...made,
});

export const focus = (at: number, focused: boolean, made: Made<'focus'> = {}): Signal => ({
  kind: 'focus',
  at,
  ...anywhere,
  focused,
  active: focused,
  ...made,
});

export const tick = (at: number, made: Made<'tick'> = {}): Signal => ({
  kind: 'tick',
  at,
  ...anywhere,
  ...made,
});

export const task = (at: number, phase: 'start' | 'end', made: Made<'task'> = {}): Signal => ({
  kind: 'task',
  at,
  ...anywhere,
  name: 'compile',
  group: 'build',
  background: false,
  phase,
  exitCode: phase === 'end' ? 0 : null,
  id: 't1',
  ...made,
});

export const terminal = (at: number, phase: 'start' | 'end', made: Made<'terminal'> = {}): Signal => ({
  kind: 'terminal',
  at,
  ...anywhere,
  class: 'test',
  phase,
  exitCode: phase === 'end' ? 0 : null,
  id: 'c1',
  ...made,
});

export const debug = (at: number, phase: 'start' | 'stop', made: Made<'debug'> = {}): Signal => ({
  kind: 'debug',
  at,
  ...anywhere,
  phase,
  id: 'd1',
  ...made,
});

export const git = (at: number, made: Made<'git'> = {}): Signal => ({
  kind: 'git',
  at,
  ...anywhere,
  event: 'commit',
  repo: 'shop',
  branch: 'main',
  hash: 'abc',
  ...made,
});

export const queue = (at: number, item: string, phase: 'start' | 'stop' = 'start'): Signal => ({
  kind: 'queue',
  at,
  ...anywhere,
  item,
  phase,
});

export const away = (
  at: number,
  start: number,
  end: number,
  as: SignalOf<'away'>['as'],
  made: Made<'away'> = {},
): Signal => ({
  kind: 'away',
  at,
  ...anywhere,
  start,
  end,
  as,
  ...made,
});
