import { Choice } from '../parts/Choice.tsx';
import type { ChosenShares } from './useShares.ts';

/** Says what time is divided by. */
export function ShareChoice({ shares: { options, kind, choose } }: { shares: ChosenShares }) {
  return <Choice label="Divide the time by" isQuiet options={options} chosen={kind} onChoose={choose} />;
}
