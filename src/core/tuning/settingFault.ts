import { amountOf } from '../rules/options.ts';
import type { Option } from '../rules/rule.ts';
import { SETTINGS, type SettingDefinition, type SettingKey } from '../settings.ts';

/** Why a setting cannot be this, as a sentence that says what it can be; null: it can. */
export function settingFault(key: SettingKey, value: unknown): string | null {
  const { schema, bounds }: SettingDefinition<unknown> = SETTINGS[key];
  if (schema.safeParse(value).success) return null;
  if (bounds) {
    const [minimum, maximum] = bounds;
    const isWhole = !schema.safeParse(minimum + 0.5).success;
    return `Must be a ${isWhole ? 'whole number' : 'number'} from ${minimum} to ${maximum}.`;
  }
  if (key === 'nudges.quietHours') return 'Must be two times of day, such as 22:00-07:00, or empty.';
  return 'Cannot be this.';
}

/** Why an option of a rule cannot be this, as above. */
export function optionFault({ default: fallback, minimum, maximum }: Option, value: unknown): string | null {
  const isLength = typeof fallback === 'string';
  const amount = typeof value === typeof fallback ? amountOf(value) : null;
  const low = amountOf(minimum) ?? -Infinity;
  const high = amountOf(maximum) ?? Infinity;
  if (amount !== null && amount >= low && amount <= high) return null;
  const wanted = isLength ? 'a length of time, such as 20m,' : 'a number';
  return `Must be ${wanted} from ${minimum} to ${maximum}.`;
}
