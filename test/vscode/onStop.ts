/** How often to look whether the parent is still there. */
const PARENT_CHECK_MS = 500;

/**
 * Calls the listener once somebody wants this process to end: by a signal, or by ending its parent. A shell between npm
 * and us dies of a signal without passing it on.
 */
export function onStop(listener: (reason: string) => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      listener(signal);
    });
  }
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    listener('the end of its parent');
  }, PARENT_CHECK_MS);
  timer.unref();
}
