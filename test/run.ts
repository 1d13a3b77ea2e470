/**
 * The test run: `node test/run.ts [--floor] [PART…] [FILES AND OPTIONS FOR MOCHA]`, all parts by default. A part that
 * fails keeps no other from running; what drives a whole editor and fails is run once more, and that is told at the end. The last
 * line says how many passed and failed.
 */
import { isPart, PARTS, steps } from './run/parts.ts';
import { runStep } from './run/runStep.ts';
import { addTallies, formatTally, NOTHING } from './run/tally.ts';
import { isGood, type Verdict } from './run/verdict.ts';
import { onStop } from './vscode/onStop.ts';

interface Outcome extends Verdict {
  readonly name: string;
}

const args = process.argv.slice(2);
if (args.includes('--floor')) process.env['ANDON_TEST_VERSION'] = 'floor';
const [named, mochaArgs] = split(args.filter(arg => arg !== '--floor'));
const parts = named.length === 0 ? PARTS : named.filter(isPart);
const unknown = named.filter(name => !isPart(name));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. There are: ${PARTS.join(', ')}.`);
  process.exit(2);
}

onStop(() => process.exit(130));

const outcomes: Outcome[] = [];
for (const step of parts.flatMap(part => steps(part, mochaArgs))) {
  outcomes.push({ name: step.name, ...(await runStep(step)) });
}

const total = outcomes.map(outcome => outcome.tally).reduce(addTallies, NOTHING);
const failed = outcomes.filter(outcome => !isGood(outcome.tally));
const remarks = outcomes.filter(outcome => outcome.remark !== undefined);
if (remarks.length > 0)
  console.log(`\n${remarks.map(({ name, remark }) => `${name}: ${remark}`).join('\n')}`);
if (failed.length > 0) console.log(`\nFailed: ${failed.map(outcome => outcome.name).join(', ')}`);
console.log(`\n${formatTally(total)}`);
process.exit(total.failed > 0 ? 1 : 0);

/** What stands before the first option or file names parts; from there on it is mocha's. */
function split(given: readonly string[]): [string[], string[]] {
  const end = given.findIndex(arg => arg.startsWith('-') || arg.endsWith('.ts'));
  return end === -1 ? [[...given], []] : [given.slice(0, end), given.slice(end)];
}
