import { useEffect, useMemo, useReducer, useState } from 'preact/hooks';

const MINUTE_MS = 60_000;

/** The time of the last snapshot, moved on once a minute while none comes. The host's clock is the one that counts. */
export function useNow(at: number): number {
  const [minutes, setMinutes] = useState(0);
  useEffect(() => {
    setMinutes(0);
    const timer = setInterval(() => {
      setMinutes(passed => passed + 1);
    }, MINUTE_MS);
    return () => {
      clearInterval(timer);
    };
  }, [at]);
  return at + minutes * MINUTE_MS;
}

const SECOND_MS = 1_000;

/** How much time has passed since the snapshot of `at` came, second by second; 0 where nothing runs. */
export function usePassed(at: number, isRunning: boolean): number {
  // By the clock of the page: the host's may be another machine's.
  const cameAt = useMemo(() => Date.now(), [at]);
  const [, paint] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => {
      paint(undefined);
    }, SECOND_MS);
    return () => {
      clearInterval(timer);
    };
  }, [isRunning]);
  return isRunning ? Math.max(0, Date.now() - cameAt) : 0;
}
