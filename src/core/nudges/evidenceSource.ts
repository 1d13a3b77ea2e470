import type { Calendar } from '../activity/calendar.ts';
import type { RecordFilter } from '../audit/filterSchema.ts';
import type { Explanation, Source } from '../messages/numbers.ts';
import { groupsOf, ready, streamOfMeasure } from '../rules/measures/makeMeter.ts';
import { shownCondition } from '../rules/message.ts';
import type { ReadyRule } from '../rules/readyRule.ts';
import {
  CALENDAR_WINDOWS,
  type Condition,
  type Counted,
  type Figure,
  type Group,
  type Over,
} from '../rules/rule.ts';
import { streamOf, type Stream } from '../rules/streams.ts';
import type { Evidence } from './raised.ts';

type Behind = Pick<ReadyRule, 'rule' | 'values'>;

/** Adds the way to the rows that are behind an evidence, or, where there are none, what it was computed from. */
export function withEvidence(
  explanation: Explanation,
  evidence: Evidence,
  behind: Behind,
  calendar: Calendar,
): Explanation {
  const source = sourceOf(evidence, behind, calendar);
  if (source) return { ...explanation, source };
  const term = { label: 'Computed from', value: withoutRows(shownCondition(behind.rule)) };
  return { ...explanation, terms: [...explanation.terms, term] };
}

/** The rows of its window, as its rule counts them; null: there are none. */
function sourceOf(evidence: Evidence, { rule, values }: Behind, calendar: Calendar): Source | null {
  const condition = shownCondition(rule);
  const counted = countedIn(condition);
  const rows = counted && ROWS[streamOfMeasure(counted)];
  if (!counted || !rows) return null;
  const { start } = evidence.window;
  const end = Math.max(evidence.window.end, start + 1);
  const { as, ...kinds } = rows;
  const { fields, ...group } = groupFilter(evidence, condition, as);
  const filter: RecordFilter = {
    behind: evidence.measure,
    from: calendar.dayAt(start).date,
    to: calendar.dayAt(end - 1).date,
    ...(isOfWholeDays(counted, condition) ? {} : { times: { start, end } }),
    ...kinds,
    ...group,
  };
  if (as) {
    const { fields: wanted } = ready({ of: as, where: counted.where }, values);
    const told = [...wanted, ...fields].filter(({ field }) => isTold(as, field));
    const all = told.map(({ field, values: names, isNot }) => ({ field, values: [...names], isNot }));
    // Events are of many kinds, so there the stream itself says something.
    if (all.length > 0 || kinds.kinds?.includes('event'))
      filter.countedAs = { name: evidence.measure, of: as, fields: all };
  }
  return { label: 'Show it in the record', filter };
}

/** What of a condition is counted in the record; of a share the first of the two that is. */
function countedIn(condition: Condition): Counted | undefined {
  if ('figure' in condition) return undefined;
  if (!('ratio' in condition)) return condition;
  return condition.ratio.find((part): part is Counted => !('figure' in part));
}

interface Rows extends Pick<RecordFilter, 'kinds' | 'isDeep' | 'isCounted'> {
  /** What the rows are to rules, where they can be told apart by it. */
  readonly as?: Stream;
}

/** The rows that each stream is of; null: none. */
const ROWS: { readonly [S in Stream]: Rows | null } = {
  activeTime: { as: 'span', isCounted: true },
  deepTime: { isDeep: true, isCounted: true },
  waiting: { kinds: ['wait'] },
  pause: { kinds: ['idle', 'named'] },
  switch: { as: 'switch', kinds: ['switch'] },
  // Between the spans of files lie their changes.
  fileSwitch: { as: 'span', isCounted: true },
  edit: { as: 'edit', kinds: ['edits'] },
  span: { as: 'span', kinds: ['span'] },
  runStart: { as: 'runStart', kinds: ['event'] },
  run: { as: 'run', kinds: ['event'] },
  debug: { as: 'debug', kinds: ['event'] },
  diagnostics: { as: 'diagnostics', kinds: ['event'] },
  git: { as: 'git', kinds: ['event'] },
  item: { as: 'item', kinds: ['event'] },
  session: null,
  away: { as: 'away', kinds: ['event'] },
};

/** Whether rows say it: of a switch no item is shown. */
function isTold(as: Stream, field: string): boolean {
  return streamOf(as).fields.some(known => known === field) && !(as === 'switch' && field === 'item');
}

/** Of time by the calendar the days say enough; what is counted one by one must be just those. */
function isOfWholeDays(counted: Counted, condition: Condition): boolean {
  const over: Over = counted.over ?? ('over' in condition ? condition.over : undefined) ?? 'record';
  const isByCalendar = CALENDAR_WINDOWS.some(name => name === over) && !counted.resetBy?.length;
  return isByCalendar && !('count' in counted || 'distinct' in counted);
}

type Fields = { field: string; values: readonly string[]; isNot: boolean }[];

/** Of what the evidence is about; nothing where its names cannot be told apart. */
function groupFilter(
  { group }: Evidence,
  condition: Condition,
  as: Stream | undefined,
): RecordFilter & { readonly fields: Fields } {
  const by = groupsOf(condition);
  const parts = by.length === 1 && group !== null ? [group] : (group?.split(', ') ?? []);
  if (parts.length !== by.length) return { fields: [] };
  const filter: RecordFilter = {};
  const fields: Fields = [];
  by.forEach((kind, i) => {
    const part = parts[i] ?? '';
    Object.assign(filter, FILTERS[kind]?.(part, as));
    const field = kind === 'files' ? 'file' : kind;
    const values = kind === 'files' ? part.split(' and ') : [part];
    if (field === 'file' || field === 'kind') fields.push({ field, values, isNot: false });
  });
  return { ...filter, fields };
}

/** As rules call time without a project. */
const UNASSIGNED = 'unassigned';

const FILTERS: { readonly [G in Group]?: (name: string, as: Stream | undefined) => RecordFilter } = {
  project: name => ({ projects: name === UNASSIGNED ? [null, name] : [name] }),
  branch: name => ({ branches: [name] }),
  item: (name, as) => {
    if (as === 'item') return { words: name };
    return as === 'switch' ? {} : { items: [name] };
  },
};

const FIGURES: { readonly [F in Figure]: string } = {
  budget: 'the budget of the item, as it stands in the queue',
  plannedDeepTime: 'your weekly plan, spread as your work is over the week',
};

/** What has no rows in the list of the record. */
function withoutRows(condition: Condition): string {
  if ('figure' in condition) return FIGURES[condition.figure];
  return 'when your focus sessions began and ended';
}
