import * as z from 'zod/mini';
import { ALL_RULES } from './builtIn/all.ts';
import { LENGTH } from './length.ts';
import type { Option, Rule } from './rule.ts';
import { levelSchema, ruleSchema } from './ruleSchema.ts';

/**
 * What `andon.rules` may hold, for settings.json to complete and explain: a level, or an object with the level and options, by
 * id. Rules of one's own may be named too. Reading is more patient (`readRules`): one slip must not undo the rest.
 */
export const rulesSetting = z.catchall(
  z.object(Object.fromEntries(ALL_RULES.map(rule => [rule.id, z.optional(settingOf(rule))]))),
  z.unknown(),
);

/** What `andon.customRules` may hold. */
export const customRulesSetting = z.array(ruleSchema);

function settingOf(rule: Rule) {
  const options = Object.entries(rule.options ?? {}).map(
    ([name, option]) => [name, z.optional(schemaOf(option))] as const,
  );
  const whole = z.strictObject({ level: z.optional(levelSchema), ...Object.fromEntries(options) });
  const { description, reason, level } = rule;
  return z.union([levelSchema, whole]).check(z.describe(`${description} ${reason} Default: ${level}.`));
}

/** A value of an option. */
export function schemaOf({ description, default: fallback, minimum, maximum }: Option): z.ZodMiniType {
  const text = `${description} Default: ${fallback}; ${minimum} to ${maximum}.`;
  if (typeof fallback === 'string') return z.string().check(z.regex(LENGTH), z.describe(text));
  return z.number().check(z.minimum(Number(minimum)), z.maximum(Number(maximum)), z.describe(text));
}
