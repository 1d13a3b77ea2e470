import { jsonFault } from './jsonFault.ts';
import { readCustomRule } from '../rules/readRules.ts';
import { saidOf } from './ruleViews.ts';

/** A rule as it is being written. */
export interface WrittenRule {
  /** What the text says; undefined: it is no JSON yet. */
  readonly value: unknown;
  /** The rule's id; null: there is no rule to try. */
  readonly id: string | null;
  /** What is wrong, each as a sentence. */
  readonly faults: readonly string[];
}

/** Reads the text of a custom rule. `taken`: the ids of all other rules. */
export function readRuleText(text: string, taken: ReadonlySet<string>): WrittenRule {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { value: undefined, id: null, faults: [sayFault(text)] };
  }
  const { rule, faults } = readCustomRule(value);
  const said = faults.map(saidOf);
  if (rule && taken.has(rule.id)) said.push('id is the id of another rule.');
  return { value, id: said.length === 0 ? (rule?.id ?? null) : null, faults: said };
}

/** "Line 5: here should stand a comma or }." */
function sayFault(text: string): string {
  if (text.trim() === '') return 'There is nothing yet.';
  const fault = jsonFault(text);
  return fault ? `Line ${fault.line}: here should stand ${fault.wanted}.` : 'It is not JSON.';
}

/** An id of one's own that no other rule has: "mine/ping-pong", "mine/ping-pong-2". */
export function ownId(id: string, taken: ReadonlySet<string>): string {
  const name = `mine/${id.split('/').at(-1) ?? 'rule'}`;
  for (let count = 1; ; count++) {
    const tried = count === 1 ? name : `${name}-${count}`;
    if (!taken.has(tried)) return tried;
  }
}
