import { useEffect, useState } from 'preact/hooks';
import type { CheckInWords } from '../../core/checkIn.ts';

/**
 * What was said, with what was changed here and is on its way: a snapshot made before a click must not take the click back, nor
 * may a second click leave out the first.
 */
export function useUnsent(
  said: CheckInWords,
  send: (words: CheckInWords) => void,
): [words: CheckInWords, change: (changes: Partial<CheckInWords>) => void] {
  const [unsent, setUnsent] = useState<Partial<CheckInWords>>({});
  const words = { ...said, ...unsent };
  const { energy, flow, satisfaction, sentence } = said;
  useEffect(() => {
    const arrived = JSON.stringify([energy, flow, satisfaction, sentence]);
    const { energy: e, flow: f, satisfaction: s, sentence: t } = words;
    if (JSON.stringify([e, f, s, t]) === arrived) setUnsent({});
  }, [energy, flow, satisfaction, sentence]);
  const change = (changes: Partial<CheckInWords>) => {
    setUnsent({ ...unsent, ...changes });
    const { energy: e, flow: f, satisfaction: s, sentence: t } = { ...words, ...changes };
    send({ energy: e, flow: f, satisfaction: s, sentence: t });
  };
  return [words, change];
}
