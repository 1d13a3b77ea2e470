import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { REPOSITORY } from '../vscode/paths.ts';
import { endWithThisProcess } from '../vscode/processes.ts';

/** Runs a script on the Node that runs this, its output shown as it comes; answers the exit code. */
export async function runNode(
  script: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<number> {
  const child = spawn(process.execPath, [path.resolve(REPOSITORY, script), ...args], {
    cwd: REPOSITORY,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  endWithThisProcess(child);
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}
