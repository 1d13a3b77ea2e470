/** Holds what is shipped against its budget, and says both; `npm run package` comes first. */
import fs from 'node:fs';
import path from 'node:path';
import { addTallies, formatTally, NOTHING, ONE_FAILED, ONE_PASSED, type Tally } from './run/tally.ts';
import { REPOSITORY, VSIX } from './vscode/paths.ts';

const KB = 1000;

interface Budget {
  readonly name: string;
  readonly file: string;
  readonly maxBytes: number;
}

const budgets: readonly Budget[] = [
  { name: 'VSIX', file: VSIX, maxBytes: 500 * KB },
  // Activation loads extension.cjs and nothing of house.cjs, which comes when the start of the editor is over.
  { name: 'host, at start', file: path.join(REPOSITORY, 'dist/extension.cjs'), maxBytes: 20 * KB },
  { name: 'host, after the start', file: path.join(REPOSITORY, 'dist/house.cjs'), maxBytes: 260 * KB },
  ...webviewScripts(),
];

const total = budgets.map(check).reduce(addTallies, NOTHING);
console.log(formatTally(total));
process.exit(total.failed > 0 ? 1 : 0);

function webviewScripts(): Budget[] {
  const files = fs.globSync(path.join(REPOSITORY, 'dist/webview/*.js'));
  return files.map(file => ({ name: `webview ${path.basename(file)}`, file, maxBytes: 200 * KB }));
}

function check({ name, file, maxBytes }: Budget): Tally {
  const bytes = fs.existsSync(file) ? fs.statSync(file).size : undefined;
  const isWithin = bytes !== undefined && bytes <= maxBytes;
  const size = bytes === undefined ? 'missing' : `${(bytes / KB).toFixed(1)} KB`;
  const budget = `${maxBytes / KB} KB`;
  console.log([name.padEnd(30), size.padStart(10), '  of ', budget, isWithin ? '' : '  TOO BIG'].join(''));
  return isWithin ? ONE_PASSED : ONE_FAILED;
}
