import type { CustomRuleView, OptionView, RuleView } from '../messages/tuning.ts';
import { ALL_RULES } from '../rules/builtIn/all.ts';
import { writeLength } from '../rules/length.ts';
import { shownCondition } from '../rules/message.ts';
import { neededDays, type RecordSoFar } from '../rules/neededDays.ts';
import { defaultValues } from '../rules/options.ts';
import { readRules, type ReadRules, type RuleProblem } from '../rules/readRules.ts';
import type { ReadyRule } from '../rules/readyRule.ts';
import { COMPARATORS, LEVELS, type Rule } from '../rules/rule.ts';
import type { Settings } from '../settings.ts';

export interface RuleViews {
  readonly rules: readonly RuleView[];
  readonly custom: readonly CustomRuleView[];
  /** What belongs to no rule. */
  readonly problems: readonly string[];
}

/** All rules as they are set, and what is wrong with them. `so`: how much record there is; null: nothing is recorded yet. */
export function ruleViews(
  settings: Pick<Settings, 'rules' | 'customRules'>,
  so: RecordSoFar | null,
): RuleViews {
  const { rules, problems } = readRules(settings);
  const builtIn = new Set(ALL_RULES.map(({ id }) => id));
  const ofSetting = problems.filter(({ setting }) => setting === 'rules');
  const known = new Set(rules.map(({ rule }) => rule.id));
  return {
    rules: rules.filter(({ rule }) => builtIn.has(rule.id)).map(ready => ruleView(ready, ofSetting, so)),
    custom: settings.customRules.map((value, index) => customView(value, index, { rules, problems }, so)),
    problems: ofSetting
      .filter(({ rule }) => !known.has(String(rule)))
      .map(({ rule, message }) => `${rule} ${message}`),
  };
}

function ruleView(ready: ReadyRule, problems: readonly RuleProblem[], so: RecordSoFar | null): RuleView {
  const { rule, level, values } = ready;
  const defaults = defaultValues(rule);
  const isChanged = level !== rule.level || Object.keys(values).some(name => values[name] !== defaults[name]);
  return {
    ...{ id: rule.id, description: rule.description, reason: rule.reason, source: rule.source },
    limits: rule.limits ?? null,
    ...{ level, defaultLevel: rule.level, isChanged },
    options: optionViews(ready),
    problems: problems.filter(problem => problem.rule === rule.id).map(saidOf),
    missingDays: missingDaysOf(ready, so),
    text: ruleText(rule),
  };
}

function optionViews({ rule, values }: ReadyRule): OptionView[] {
  const threshold = thresholdOption(rule);
  const views = Object.entries(rule.options ?? {}).map(([name, option]): OptionView => {
    const value = values[name] ?? 0;
    const isLength = typeof option.default === 'string';
    return {
      ...option,
      name,
      value: isLength ? writeLength(value) : value,
      isThreshold: name === threshold,
    };
  });
  return views.sort((a, b) => Number(b.isThreshold) - Number(a.isThreshold));
}

/** The option that the shown condition is held against; null: there is none. */
function thresholdOption(rule: Rule): string | null {
  const condition = shownCondition(rule);
  for (const comparator of COMPARATORS) {
    const threshold = condition[comparator];
    if (typeof threshold !== 'object') continue;
    if ('option' in threshold) return threshold.option;
    if (typeof threshold.atLeast === 'object') return threshold.atLeast.option;
  }
  return null;
}

function customView(
  value: unknown,
  index: number,
  { rules, problems }: ReadRules,
  so: RecordSoFar | null,
): CustomRuleView {
  const id = idOf(value);
  const ofRule = problems.filter(problem => problem.index === index);
  // What is set in `andon.rules` is of the one that is at work, where several have the same id.
  const isAtWork = ofRule.length === 0;
  const ofSetting = isAtWork
    ? problems.filter(({ setting, rule }) => setting === 'rules' && rule === id)
    : [];
  const ready = isAtWork ? rules.find(({ rule }) => rule.id === id) : undefined;
  return {
    ...{ index, id, text: JSON.stringify(value, null, 2), level: ready?.level ?? LEVELS[0] },
    description: ready?.rule.description ?? null,
    problems: [...ofRule, ...ofSetting].map(saidOf),
    missingDays: ready ? missingDaysOf(ready, so) : 0,
  };
}

/** Without a record there is another word on that. */
function missingDaysOf(ready: ReadyRule, so: RecordSoFar | null): number {
  return so && ready.level !== 'off' ? neededDays(ready, so) : 0;
}

function idOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('id' in value)) return null;
  return typeof value.id === 'string' ? value.id : null;
}

/** "when.over must be a length of time, such as 20m, 4h or 1d." */
export function saidOf({ path, message }: Pick<RuleProblem, 'path' | 'message'>): string {
  return path.length > 0 ? `${path.join('.')} ${message}` : `It ${message}`;
}

/** As one writes it in settings.json, in the order in which it is best read. */
function ruleText(rule: Rule): string {
  return JSON.stringify(rule, null, 2);
}
