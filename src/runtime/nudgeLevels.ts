import type { Entry } from '../core/nudges/past.ts';
import type { Level } from '../core/nudges/raised.ts';
import type { ReadyRule } from '../core/rules/readyRule.ts';

/**
 * What the levels of rules say by now, beside those that the record knows: where one was set anew, that is the user's word at `now`.
 * `firsts`: rules that the record knows no level of.
 */
export function levelEntries(
  rules: readonly ReadyRule[],
  known: ReadonlyMap<string, Level>,
  now: number,
): { entries: Entry[]; firsts: ReadyRule[] } {
  const entries = rules.flatMap(({ rule, level }): Entry[] => {
    // The level that a rule comes with is no word of the user's.
    const from = known.get(rule.id) ?? rule.level;
    if (from === level) return [];
    return [{ kind: 'rule', at: now, rule: rule.id, word: { kind: 'levelSet', from, to: level } }];
  });
  return { entries, firsts: rules.filter(({ rule }) => !known.has(rule.id)) };
}
