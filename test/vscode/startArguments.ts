import fs from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from './paths.ts';

export interface StartArguments {
  /** An existing folder or `.code-workspace` file. */
  readonly open: string;
  /** Forget what earlier starts left in the profile. */
  readonly isFresh: boolean;
  /** 0 takes any free port. */
  readonly port: number;
}

/** The user asked for something that cannot be; the message is for the user. */
export class StartArgumentsError extends Error {}

export function parseStartArguments(args: readonly string[], env: NodeJS.ProcessEnv): StartArguments {
  const folders = args.filter(arg => !arg.startsWith('--'));
  const unknown = args.filter(arg => arg.startsWith('--') && arg !== '--' && arg !== '--fresh');
  if (unknown.length > 0 || folders.length > 1) {
    throw new StartArgumentsError('Usage: npm start [-- FOLDER] [-- --fresh]');
  }
  return {
    open: folderToOpen(folders[0], env['INIT_CWD'] ?? process.cwd()),
    isFresh: args.includes('--fresh'),
    port: portToUse(env['ANDON_PORT']),
  };
}

/** npm runs scripts in the repository; the user's path starts where the user stood. */
function folderToOpen(named: string | undefined, base: string): string {
  if (named === undefined) return REPOSITORY;
  const file = path.resolve(base, named);
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) throw new StartArgumentsError(`There is no folder ${file}`);
  if (!stat.isDirectory() && !file.endsWith('.code-workspace')) {
    throw new StartArgumentsError(`${file} is neither a folder nor a .code-workspace file`);
  }
  return file;
}

function portToUse(named: string | undefined): number {
  if (named === undefined || named === '') return 0;
  const port = Number(named);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new StartArgumentsError(`ANDON_PORT must be a port number, not "${named}"`);
}
