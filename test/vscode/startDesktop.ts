import { execFile, spawn } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { VSIX } from './paths.ts';
import { endWithThisProcess, killNow, processesWith } from './processes.ts';
import { withProgress } from './progress.ts';
import type { RunningEditor } from './runningEditor.ts';
import { editorEnvironment } from './server.ts';
import { QUIET, writeUserSettings } from './userSettings.ts';

const SHELL = process.platform === 'win32';

/** Opens a desktop VS Code with a profile and extensions of its own, beside the user's. */
export async function startDesktop(code: string, profile: string, open: string): Promise<RunningEditor> {
  const userData = path.join(profile, 'user-data');
  const apart = [`--user-data-dir=${userData}`, `--extensions-dir=${path.join(profile, 'extensions')}`];
  const env = editorEnvironment({ EXTENSIONS_GALLERY: undefined });
  writeUserSettings(userData, QUIET);
  await withProgress('install the extension', () =>
    promisify(execFile)(code, [...apart, '--install-extension', VSIX, '--force'], { env, shell: SHELL }),
  );
  const child = spawn(code, [...apart, '--new-window', '--wait', open], {
    env,
    shell: SHELL,
    stdio: 'ignore',
  });
  endWithThisProcess(child);
  console.log(`\nVS Code opens ${open}. Ctrl-C, or closing its window, ends it.`);
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', code => {
      resolve(code ?? 1);
    });
  });
  // The command line starts the program detached; it is known by its profile.
  const stop = (): Promise<void> => {
    child.kill();
    for (const pid of processesWith(userData)) killNow(pid);
    return Promise.resolve();
  };
  return { ended, stop };
}
