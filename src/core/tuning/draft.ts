import type { Draft } from '../messages/tuning.ts';
import { amountOf } from '../rules/options.ts';
import { ALL_RULES } from '../rules/builtIn/all.ts';
import { readCustomRule } from '../rules/readRules.ts';
import type { Level, Option } from '../rules/rule.ts';
import type { Settings } from '../settings.ts';

type RuleSettings = Pick<Settings, 'rules' | 'customRules'>;

/** The settings of rules with what is under edit taken over. */
export function withDraft(settings: RuleSettings, draft: Draft): RuleSettings {
  const { rules, customRules } = settings;
  if (draft.kind === 'setting') return { customRules, rules: withSetting(settings, draft) };
  const { index, rule } = draft;
  const isKnown = index !== null && index < customRules.length;
  return { rules, customRules: isKnown ? customRules.with(index, rule) : [...customRules, rule] };
}

/** Without one of the user's own rules. */
export function withoutRule({ rules, customRules }: RuleSettings, index: number): RuleSettings {
  return { rules, customRules: customRules.toSpliced(index, 1) };
}

/** What is as the rule comes needs no word in the settings. */
function withSetting(
  settings: RuleSettings,
  { rule: id, level, options }: Extract<Draft, { kind: 'setting' }>,
): Settings['rules'] {
  const { [id]: _, ...others } = settings.rules;
  const rule = defaultsOf(settings, id);
  const changed = Object.entries(options).filter(([name, value]) => {
    const option = rule?.options?.[name];
    return !option || amountOf(value) !== amountOf(option.default);
  });
  const said = level === rule?.level ? [] : [['level', level] as const];
  if (changed.length > 0) return { ...others, [id]: Object.fromEntries([...said, ...changed]) };
  return said.length > 0 ? { ...others, [id]: level } : others;
}

interface Defaults {
  readonly level?: Level | undefined;
  readonly options?: Readonly<Record<string, Option>> | undefined;
}

function defaultsOf({ customRules }: RuleSettings, id: string): Defaults | undefined {
  const builtIn = ALL_RULES.find(rule => rule.id === id);
  if (builtIn) return builtIn;
  const own = customRules.map(value => readCustomRule(value).rule).find(rule => rule?.id === id);
  return own ? { ...own, level: own.level ?? 'panel' } : undefined;
}
