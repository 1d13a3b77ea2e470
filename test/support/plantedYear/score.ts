import { STRENGTHS, type AlsoThere, type Planted, type Truth } from './truth.ts';

/** A finding as a replay prints it. */
export interface Found {
  readonly rule: string;
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly threshold: number;
}

export interface Recall {
  readonly strength: number;
  readonly planted: number;
  /** Planted ones that a finding of their rule meets in time. */
  readonly found: number;
}

export interface RuleScore {
  readonly rule: string;
  readonly recall: readonly Recall[];
  /** Findings that meet nothing planted of their rule at 0.9 or more, and nothing else that gives it reason. */
  readonly falseFindings: readonly Found[];
}

export interface Score {
  readonly weeks: number;
  /** Every rule that was planted or found. */
  readonly rules: readonly RuleScore[];
}

/** From here on a finding is none too many; below 1 none is asked for either. */
const NEARLY = 0.9;
/** From here on a finding is asked for. */
const CLEARLY = 1.1;

/** Compares findings with what was planted, and what else was there, in so many weeks. */
export function score(found: readonly Found[], { planted, alsoThere }: Truth, weeks: number): Score {
  const ids = [...new Set([...planted, ...found].map(({ rule }) => rule))].sort();
  const rules = ids.map(rule => {
    const ofRule = found.filter(finding => finding.rule === rule);
    const plantings = planted.filter(planting => planting.rule === rule);
    const reasons = [
      ...plantings.filter(({ strength }) => strength >= NEARLY),
      ...alsoThere.filter(there => there.rule === rule),
    ];
    return {
      rule,
      recall: STRENGTHS.map(strength => recallAt(strength, ofRule, plantings)),
      falseFindings: ofRule.filter(finding => !reasons.some(reason => meets(finding, reason))),
    };
  });
  return { weeks, rules };
}

function recallAt(strength: number, found: readonly Found[], plantings: readonly Planted[]): Recall {
  const planted = plantings.filter(planting => planting.strength === strength);
  const met = planted.filter(planting => found.some(finding => meets(finding, planting)));
  return { strength, planted: planted.length, found: met.length };
}

function meets(finding: Found, there: AlsoThere): boolean {
  return finding.from <= there.to && finding.to >= there.from;
}

/** The part that was found of what clearly was there, from 0 to 1; null where nothing was. */
export function clearRecall({ recall }: RuleScore): number | null {
  return partFound(recall.filter(({ strength }) => strength >= CLEARLY));
}

/** How many planted ones under 0.9 were found, of which there should be none. */
export function weakOnesFound({ recall }: RuleScore): number {
  return sum(recall.filter(({ strength }) => strength < NEARLY).map(({ found }) => found));
}

/** False findings a week, over all rules. */
export function falseAWeek({ rules, weeks }: Score): number {
  return sum(rules.map(({ falseFindings }) => falseFindings.length)) / weeks;
}

/** Several years as one. */
export function sumOf(scores: readonly Score[]): Score {
  const ids = [...new Set(scores.flatMap(({ rules }) => rules.map(({ rule }) => rule)))].sort();
  return {
    weeks: sum(scores.map(({ weeks }) => weeks)),
    rules: ids.map(id => {
      const parts = scores.flatMap(({ rules }) => rules.filter(({ rule }) => rule === id));
      return {
        rule: id,
        recall: STRENGTHS.map(strength => {
          const recalls = parts.flatMap(({ recall }) => recall.filter(one => one.strength === strength));
          return {
            strength,
            planted: sum(recalls.map(({ planted }) => planted)),
            found: sum(recalls.map(({ found }) => found)),
          };
        }),
        falseFindings: parts.flatMap(({ falseFindings }) => falseFindings),
      };
    }),
  };
}

function partFound(recall: readonly Recall[]): number | null {
  const planted = sum(recall.map(one => one.planted));
  return planted === 0 ? null : sum(recall.map(one => one.found)) / planted;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}
