import { raisedOf } from '../core/nudges/raise.ts';
import type { Raised } from '../core/nudges/raised.ts';
import type { RuleEngine } from '../core/rules/engine.ts';
import type { RuleStatus } from '../core/rules/finding.ts';
import type { ReadyRule } from '../core/rules/readyRule.ts';
import type { Store } from '../store/store.ts';
import type { FailedRules } from './failedRules.ts';

/** What is known of the rules at work. */
export interface RuleRaises {
  readonly raised: readonly Raised[];
  /** By the id of each rule that is not off. */
  readonly status: ReadonlyMap<string, RuleStatus>;
}

export const NO_RAISES: RuleRaises = { raised: [], status: new Map() };

/** What an engine has found, joined with the rules that it was made with. Throws a `StoreError`. */
export function raisesOf(
  engine: RuleEngine,
  rules: readonly ReadyRule[],
  failed: FailedRules,
  { tasks }: Pick<Store, 'tasks'>,
): RuleRaises {
  const byId = new Map(rules.map(ready => [ready.rule.id, ready]));
  const items = tasks.all();
  const raised = engine.findings().flatMap(finding => {
    const ready = byId.get(finding.rule);
    return ready ? [raisedOf(finding, ready, item => items.get(item)?.key ?? item)] : [];
  });
  return { raised, status: new Map([...engine.status(), ...failed.status(rules)]) };
}

export function isSame(one: RuleRaises, other: RuleRaises): boolean {
  return asText(one) === asText(other);
}

function asText({ raised, status }: RuleRaises): string {
  return JSON.stringify([raised, [...status]]);
}
