/**
 * `npm start [-- FOLDER] [-- --fresh]`: builds and packages the extension and opens FOLDER with it in a real VS Code,
 * with a throwaway profile. A desktop VS Code where there is one and a display, else VS Code in the browser.
 */
import fs from 'node:fs';
import path from 'node:path';
import { findDesktop } from './findDesktop.ts';
import { checkPort } from './checkPort.ts';
import { npm } from './npm.ts';
import { onStop } from './onStop.ts';
import { CACHE, REPOSITORY } from './paths.ts';
import { withProgress } from './progress.ts';
import type { RunningEditor } from './runningEditor.ts';
import { parseStartArguments, StartArgumentsError, type StartArguments } from './startArguments.ts';
import { startDesktop } from './startDesktop.ts';
import { startInBrowser } from './startInBrowser.ts';

const PROFILE = path.join(CACHE, 'start-profile');

const stopped = new Promise<undefined>(resolve => {
  onStop(() => {
    resolve(undefined);
  });
});

try {
  process.exit(await run(parseStartArguments(process.argv.slice(2), process.env)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(error instanceof StartArgumentsError ? 2 : 1);
}

/** Answers the exit code, once the editor or its user ended it. */
async function run(options: StartArguments): Promise<number> {
  const editor = await Promise.race([open(options), stopped]);
  if (editor === undefined) return 0;
  const code = await Promise.race([editor.ended, stopped]);
  await editor.stop();
  return code ?? 0;
}

async function open(options: StartArguments): Promise<RunningEditor> {
  const desktop = findDesktop(process.env);
  if (desktop === undefined) await checkPort(options.port);
  await withProgress('build and package the extension', () => npm(REPOSITORY, 'run', 'package'));
  if (options.isFresh) fs.rmSync(PROFILE, { recursive: true, force: true });
  return desktop === undefined
    ? startInBrowser(PROFILE, options)
    : startDesktop(desktop, PROFILE, options.open);
}
