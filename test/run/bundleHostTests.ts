import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { REPOSITORY } from '../vscode/paths.ts';

/** What `extensionTestsPath` names: one file, because an extension host loads no TypeScript. */
export const HOST_TESTS = path.join(REPOSITORY, 'dist/test/host.cjs');

const FOLDER = path.join(REPOSITORY, 'test/host');

/** Bundles all host tests, with a `run()` that VS Code calls inside its extension host. */
export async function bundleHostTests(): Promise<void> {
  await build({
    stdin: { contents: entry(), resolveDir: FOLDER, sourcefile: 'host-tests.ts', loader: 'ts' },
    outfile: HOST_TESTS,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

/** Test files are imported lazily: mocha's `describe` is there only when it has begun. */
function entry(): string {
  const files = fs.globSync('**/*.test.ts', { cwd: FOLDER }).sort();
  const imports = files.map(file => `() => import('./${file.replaceAll('\\', '/')}')`);
  return `import { runHostTests } from './runHostTests.ts';
export const run = () => runHostTests([${imports.join(', ')}]);`;
}

if (import.meta.main) await bundleHostTests();
