/** Holds what is shipped against its budget, and says both; `npm run package` comes first. */
import fs from 'node:fs';
import path from 'node:path';
import type { Metafile } from 'esbuild';
import { addTallies, formatTally, NOTHING, ONE_FAILED, ONE_PASSED, type Tally } from './run/tally.ts';
import { REPOSITORY, VSIX } from './vscode/paths.ts';

/** As vsce counts, and VS Code. */
const KB = 1024;
const DIST = path.join(REPOSITORY, 'dist');

interface Budget {
  readonly name: string;
  readonly files: readonly string[];
  /** null: none of its own. */
  readonly maxBytes: number | null;
}

const loaded = hostFiles();

const budgets: readonly Budget[] = [
  { name: 'VSIX', files: [VSIX], maxBytes: 500 * KB },
  // Activation loads extension.cjs; the rest comes when the start of the editor is over.
  { name: 'host, to activate', files: [path.join(DIST, 'extension.cjs')], maxBytes: 20 * KB },
  { name: 'host, at start', files: loaded.atStart, maxBytes: 200 * KB },
  ...loaded.later.map(file => ({ name: `later: ${path.basename(file)}`, files: [file], maxBytes: null })),
  ...webviewScripts(),
];

const total = budgets.map(check).reduce(addTallies, NOTHING);
console.log(formatTally(total));
process.exit(total.failed > 0 ? 1 : 0);

function webviewScripts(): Budget[] {
  const files = fs.globSync(path.join(DIST, 'webview/*.js'));
  return files.map(file => ({
    name: `webview ${path.basename(file)}`,
    files: [file],
    maxBytes: 200 * KB,
  }));
}

/** The files of the extension host: what is loaded where there is a record and nothing of Andon is open, and what only then. */
function hostFiles() {
  const outputs = JSON.parse(fs.readFileSync(path.join(DIST, 'host.json'), 'utf8')) as Metafile['outputs'];
  const files = Object.keys(outputs);
  const house = files.filter(file => outputs[file]?.entryPoint === 'src/house.ts');
  const atStart = new Set(['dist/extension.cjs', ...house]);
  for (const file of atStart) {
    for (const { kind, path } of outputs[file]?.imports ?? []) {
      if (kind === 'import-statement' && files.includes(path)) atStart.add(path);
    }
  }
  const inRepository = (file: string) => path.join(REPOSITORY, file);
  return {
    atStart: [...atStart].map(inRepository),
    later: files.filter(file => !atStart.has(file)).map(inRepository),
  };
}

function check({ name, files, maxBytes }: Budget): Tally {
  const isThere = files.every(file => fs.existsSync(file));
  const bytes = isThere ? files.reduce((sum, file) => sum + fs.statSync(file).size, 0) : Infinity;
  const isWithin = isThere && bytes <= (maxBytes ?? Infinity);
  const size = isThere ? `${(bytes / KB).toFixed(1)} KB` : 'missing';
  const budget = maxBytes === null ? '' : `  of ${maxBytes / KB} KB`;
  console.log([name.padEnd(34), size.padStart(10), budget, isWithin ? '' : '  TOO BIG'].join(''));
  return isWithin ? ONE_PASSED : ONE_FAILED;
}
