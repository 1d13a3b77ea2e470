import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';

interface ProcessInfo {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** The extension hosts that a VS Code server runs, one for each window. */
export function extensionHostPids(serverPid: number): number[] {
  return descendants(serverPid)
    .filter(info => info.command.includes('--type=extensionHost'))
    .map(info => info.pid);
}

/** The processes with a text in their command line, such as the path of a profile that nobody else uses. */
export function processesWith(text: string): number[] {
  return listProcesses()
    .filter(info => info.command.includes(text) && info.pid !== process.pid)
    .map(info => info.pid);
}

/** Ends what is still alive below a process, and the process itself. */
function killTree(pid: number): void {
  for (const info of descendants(pid)) killNow(info.pid);
  killNow(pid);
}

/** Lets no child outlive this process, however that ends (but for SIGKILL). */
export function endWithThisProcess(child: ChildProcess): void {
  const kill = (): void => {
    if (child.pid !== undefined) killTree(child.pid);
  };
  process.once('exit', kill);
  child.once('exit', () => process.removeListener('exit', kill));
}

/** SIGKILL: the process gets no chance to tidy up. */
export function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already, which is what was wanted.
  }
}

/** All processes below one, children before their parents. Linux only: elsewhere there is no /proc, and it is empty. */
export function descendants(pid: number): ProcessInfo[] {
  const all = listProcesses();
  const below = (parent: number): ProcessInfo[] =>
    all.filter(info => info.parent === parent).flatMap(info => [...below(info.pid), info]);
  return below(pid);
}

function listProcesses(): ProcessInfo[] {
  if (!fs.existsSync('/proc')) return [];
  return fs
    .readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(name => readProcess(Number(name)) ?? []);
}

function readProcess(pid: number): ProcessInfo | undefined {
  try {
    // "pid (name) state parent …": the name may hold spaces and parentheses.
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    const command = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return { pid, parent, command };
  } catch {
    return undefined; // It ended meanwhile.
  }
}
