import type { Calendar } from '../activity/calendar.ts';
import type { Explanation } from '../messages/numbers.ts';
import type { TrialNudge, TrialRow, TrialSide } from '../messages/tuning.ts';
import { withEvidence } from '../nudges/evidenceSource.ts';
import { nudgeText } from '../nudges/nudgeView.ts';
import { explainNudge } from '../nudges/why.ts';
import { sayVerdict, type Wording } from '../nudges/words.ts';
import type { RuleStatus } from '../rules/finding.ts';
import { statusWords } from '../rules/statusWords.ts';
import type { Level } from '../rules/rule.ts';
import type { Simulated, SimulatedNudge } from './simulateRules.ts';

/** What words are made with. */
export interface TrialWording {
  readonly wording: Wording;
  readonly calendar: Calendar;
}

/** One side of a trial, in figures. */
export function trialSide(
  simulated: Simulated,
  rule: string,
  level: Level,
  status: RuleStatus | undefined,
): TrialSide {
  return {
    count: nudgesOf(simulated, rule).length,
    missed: simulated.missed.get(rule) ?? 0,
    ofAll: simulated.nudges.length,
    isOff: level === 'off',
    silence: silenceOf(status),
  };
}

function silenceOf(status: RuleStatus | undefined): string | null {
  switch (status?.kind) {
    case 'needsDays':
      return `It ${statusWords(status)} before it can say anything.`;
    case 'failed':
      return 'It failed on this record; the log says why.';
    default:
      return null;
  }
}

/** What each side tells, the same beside the same: findings that overlap are of the same. */
export function trialRows(
  before: Simulated | null,
  after: Simulated | null,
  rule: string,
  words: TrialWording,
): TrialRow[] {
  const left = before ? nudgesOf(before, rule) : [];
  const right = after ? nudgesOf(after, rule) : [];
  const taken = new Set<SimulatedNudge>();
  const paired = left.map(mine => {
    const theirs = right.find(other => !taken.has(other) && areOfTheSame(mine, other));
    if (theirs) taken.add(theirs);
    return { mine, theirs: theirs ?? null };
  });
  const alone = right.filter(other => !taken.has(other)).map(theirs => ({ mine: null, theirs }));
  return [...paired, ...alone]
    .sort((a, b) => timeOf(a) - timeOf(b))
    .map(({ mine, theirs }) => ({
      before: mine && trialNudge(mine, words),
      after: theirs && trialNudge(theirs, words),
    }));
}

function nudgesOf({ nudges }: Simulated, rule: string): SimulatedNudge[] {
  return nudges.filter(({ plan }) => plan.rule === rule);
}

function areOfTheSame({ finding: a }: SimulatedNudge, { finding: b }: SimulatedNudge): boolean {
  return a.from <= (b.to ?? Infinity) && b.from <= (a.to ?? Infinity);
}

function timeOf({ mine, theirs }: { mine: SimulatedNudge | null; theirs: SimulatedNudge | null }): number {
  return Math.min(mine?.plan.decidedAt ?? Infinity, theirs?.plan.decidedAt ?? Infinity);
}

function trialNudge(nudge: SimulatedNudge, { wording, calendar }: TrialWording): TrialNudge {
  const { plan, ready } = nudge;
  const { decidedAt: at } = plan;
  return {
    date: calendar.dayAt(at).date,
    minute: wording.clock.minuteOfDay(at),
    time: wording.clock.time(at),
    how: sayVerdict({ ...plan, kind: 'show' }, wording),
    message: nudgeText(plan, [ready]),
    explanation: explanationOf(nudge, wording, calendar),
  };
}

const SAID_ABOVE: ReadonlySet<string> = new Set(['Source', 'Shown now', 'Shown there']);

function explanationOf({ plan, ready }: SimulatedNudge, wording: Wording, calendar: Calendar): Explanation {
  const ground = { reason: ready.rule.reason, source: ready.rule.source };
  const { terms, ...rest } = explainNudge(plan, ground, wording);
  // Why there is such a rule, and where it would have shown, stands above already.
  const own = terms.filter(({ label, value }) => !SAID_ABOVE.has(label) && value !== '');
  return withEvidence({ ...rest, definition: '', terms: own }, plan.evidence, ready, calendar);
}
