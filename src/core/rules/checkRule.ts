import { groupsOf, streamOfMeasure } from './measures/makeMeter.ts';
import { amountOf } from './options.ts';
import {
  COMPARATORS,
  type Condition,
  type Counted,
  type Figured,
  type Group,
  type Option,
  type Selector,
  type Where,
} from './rule.ts';
import type { CustomRule } from './ruleSchema.ts';
import { AMOUNTS, FIELDS, streamOf } from './streams.ts';

/** What is wrong with a rule, and where: the keys that lead there. */
export interface RuleFault {
  readonly path: readonly (string | number)[];
  /** Where it is a key in there that is wrong: which one. */
  readonly key?: string | undefined;
  /** In plain words; a sentence that goes on after the place. */
  readonly message: string;
}

type Path = RuleFault['path'];
type Options = Readonly<Record<string, Option>>;

const YEAR_MS = 366 * 86_400_000;
const MINUTE_MS = 60_000;

/** What a form that is right in each part can still have wrong as a whole. */
export function checkRule(rule: CustomRule): RuleFault[] {
  const isAll = 'all' in rule.when;
  const conditions = 'all' in rule.when ? rule.when.all : [rule.when];
  const paths = conditions.map((_, i): Path => (isAll ? ['when', 'all', i] : ['when']));
  // What measures nothing, or two things, cannot be looked at any closer.
  const shapes = conditions.flatMap((condition, i) => checkShape(condition, paths[i] ?? []));
  if (shapes.length > 0) return shapes;
  return [
    ...conditions.flatMap((condition, i) => checkCondition(condition, paths[i] ?? [])),
    ...checkGroups(conditions, paths),
    ...checkLengths(rule),
    ...checkOptions(rule),
    ...checkReferences(rule, rule.options ?? {}, []),
  ];
}

/** A measure is one of these. */
const MEASURES = ['count', 'sum', 'distinct', 'longestGap', 'timeSince', 'figure'] as const;
const CONDITION_MEASURES = [...MEASURES, 'ratio'] as const;

function checkShape(condition: Condition, path: Path): RuleFault[] {
  const faults = checkMeasure(condition, CONDITION_MEASURES, path);
  if (!('ratio' in condition)) return faults;
  const parts = condition.ratio.flatMap((part, i) => checkMeasure(part, MEASURES, [...path, 'ratio', i]));
  return [...faults, ...parts];
}

function checkMeasure(measure: object, measures: readonly string[], path: Path): RuleFault[] {
  const present = measures.filter(name => name in measure);
  if (present.length !== 1) return [{ path, message: `needs exactly one of ${measures.join(', ')}.` }];
  const needsOf = present[0] === 'sum' || present[0] === 'distinct';
  if (needsOf && !('of' in measure))
    return [{ path, message: `needs of: what there is a ${String(present[0])} of.` }];
  return !needsOf && 'of' in measure
    ? [{ path: [...path, 'of'], message: 'belongs to sum and distinct.' }]
    : [];
}

function checkCondition(condition: Condition, path: Path): RuleFault[] {
  const comparators = COMPARATORS.filter(name => condition[name] !== undefined);
  const faults: RuleFault[] = [];
  if (comparators.length !== 1) faults.push({ path, message: 'needs exactly one of gte, gt, lte and lt.' });
  if ('figure' in condition) return faults;
  if (!('ratio' in condition)) return [...faults, ...checkCounted(condition, groupsOf(condition), path)];
  const parts = condition.ratio.flatMap((part: Counted | Figured, i) =>
    'figure' in part ? [] : checkCounted(part, groupsOf(condition), [...path, 'ratio', i]),
  );
  return [...faults, ...parts, ...checkOver(condition.over, path)];
}

function checkCounted(measure: Counted, by: readonly Group[], path: Path): RuleFault[] {
  const stream = streamOfMeasure(measure);
  const { fields, amounts } = streamOf(stream);
  const faults: RuleFault[] = by
    .filter(group => !fields.includes(group))
    .map(group => ({ path: [...path, 'by'], message: `cannot be ${group}: ${stream} does not say it.` }));
  if ('distinct' in measure && !fields.includes(measure.distinct)) {
    faults.push({
      path: [...path, 'distinct'],
      message: `cannot be ${measure.distinct}: ${stream} does not say it.`,
    });
  }
  if ('sum' in measure && !amounts.includes(measure.sum)) {
    const known = amounts.length === 0 ? 'no amount' : amounts.join(', ');
    faults.push({ path: [...path, 'sum'], message: `cannot be ${measure.sum}: ${stream} has ${known}.` });
  }
  const resets = (measure.resetBy ?? []).flatMap((selector, i) =>
    checkSelector(selector, [...path, 'resetBy', i]),
  );
  return [
    ...faults,
    ...checkSelector({ of: stream, where: measure.where }, path),
    ...resets,
    ...checkOver(measure.over, path),
  ];
}

function checkSelector({ of, where = {} }: Selector, path: Path): RuleFault[] {
  const { fields, amounts, kinds } = streamOf(of);
  const unknown = [
    ...FIELDS.filter(field => where[field] !== undefined && !fields.includes(field)),
    ...AMOUNTS.filter(amount => where[amount] !== undefined && !amounts.includes(amount)),
  ].map(name => ({ path: [...path, 'where', name], message: `is nothing that ${of} says.` }));
  const wrong = kinds ? wantedKinds(where).filter(kind => !kinds.includes(kind)) : [];
  return [
    ...unknown,
    ...wrong.map(kind => ({
      path: [...path, 'where', 'kind'],
      message: `cannot be ${kind}: ${of} knows ${(kinds ?? []).join(', ')}.`,
    })),
  ];
}

function wantedKinds({ kind = [] }: Where): readonly string[] {
  if (typeof kind === 'string') return [kind];
  return 'not' in kind ? kind.not : kind;
}

function checkOver(over: Counted['over'], path: Path): RuleFault[] {
  const ms = typeof over === 'string' ? amountOf(over) : null;
  if (ms === null || (ms >= MINUTE_MS && ms <= YEAR_MS && ms % MINUTE_MS === 0)) return [];
  return [{ path: [...path, 'over'], message: 'must be whole minutes, from 1m to 366d.' }];
}

const LENGTHS = ['for', 'keepFiringFor', 'cooldown'] as const;

function checkLengths(rule: CustomRule): RuleFault[] {
  return LENGTHS.filter(name => (amountOf(rule[name]) ?? 0) > YEAR_MS).map(name => {
    return { path: [name], message: 'must be at most 366d.' };
  });
}

/** All conditions are of one and the same group. */
function checkGroups(conditions: readonly Condition[], paths: readonly Path[]): RuleFault[] {
  const by = conditions.map(groupsOf).find(groups => groups.length > 0) ?? [];
  return conditions.flatMap((condition, i) => {
    const path = paths[i] ?? [];
    const own = groupsOf(condition);
    if (own.length > 0 && own.join() !== by.join()) {
      return [{ path: [...path, 'by'], message: `must be ${by.join(', ')}, as in the condition before.` }];
    }
    if ('figure' in condition && condition.by !== undefined && conditions.length === 1) {
      return [{ path: [...path, 'by'], message: 'needs another condition that counts something.' }];
    }
    const needsItem = usesBudget(condition) && own.join() !== 'item';
    return needsItem ? [{ path, message: 'needs "by": "item", since items have budgets.' }] : [];
  });
}

function usesBudget(condition: Condition): boolean {
  if ('figure' in condition) return condition.figure === 'budget';
  return 'ratio' in condition && condition.ratio.some(part => 'figure' in part && part.figure === 'budget');
}

function checkOptions({ options = {} }: CustomRule): RuleFault[] {
  return Object.entries(options).flatMap(([name, { default: fallback, minimum, maximum }]) => {
    const [low, middle, high] = [amountOf(minimum), amountOf(fallback), amountOf(maximum)];
    const isOneType = typeof minimum === typeof fallback && typeof maximum === typeof fallback;
    const isRight =
      isOneType && low !== null && middle !== null && high !== null && low <= middle && middle <= high;
    return isRight
      ? []
      : [
          {
            path: ['options', name],
            message: 'needs a default between minimum and maximum, all numbers or all lengths of time.',
          },
        ];
  });
}

/** `{ "option": "name" }`, wherever it stands. */
function checkReferences(value: unknown, options: Options, path: Path): RuleFault[] {
  if (typeof value !== 'object' || value === null) return [];
  const { option } = value as { readonly option?: unknown };
  if (typeof option === 'string' && path.length > 0 && path[0] !== 'options') {
    return checkReference(option, options, path);
  }
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, part]) => checkReferences(part, options, [...path, key]));
}

function checkReference(name: string, options: Options, path: Path): RuleFault[] {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (!option) return [{ path, message: `names the option ${name}, which the rule does not have.` }];
  const least = path.at(-1) === 'over' ? MINUTE_MS : 0;
  const isOfTime = path.at(-1) === 'over' || LENGTHS.some(length => length === path[0]);
  return !isOfTime || isLength(option, least)
    ? []
    : [
        {
          path,
          message: `names the option ${name}, which must be a length of time${least > 0 ? ' from 1m' : ''} to 366d.`,
        },
      ];
}

/** Whatever it is set to. */
function isLength({ default: fallback, minimum, maximum }: Option, leastMs: number): boolean {
  const [least, most] = [amountOf(minimum) ?? 0, amountOf(maximum) ?? Infinity];
  return typeof fallback === 'string' && least >= leastMs && most <= YEAR_MS;
}
