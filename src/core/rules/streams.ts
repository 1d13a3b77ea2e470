/** What a field of an occurrence says. */
export const FIELDS = [
  'project',
  'branch',
  'file',
  'files',
  'item',
  'activity',
  'language',
  'hours',
  'kind',
  'result',
] as const;
export type Field = (typeof FIELDS)[number];

/** Numbers that an occurrence carries. Times in milliseconds. */
export const AMOUNTS = [
  'ms',
  'gap',
  'edits',
  'typed',
  'bulk',
  'undo',
  'program',
  'inserted',
  'deleted',
  'notTyped',
  'errors',
] as const;
export type Amount = (typeof AMOUNTS)[number];

interface StreamDefinition {
  readonly description: string;
  readonly fields: readonly Field[];
  readonly amounts: readonly Amount[];
  /** The values of `kind`, where there is such a field. */
  readonly kinds?: readonly string[];
}

const place = ['project', 'branch'] as const;
const inFile = [...place, 'file', 'language'] as const;
const RUN_KINDS = ['build', 'test', 'git', 'run', 'other'] as const;

/** What measures count: happenings and stretches of the record, each an *occurrence* with a time, fields and amounts. */
export const STREAMS = {
  activeTime: {
    description:
      'Active time, minute by minute. `hours` is `usual` from the first to the last of your working hours of that weekday and at ' +
      'their edge, else `unusual`; `gap` is how long the pause is that it belongs to, from a minute on, else 0.',
    fields: [...inFile, 'item', 'activity', 'hours'],
    amounts: ['ms', 'gap'],
  },
  deepTime: {
    description: 'Active time in blocks that are long enough to be deep, counted once they are.',
    fields: [...place, 'item'],
    amounts: ['ms'],
  },
  waiting: {
    description: 'A pause of 15 s or more while a build or a test ran in the foreground.',
    fields: ['project'],
    amounts: ['ms'],
  },
  pause: {
    description: 'A minute or more without a sign of you, told at its end.',
    fields: [],
    amounts: ['ms'],
  },
  switch: {
    description: 'A change of project or queue item; the fields say what was changed to.',
    fields: ['project', 'item'],
    amounts: [],
  },
  fileSwitch: {
    description: 'A change from one file to another; `files` is the pair of them, in either direction.',
    fields: ['project', 'file', 'files'],
    amounts: [],
  },
  edit: {
    description: 'Five minutes of edits of a document, by origin, told at their end.',
    fields: [...inFile],
    amounts: ['edits', 'typed', 'bulk', 'undo', 'program', 'inserted', 'deleted'],
  },
  span: {
    description:
      'A stretch of one activity on one document, told when it is over. `notTyped` is a careful estimate of characters ' +
      'that were not typed: what was inserted beyond two for each edit.',
    fields: [...inFile, 'activity'],
    amounts: ['ms', 'edits', 'inserted', 'deleted', 'notTyped'],
  },
  runStart: {
    description: 'A task or a terminal command began.',
    fields: [...place, 'kind'],
    amounts: [],
    kinds: RUN_KINDS,
  },
  run: {
    description: 'A task or a terminal command ended; `result` is `passed`, `failed` or `unknown`.',
    fields: [...place, 'kind', 'result'],
    amounts: ['ms'],
    kinds: RUN_KINDS,
  },
  debug: {
    description: 'A debug session began or ended.',
    fields: [...place, 'kind'],
    amounts: [],
    kinds: ['start', 'stop'],
  },
  diagnostics: {
    description: 'The count of errors of a document in sight has changed; `result` is `errors` or `none`.',
    fields: ['project', 'file', 'result'],
    amounts: ['errors'],
  },
  git: {
    description: 'Git did something in a repository.',
    fields: ['project', 'branch', 'kind'],
    amounts: [],
    kinds: ['commit', 'checkout', 'merge', 'rebase'],
  },
  item: {
    description: 'The clock of a queue item was started or stopped, or the item was done or dropped.',
    fields: ['item', 'kind'],
    amounts: [],
    kinds: ['start', 'stop', 'done', 'dropped'],
  },
  session: {
    description: 'A focus session began or ended.',
    fields: ['kind', 'item'],
    amounts: [],
    kinds: ['start', 'end'],
  },
  away: {
    description: 'A time away was named; it counts from when it was said.',
    fields: ['kind'],
    amounts: ['ms'],
    kinds: ['reading', 'thinking', 'meeting', 'break', 'discard'],
  },
} as const satisfies Readonly<Record<string, StreamDefinition>>;

export type Stream = keyof typeof STREAMS;
export const STREAM_NAMES = Object.keys(STREAMS) as Stream[];

export function streamOf(name: Stream): StreamDefinition {
  return STREAMS[name];
}

/** Something that measures count. One object may be used again and again: it is read during the call only. */
export type Occurrence = {
  readonly of: Stream;
  /** It counts in the windows that hold this instant. Epoch milliseconds. */
  readonly at: number;
} & { readonly [F in Field]: string | null } & { readonly [A in Amount]: number };

/** Nothing is said and nothing is counted. */
export const BLANK: Omit<Occurrence, 'of' | 'at'> = {
  project: null,
  branch: null,
  file: null,
  files: null,
  item: null,
  activity: null,
  language: null,
  hours: null,
  kind: null,
  result: null,
  ms: 0,
  gap: 0,
  edits: 0,
  typed: 0,
  bulk: 0,
  undo: 0,
  program: 0,
  inserted: 0,
  deleted: 0,
  notTyped: 0,
  errors: 0,
};

/** For who makes one object for many occurrences. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };
