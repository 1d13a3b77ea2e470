import type { Condition, Counted, Figure, Figured, Wanted, Where } from '../rules/rule.ts';
import { FIELDS, type Amount, type Field, type Stream } from '../rules/streams.ts';

/** What a condition measures, as it stands in a sentence: "switches", "active time (reading)". */
export function measureWords(condition: Condition): string {
  if ('ratio' in condition) {
    const [above, below] = condition.ratio;
    return `${partWords(above)} as a share of ${partWords(below)}`;
  }
  return partWords(condition);
}

function partWords(measure: Counted | Figured): string {
  return 'figure' in measure
    ? FIGURE_WORDS[measure.figure]
    : countedWords(measure) + whereWords(measure.where);
}

function countedWords(measure: Counted): string {
  if ('count' in measure) return STREAM_WORDS[measure.count].many;
  if ('sum' in measure) return measure.sum === 'ms' ? timeOf(measure.of) : AMOUNT_WORDS[measure.sum];
  if ('distinct' in measure) return `different ${FIELD_WORDS[measure.distinct]}`;
  if ('longestGap' in measure) return `longest time without ${STREAM_WORDS[measure.longestGap].one}`;
  return `time since the ${measure.take ?? 'last'} ${bare(STREAM_WORDS[measure.timeSince].one)}`;
}

function timeOf(stream: Stream): string {
  const { time, many } = STREAM_WORDS[stream];
  return time ?? `time of ${many}`;
}

/** Without its article. */
function bare(one: string): string {
  return one.replace(/^an? /, '');
}

interface StreamWords {
  readonly one: string;
  readonly many: string;
  /** Its time, added up. */
  readonly time?: string;
}

const STREAM_WORDS: { readonly [S in Stream]: StreamWords } = {
  activeTime: { one: 'active time', many: 'stretches of active time', time: 'active time' },
  deepTime: { one: 'deep time', many: 'stretches of deep time', time: 'deep time' },
  waiting: { one: 'a wait', many: 'waits', time: 'waiting for builds and tests' },
  pause: { one: 'a pause', many: 'pauses' },
  switch: { one: 'a switch', many: 'switches' },
  fileSwitch: { one: 'a change of file', many: 'changes of file' },
  edit: { one: 'an edit', many: 'stretches of edits' },
  span: { one: 'a stretch of work', many: 'stretches of work' },
  runStart: { one: 'a run begun', many: 'runs begun' },
  run: { one: 'a run', many: 'runs' },
  debug: { one: 'a debug session', many: 'beginnings and ends of debug sessions' },
  diagnostics: { one: 'a change in errors', many: 'changes in errors' },
  git: { one: 'a step in Git', many: 'steps in Git' },
  item: { one: 'a change of an item', many: 'changes of items' },
  session: { one: 'a focus session', many: 'beginnings and ends of focus sessions' },
  away: { one: 'a time away', many: 'times away', time: 'named time away' },
};

const AMOUNT_WORDS: { readonly [A in Exclude<Amount, 'ms'>]: string } = {
  gap: 'time of pauses',
  edits: 'edits',
  typed: 'typed edits',
  bulk: 'bulk edits',
  undo: 'undos',
  program: 'edits by programs',
  inserted: 'characters inserted',
  deleted: 'characters deleted',
  notTyped: 'characters inserted without typing',
  errors: 'errors',
};

const FIELD_WORDS: { readonly [F in Field]: string } = {
  project: 'projects',
  branch: 'branches',
  file: 'files',
  files: 'pairs of files',
  item: 'items',
  activity: 'activities',
  language: 'languages',
  hours: 'hours',
  kind: 'kinds',
  result: 'results',
};

const FIGURE_WORDS: { readonly [F in Figure]: string } = {
  budget: 'the budget',
  plannedDeepTime: 'deep time planned by now',
};

/** Fields whose values say by themselves what they are of. */
const PLAIN_FIELDS: readonly Field[] = [
  'activity',
  'kind',
  'result',
  'project',
  'branch',
  'file',
  'language',
];

/** " (test or build, failed)"; empty: all of them. Amounts are left to the rule. */
function whereWords(where: Where = {}): string {
  const words = FIELDS.flatMap(field => {
    const wanted = where[field];
    return wanted === undefined ? [] : [wantedWords(field, wanted)];
  });
  return words.length === 0 ? '' : ` (${words.join(', ')})`;
}

function wantedWords(field: Field, wanted: Wanted): string {
  if (typeof wanted === 'object' && 'not' in wanted) return `not ${wanted.not.join(' or ')}`;
  const values = typeof wanted === 'string' ? wanted : wanted.join(' or ');
  return PLAIN_FIELDS.includes(field) ? values : `${values} ${FIELD_WORDS[field]}`;
}
