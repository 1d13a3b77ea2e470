import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Draft, TrialResult, TrialState, TuningView } from '../../core/messages/tuning.ts';
import { useTuning } from './tuningContext.ts';

/** A slider that moves is followed once it rests for so long. */
const SETTLE_MS = 150;

/** So that no answer to an earlier page is taken for one to this. */
let turns = Date.now();

export interface TrialInput {
  readonly rule: string;
  /** null: the rule is as it is set. */
  readonly draft: Draft | null;
  /** What is under edit is right as far as it goes. */
  readonly isReady: boolean;
  readonly isOn: boolean;
  readonly tuning: TuningView;
}

export interface TrialNow {
  /** null: nothing was asked for. */
  readonly state: TrialState | null;
  /** The last that is known, to be shown until there is a newer one; null: none. */
  readonly result: TrialResult | null;
  readonly stop: () => void;
  readonly again: () => void;
}

/** Has the rule tried on the last days whenever it, or what is under edit, or a setting has changed. */
export function useTrial({ rule, draft, isReady, isOn, tuning }: TrialInput): TrialNow {
  const { post, trial } = useTuning();
  const [turn, setTurn] = useState<number | null>(null);
  const [times, setTimes] = useState(0);
  const last = useRef<TrialResult | null>(null);
  const asked = JSON.stringify(draft);
  const stamp = useMemo(() => {
    const { recording, rules, custom, settings } = tuning;
    return JSON.stringify([recording.kind, rules, custom, settings.map(({ value }) => value)]);
  }, [tuning]);
  useEffect(() => {
    if (!isOn || !isReady) return undefined;
    const timer = setTimeout(() => {
      const next = ++turns;
      setTurn(next);
      post({ type: 'try', turn: next, rule, draft });
    }, SETTLE_MS);
    return () => {
      clearTimeout(timer);
    };
    // `asked` stands for `draft`, which is made anew at every drawing.
  }, [isOn, isReady, rule, asked, stamp, times, post]);
  const state = isOn && trial && trial.turn === turn ? trial.state : null;
  if (state?.kind === 'done') last.current = state;
  return {
    state,
    result: isOn ? last.current : null,
    stop: () => {
      post({ type: 'stopTrial' });
    },
    again: () => {
      setTimes(count => count + 1);
    },
  };
}
