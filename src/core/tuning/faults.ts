import type { SettingForm } from '../messages/tuning.ts';
import { amountOf } from '../rules/options.ts';
import type { Option } from '../rules/rule.ts';

/** Why a setting cannot be this, as a sentence that says what it can be; null: as far as its form tells, it can. */
export function settingFault(form: SettingForm, value: unknown): string | null {
  if (form.kind === 'number') return numberFault(form, value);
  if (form.kind !== 'text' || form.pattern === null) return null;
  // The one text that is bound to a form is that of quiet hours.
  const isRight = typeof value === 'string' && new RegExp(form.pattern).test(value);
  return isRight ? null : 'Must be two times of day, such as 22:00-07:00, or empty.';
}

function numberFault(
  { minimum, maximum, isWhole }: Extract<SettingForm, { kind: 'number' }>,
  value: unknown,
): string | null {
  const isNumber = typeof value === 'number' && (!isWhole || Number.isInteger(value));
  if (isNumber && value >= minimum && value <= maximum) return null;
  return `Must be a ${isWhole ? 'whole number' : 'number'} from ${minimum} to ${maximum}.`;
}

/** Why an option of a rule cannot be this, as above. */
export function optionFault({ default: fallback, minimum, maximum }: Option, value: unknown): string | null {
  const amount = typeof value === typeof fallback ? amountOf(value) : null;
  const low = amountOf(minimum) ?? -Infinity;
  const high = amountOf(maximum) ?? Infinity;
  if (amount !== null && amount >= low && amount <= high) return null;
  const wanted = typeof fallback === 'string' ? 'a length of time, such as 20m,' : 'a number';
  return `Must be ${wanted} from ${boundText(minimum)} to ${boundText(maximum)}.`;
}

/** "20m", "0.05", "1,000,000" */
export function boundText(bound: number | string): string {
  return typeof bound === 'number' ? bound.toLocaleString('en') : bound;
}
