import { figuresLine } from '../core/nudges/why.ts';
import type { Raised } from '../core/nudges/raised.ts';
import type { RuleStatus } from '../core/rules/finding.ts';
import { describeProblem } from '../core/rules/readRules.ts';
import { statusWords } from '../core/rules/statusWords.ts';
import type { RuleKeeper } from './ruleKeeper.ts';

export interface RuleNewsPorts {
  readonly onProblem: (line: string) => void;
  readonly onNews: (line: string) => void;
}

/** Says for the log what rules do, each change once: numbers and names of rules, but of no file, project or item. */
export class RuleNews {
  private readonly rules: Pick<RuleKeeper, 'problems' | 'raised' | 'status'>;
  private readonly ports: RuleNewsPorts;
  private problems: ReadonlySet<string> = new Set();
  private raised: ReadonlyMap<string, Raised> = new Map();
  private status: ReadonlyMap<string, RuleStatus> = new Map();

  constructor(rules: Pick<RuleKeeper, 'problems' | 'raised' | 'status'>, ports: RuleNewsPorts) {
    this.rules = rules;
    this.ports = ports;
  }

  /** To be called when something may have changed. */
  tell(): void {
    this.tellProblems();
    this.tellStatus();
    this.tellRaised();
  }

  private tellProblems(): void {
    const lines = new Set(this.rules.problems.map(describeProblem));
    for (const line of lines) {
      if (!this.problems.has(line)) this.ports.onProblem(line);
    }
    if (lines.size === 0 && this.problems.size > 0)
      this.ports.onNews('All rules in the settings can be read.');
    this.problems = lines;
  }

  private tellStatus(): void {
    const status = this.rules.status();
    for (const [id, now] of status) {
      const words = statusWords(now);
      const before = this.status.get(id) ?? { kind: 'ready' };
      if (words !== statusWords(before)) this.ports.onNews(`The rule ${id} ${words}.`);
    }
    this.status = status;
  }

  private tellRaised(): void {
    const raised = new Map(this.rules.raised().map(each => [`${each.rule} ${each.since}`, each]));
    for (const [key, { rule, evidence }] of raised) {
      if (!this.raised.has(key)) this.ports.onNews(`The rule ${rule} fires: ${figuresLine(evidence)}.`);
    }
    // Rules that are at rest, since another window leads, say nothing of what they had found.
    const isAtWork = this.status.size > 0;
    for (const [key, { rule }] of this.raised) {
      if (isAtWork && !raised.has(key)) this.ports.onNews(`The rule ${rule} fires no more.`);
    }
    this.raised = raised;
  }
}
