import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { endWithThisProcess } from './processes.ts';

const OUTPUT_KEPT = 20_000;

/** Runs npm in a folder on the Node that runs this file, silently; fails with npm's output. */
export async function npm(folder: string, ...args: string[]): Promise<void> {
  const [command, ...before] = npmCommand();
  const child = spawn(command, [...before, ...args, '--loglevel=error'], {
    cwd: folder,
    env: npmEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let output = '';
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-OUTPUT_KEPT);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  endWithThisProcess(child);
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`npm ${args.join(' ')} failed in ${folder}:\n${output}`);
}

/** Inside an npm script npm says where it is; elsewhere it is on the PATH. */
function npmCommand(): [string, ...string[]] {
  const script = process.env['npm_execpath'];
  return script === undefined ? ['npm'] : [process.execPath, script];
}

/** Node 24 first on the PATH, and the headers that it ships for what must be compiled: nothing is fetched for that. */
function npmEnvironment(): NodeJS.ProcessEnv {
  const bin = path.dirname(process.execPath);
  return {
    ...process.env,
    PATH: [bin, process.env['PATH']].join(path.delimiter),
    npm_config_nodedir: path.dirname(bin),
    JOBS: 'max',
  };
}
