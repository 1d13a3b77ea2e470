import { ALL_RULES } from '../rules/builtIn/all.ts';
import { readCustomRule } from '../rules/readRules.ts';
import { saidOf } from './ruleViews.ts';

/** What can be said of a rule of one's own as it is being written. */
export interface Checked {
  /** Its id; null: something is wrong with it. */
  readonly id: string | null;
  /** What is wrong, each as a sentence. */
  readonly faults: readonly string[];
}

/** Checks a rule that would stand at `index` of `andon.customRules`; null: behind the last one. */
export function checkWritten(value: unknown, index: number | null, customRules: readonly unknown[]): Checked {
  const { rule, faults } = readCustomRule(value);
  const said = faults.map(saidOf);
  const others = customRules.filter((_, i) => i !== index).map(other => readCustomRule(other).rule);
  const isTaken = rule !== null && [...ALL_RULES, ...others].some(other => other?.id === rule.id);
  if (isTaken) said.push('id is the id of another rule.');
  return { id: rule && said.length === 0 ? rule.id : null, faults: said };
}
