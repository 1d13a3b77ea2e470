import { useEffect, useState } from 'preact/hooks';

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
