/**
 * Loaded into extension hosts and their threads before anything of ours. Writes down every socket, look-up of a name and child
 * process that `ANDON_OURS`, a pattern for the names of files, has a part in: one of its files stands in the stack, or in that of
 * something that led there, such as a promise or a timer.
 */
import { createHook, executionAsyncId } from 'node:async_hooks';
import { openSync, writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** What one of ours opened. */
export interface Opened {
  readonly type: string;
  readonly pid: number;
  readonly isInThread: boolean;
  readonly stack: string;
}

/** Not opened: a process or thread is watched from now on. */
export const WATCHED = 'WATCHED';
/** Not opened: the first thing of all that one of ours did there. */
export const FIRST = 'FIRST';

/** As Node calls what is opened. A pipe is a socket of the machine's own, or leads to a child process. */
const SOCKETS = /TCP|UDP|TLS|PIPE|DNS|ADDRINFO|NAMEINFO|QUERYWRAP|HTTP|QUIC|PROCESSWRAP/;

const { ANDON_OURS: pattern, ANDON_OPENED: file } = process.env;
if (pattern !== undefined && file !== undefined) watch(new RegExp(pattern), openSync(file, 'a'));

function watch(ours: RegExp, told: number): void {
  /** What was begun by one of ours, and what that led to. */
  const begun = new Set<number>();
  const tell = (type: string, stack: string) => {
    const opened: Opened = { type, pid: process.pid, isInThread: !isMainThread, stack };
    writeSync(told, `${JSON.stringify(opened)}\n`);
  };
  tell(WATCHED, '');
  Error.stackTraceLimit = 50;
  createHook({
    init(id, type, trigger) {
      const isFollowing = begun.has(executionAsyncId()) || begun.has(trigger);
      const isSocket = SOCKETS.test(type);
      if (isFollowing && !isSocket) {
        begun.add(id);
        return;
      }
      const { stack = '' } = new Error(type);
      if (!isFollowing && !ours.test(stack)) return;
      if (begun.size === 0) tell(FIRST, stack);
      begun.add(id);
      if (isSocket) tell(type, stack);
    },
  }).enable();
}
