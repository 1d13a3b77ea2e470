import type { Settings } from '../settings.ts';
import { ALL_RULES } from './builtIn/all.ts';
import { checkRule, type RuleFault } from './checkRule.ts';
import { explainIssue } from './explainIssue.ts';
import { writeLength } from './length.ts';
import { amountOf, defaultValues, optionValue } from './options.ts';
import type { ReadyRule } from './readyRule.ts';
import { LEVELS, type Level, type Option, type Rule } from './rule.ts';
import { ruleSchemaFor, type CustomRule } from './ruleSchema.ts';

/** Something in the settings of rules that cannot be used. */
export interface RuleProblem extends RuleFault {
  readonly setting: 'rules' | 'customRules';
  /** The id of the rule; of a custom rule without one its place in the list. */
  readonly rule: string | number;
  /** The place of a custom rule in the list; null: it is none. */
  readonly index: number | null;
}

export interface ReadRules {
  readonly rules: readonly ReadyRule[];
  readonly problems: readonly RuleProblem[];
}

/** All rules as the settings have them. What is wrong in one leaves that one out (or at its default), and the others as they are. */
export function readRules(settings: Pick<Settings, 'rules' | 'customRules'>): ReadRules {
  const problems: RuleProblem[] = [];
  const custom = readCustomRules(settings.customRules, problems);
  const all = [...ALL_RULES, ...custom];
  const known = new Set(all.map(({ id }) => id));
  for (const id of Object.keys(settings.rules)) {
    if (!known.has(id))
      problems.push({ setting: 'rules', rule: id, index: null, path: [], message: 'is no rule.' });
  }
  const rules = all.map(rule => readyRule(rule, settings.rules[rule.id], problems));
  return { rules, problems };
}

/** "andon.customRules, mine/late, when.over: must be whole minutes." */
export function describeProblem({ setting, rule, path, message }: RuleProblem): string {
  const place = [`andon.${setting}`, typeof rule === 'number' ? `rule ${rule + 1}` : rule, path.join('.')];
  return `${place.filter(part => part !== '').join(', ')}: ${message}`;
}

function readCustomRules(list: readonly unknown[], problems: RuleProblem[]): Rule[] {
  const ids = new Set(ALL_RULES.map(({ id }) => id));
  return list.flatMap((value, index): Rule[] => {
    const { rule, faults } = readCustomRule(value);
    const isTaken = rule !== null && ids.has(rule.id);
    const all = isTaken ? [...faults, { path: ['id'], message: 'is the id of another rule.' }] : faults;
    const name = nameOf(value) ?? index;
    problems.push(...all.map(fault => ({ setting: 'customRules' as const, rule: name, index, ...fault })));
    if (!rule || all.length > 0) return [];
    ids.add(rule.id);
    return [withDefaults(rule)];
  });
}

/** Reads one rule as a user writes it; null with what is wrong. */
export function readCustomRule(value: unknown): { rule: CustomRule | null; faults: RuleFault[] } {
  const parsed = ruleSchemaFor(value).safeParse(value);
  if (!parsed.success) return { rule: null, faults: parsed.error.issues.map(explainIssue) };
  return { rule: parsed.data, faults: checkRule(parsed.data) };
}

function readyRule(rule: Rule, setting: unknown, problems: RuleProblem[]): ReadyRule {
  const report = (path: string[], message: string) => {
    problems.push({ setting: 'rules', rule: rule.id, index: null, path, message });
  };
  const base: ReadyRule = { rule, level: rule.level, values: defaultValues(rule) };
  if (setting === undefined) return base;
  if (typeof setting === 'string') return { ...base, level: readLevel(setting, rule, report) };
  if (typeof setting !== 'object' || setting === null || Array.isArray(setting)) {
    report([], `must be ${LEVELS.join(', ')}, or an object with level and options.`);
    return base;
  }
  const { level, ...options } = setting as { readonly [name: string]: unknown };
  const values = { ...base.values };
  for (const [name, value] of Object.entries(options)) {
    const { options: known = {} } = rule;
    const option = Object.hasOwn(known, name) ? known[name] : undefined;
    const amount = option ? optionValue(option, value) : null;
    if (!option) report([name], 'is no option of this rule.');
    else if (amount === null) report([name], `must be ${wantedOf(option.default)}.`);
    else {
      values[name] = amount;
      if (amount !== amountOf(value)) report([name], boundsWanted(option, amount));
    }
  }
  return { rule, level: level === undefined ? rule.level : readLevel(level, rule, report), values };
}

function readLevel(value: unknown, rule: Rule, report: (path: string[], message: string) => void): Level {
  const level = LEVELS.find(name => name === value);
  if (!level) report(['level'], `must be one of ${LEVELS.join(', ')}.`);
  return level ?? rule.level;
}

function wantedOf(value: number | string): string {
  return typeof value === 'number' ? 'a number' : 'a length of time, such as 20m';
}

function boundsWanted({ default: fallback, minimum, maximum }: Option, amount: number): string {
  const used = typeof fallback === 'number' ? amount : writeLength(amount);
  return `must be from ${minimum} to ${maximum}; ${used} is used.`;
}

function nameOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('id' in value)) return null;
  return typeof value.id === 'string' ? value.id : null;
}

function withDefaults(rule: CustomRule): Rule {
  const { description, kind, reason, source, level } = rule;
  return {
    ...rule,
    description: description ?? '',
    kind: kind ?? 'offer',
    reason: reason ?? '',
    source: source ?? '',
    level: level ?? 'panel',
  };
}
