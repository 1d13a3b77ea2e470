import { useEffect, useMemo, useState } from 'preact/hooks';
import { jsonFault } from '../../core/tuning/jsonFault.ts';
import { useTuning } from './tuningContext.ts';

/** A rule that is being written is checked once one rests for so long. */
const SETTLE_MS = 150;

/** So that no answer to an earlier page is taken for one to this. */
let turns = Date.now();

export interface Written {
  /** What the text says; undefined: it is no JSON yet. */
  readonly value: unknown;
  /** The rule's id; null: something is wrong, or it is not known yet. */
  readonly id: string | null;
  /** What is wrong, each as a sentence; null: that is not known yet. */
  readonly faults: readonly string[] | null;
}

/** Reads a rule that is being written: its form here, what it means by the host. */
export function useChecked(text: string, index: number | null): Written {
  const { post, checked } = useTuning();
  const [turn, setTurn] = useState<number | null>(null);
  const read = useMemo(() => readJson(text), [text]);
  useEffect(() => {
    setTurn(null);
    if (read.fault !== null) return undefined;
    const timer = setTimeout(() => {
      const next = ++turns;
      setTurn(next);
      post({ type: 'checkRule', turn: next, index, rule: read.value });
    }, SETTLE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [read, index]);
  if (read.fault !== null) return { value: undefined, id: null, faults: [read.fault] };
  if (turn === null || checked?.turn !== turn) return { value: read.value, id: null, faults: null };
  return { value: read.value, id: checked.id, faults: checked.faults };
}

type Read =
  { readonly value: unknown; readonly fault: null } | { readonly value: undefined; readonly fault: string };

function readJson(text: string): Read {
  if (text.trim() === '') return { value: undefined, fault: 'There is nothing yet.' };
  const fault = jsonFault(text);
  if (fault) {
    return { value: undefined, fault: `Line ${fault.line}: expected ${fault.wanted}.` };
  }
  try {
    return { value: JSON.parse(text) as unknown, fault: null };
  } catch {
    return { value: undefined, fault: 'It is not JSON.' };
  }
}
