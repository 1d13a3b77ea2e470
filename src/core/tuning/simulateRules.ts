import type { Calendar } from '../activity/calendar.ts';
import { seededChance } from '../nudges/learning/chance.ts';
import type { Plan } from '../nudges/nudge.ts';
import type { NudgeRules } from '../nudges/policy.ts';
import type { QuietHours } from '../nudges/quietHours.ts';
import { raisedOf } from '../nudges/raise.ts';
import { simulate } from '../nudges/simulate.ts';
import type { Happening } from '../nudges/surroundings.ts';
import type { Finding } from '../rules/finding.ts';
import { filledIn } from '../rules/options.ts';
import type { ReadyRule } from '../rules/readyRule.ts';
import { GRID_MS } from '../rules/record/input.ts';

export interface SimulatedRules {
  readonly nudgeRules: NudgeRules;
  readonly quietHours: QuietHours | null;
  readonly calendar: Calendar;
  /** What went on besides, in order of time. */
  readonly happenings: readonly Happening[];
  readonly rules: readonly ReadyRule[];
  /** What a rule found. */
  readonly findings: (ready: ReadyRule) => readonly Finding[];
  /** When everything is over. */
  readonly end: number;
  /** What an item of the queue is called. */
  readonly nameOf: (item: string) => string;
}

/** A nudge that would have come, with what it tells of. */
export interface SimulatedNudge {
  readonly plan: Plan;
  readonly finding: Finding;
  readonly ready: ReadyRule;
}

export interface Simulated {
  readonly nudges: readonly SimulatedNudge[];
  /** How many findings of each rule were over before there was a moment to tell of them. */
  readonly missed: ReadonlyMap<string, number>;
}

/** The nudges that would have come, as if none before them had been answered, and none of them. */
export function simulateRules(input: SimulatedRules): Simulated {
  const found = new Map<string, { finding: Finding; ready: ReadyRule }>();
  const happenings = [...input.happenings];
  for (const ready of input.rules) {
    if (ready.level === 'off') continue;
    for (const finding of input.findings(ready)) {
      found.set(keyOf(finding.rule, finding.from), { finding, ready });
      happenings.push(...ofFinding(finding, ready, input));
    }
  }
  happenings.push({ kind: 'look', at: input.end });
  happenings.sort((a, b) => a.at - b.at);
  const { nudges, dropped } = simulate(happenings, {
    rules: input.nudgeRules,
    quietHours: input.quietHours,
    calendar: input.calendar,
    chanceOf: seededChance,
  });
  const missed = new Map<string, number>();
  for (const { raised } of dropped) missed.set(raised.rule, (missed.get(raised.rule) ?? 0) + 1);
  return {
    nudges: nudges.flatMap(plan => {
      const behind = found.get(keyOf(plan.rule, plan.since));
      return behind ? [{ plan, ...behind }] : [];
    }),
    missed,
  };
}

/** It is raised until its condition has not held for as long as the rule allows. */
function ofFinding(finding: Finding, ready: ReadyRule, { nameOf, end }: SimulatedRules): Happening[] {
  const raised = raisedOf(finding, ready, nameOf);
  const begins: Happening = { kind: 'raised', at: finding.from, raised };
  if (finding.to === null) return [begins];
  const over = finding.to + filledIn(ready.rule.keepFiringFor ?? 0, ready.values) + GRID_MS;
  return over < end ? [begins, { kind: 'resolved', at: over, rule: finding.rule }] : [begins];
}

function keyOf(rule: string, since: number): string {
  return `${rule} ${since}`;
}
