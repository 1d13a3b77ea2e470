import type { RuleStatus } from '../core/rules/finding.ts';
import type { ReadyRule } from '../core/rules/readyRule.ts';

/** The rules that have failed since Andon was started. One that was changed since is another rule, and may try again. */
export class FailedRules {
  /** What each was when it failed, by its id. */
  private readonly texts = new Map<string, string>();

  note(ready: ReadyRule): void {
    this.texts.set(ready.rule.id, JSON.stringify(ready));
  }

  has(ready: ReadyRule): boolean {
    return this.texts.get(ready.rule.id) === JSON.stringify(ready);
  }

  /** Of those among `rules` that have failed. */
  status(rules: readonly ReadyRule[]): [id: string, status: RuleStatus][] {
    return rules.filter(ready => this.has(ready)).map(({ rule }) => [rule.id, { kind: 'failed' }]);
  }
}
