import { parseArgs } from 'node:util';
import { backtestYear } from './support/plantedYear/backtestYear.ts';
import { PATTERNS } from './support/plantedYear/patterns.ts';
import { replayYear } from './support/plantedYear/replayYear.ts';
import { score, sumOf, type Score } from './support/plantedYear/score.ts';
import { scoreTable } from './support/plantedYear/scoreTable.ts';
import { plantedYear } from './support/plantedYear/year.ts';

const USAGE = `Usage: node test/plantedYear.ts [--seed N] [--years N] [--weeks N] [--rule ID] [--json]

Lives years of work with patterns planted in them, replays them, and prints which of the patterns were found.

  --seed N   the first year's; the next ones follow. Default: 1
  --years N  default: 1
  --weeks N  of each year; default: 52
  --rule ID  plants this rule's patterns only, and scores this rule only
  --json     prints the score as data, with every false finding`;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    years: { type: 'string', default: '1' },
    weeks: { type: 'string', default: '52' },
    rule: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(USAGE);
else await main();

async function main(): Promise<void> {
  const scores: Score[] = [];
  for (let year = 0; year < Number(values.years); year++) {
    scores.push(await scoreYear(Number(values.seed) + year));
  }
  const total = sumOf(scores);
  console.log(values.json ? JSON.stringify(total, null, 2) : scoreTable(total));
}

async function scoreYear(seed: number): Promise<Score> {
  const isAsked = ({ rule }: { readonly rule: string }) => values.rule === undefined || rule === values.rule;
  const weeks = Number(values.weeks);
  const year = plantedYear({ seed, weeks, patterns: PATTERNS.filter(isAsked) });
  const found = [...replayYear(year), ...(await backtestYear(year))];
  return score(found.filter(isAsked), year, weeks);
}
