import type { Draft, OptionView, RuleView } from '../../core/messages/tuning.ts';
import { amountOf } from '../../core/rules/options.ts';
import { LEVELS, type Level } from '../../core/rules/rule.ts';
import { optionFault } from '../../core/tuning/faults.ts';

/** How a rule is set under edit: values as they are written, right or wrong. */
export interface RuleDraft {
  readonly level: Level;
  readonly options: Readonly<Record<string, number | string>>;
}

export function draftOf({ level, options }: RuleView): RuleDraft {
  return { level, options: Object.fromEntries(options.map(({ name, value }) => [name, value])) };
}

/** As the rule comes. */
export function defaultDraft({ defaultLevel, options }: RuleView): RuleDraft {
  const values = options.map(({ name, default: value }) => [name, value]);
  return { level: defaultLevel, options: Object.fromEntries(values) as RuleDraft['options'] };
}

/** What is kept of an edit; options that the rule no longer has are left out. */
export function readDraft(text: string | undefined, rule: RuleView): RuleDraft {
  const now = draftOf(rule);
  if (!text) return now;
  const { level, options = {} } = JSON.parse(text) as Partial<RuleDraft>;
  const known = Object.entries(options).filter(([name]) => name in now.options);
  return {
    level: LEVELS.find(each => each === level) ?? now.level,
    options: { ...now.options, ...Object.fromEntries(known) },
  };
}

export function isSame(a: RuleDraft, b: RuleDraft): boolean {
  const names = Object.keys(a.options);
  return a.level === b.level && names.every(name => sameAmount(a.options[name], b.options[name]));
}

export function sameAmount(a: number | string | undefined, b: number | string | undefined): boolean {
  return a === b || (amountOf(a) !== null && amountOf(a) === amountOf(b));
}

/** Whether every value is one that the rule can have. */
export function isSound(draft: RuleDraft, options: readonly OptionView[]): boolean {
  return options.every(option => optionFault(option, draft.options[option.name]) === null);
}

export function requestOf(rule: string, { level, options }: RuleDraft): Draft {
  return { kind: 'setting', rule, level, options: { ...options } };
}
