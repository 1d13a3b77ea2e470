import type { Finding, RuleStatus, Transition } from '../core/rules/finding.ts';
import type { ReadyRule } from '../core/rules/readyRule.ts';
import type { Settings } from '../core/settings.ts';
import type { ReadableRecord } from './pastDays.ts';
import { RuleFeed, settledUntil } from './ruleFeed.ts';

export interface BacktestPlan {
  readonly rules: readonly ReadyRule[];
  readonly settings: Settings;
  /** Findings that began from then on are wanted; -Infinity: all. Epoch milliseconds. */
  readonly from: number;
  readonly now: number;
}

export interface BacktestPorts {
  /** Lets everything else that waits have its turn. */
  readonly yieldTurn: () => Promise<void>;
  /** 0 to 1. */
  readonly onProgress: (done: number) => void;
  /** Asked after each slice: nobody waits for it any more. */
  readonly isAborted: () => boolean;
  /** A rule failed, and found nothing from then on. */
  readonly onFailure: (rule: string, error: unknown) => void;
}

export interface BacktestResult {
  /** In the order in which they began; one that still fires has no end. */
  readonly findings: readonly Finding[];
  /** The same, each with what was measured when it began to fire: what a nudge tells that comes at once. */
  readonly asTold: readonly Finding[];
  /** What can be said of each rule at the end, by its id. */
  readonly status: ReadonlyMap<string, RuleStatus>;
}

/**
 * Runs rules over a record that is there, in slices of some milliseconds: what they would have found. null where it was aborted.
 * Rejects with a `StoreError`.
 */
export async function backtest(
  record: ReadableRecord,
  { rules, settings, from, now }: BacktestPlan,
  ports: BacktestPorts,
): Promise<BacktestResult | null> {
  const findings = new FindingList();
  const feed = RuleFeed.begin(record, {
    ...{ rules, settings, from },
    onTransition: transition => {
      findings.add(transition);
    },
    onFailure: ports.onFailure,
  });
  if (!feed) return { findings: [], asTold: [], status: new Map() };
  const start = feed.engine.end;
  const end = settledUntil(now);
  for (const position of feed.advance(end)) {
    ports.onProgress((position - start) / (end - start));
    await ports.yieldTurn();
    if (ports.isAborted()) return null;
  }
  for (const finding of feed.engine.findings()) findings.addFinding(finding);
  return { findings: findings.from(from), asTold: findings.asTold(from), status: feed.engine.status() };
}

/** Collects findings, each as it last was. */
export class FindingList {
  private readonly findings = new Map<string, Finding>();
  /** As they were first told. */
  private readonly begun = new Map<string, Finding>();

  add({ finding }: Transition): void {
    if (finding) this.addFinding(finding);
  }

  addFinding(finding: Finding): void {
    const key = keyOf(finding);
    this.findings.set(key, finding);
    if (!this.begun.has(key)) this.begun.set(key, finding);
  }

  /** As `from`, each with what was measured when it began. */
  asTold(time: number): Finding[] {
    return this.from(time).map(finding => ({
      ...(this.begun.get(keyOf(finding)) ?? finding),
      to: finding.to,
    }));
  }

  /** Those that began at `time` or later, in the order in which they began, then of their rules' ids. */
  from(time: number): Finding[] {
    return [...this.findings.values()]
      .filter(({ from }) => from >= time)
      .sort((a, b) => a.from - b.from || (a.rule < b.rule ? -1 : 1));
  }
}

function keyOf({ rule, from }: Finding): string {
  return `${rule} ${from}`;
}
