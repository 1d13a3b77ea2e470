import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { CheckedRule, TrialView, TuningRequest } from '../../core/messages/tuning.ts';

/** What every part of the page that tunes rules and settings may use. */
interface TuningServices {
  /** Asks the host for something. */
  readonly post: (request: TuningRequest) => void;
  /** The last answers; null: none yet. */
  readonly trial: TrialView | null;
  readonly checked: CheckedRule | null;
}

export const TuningContext = createContext<TuningServices | null>(null);

export function useTuning(): TuningServices {
  const services = useContext(TuningContext);
  if (!services) throw new Error('A part of the page stands outside of it');
  return services;
}
