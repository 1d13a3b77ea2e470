import { CHECK_IN_LEVELS, type CheckInAspect, type CheckInLevel } from '../../core/checkIn.ts';
import { Choice } from '../parts/Choice.tsx';

interface AspectProps {
  readonly aspect: CheckInAspect;
  /** null: nothing was said of it. */
  readonly level: CheckInLevel | null;
  readonly onSay: (level: CheckInLevel) => void;
}

/** One row: low, fine or high. */
export function Aspect({ aspect, level, onSay }: AspectProps) {
  const name = NAMES[aspect];
  return (
    <div class="aspect">
      <span aria-hidden="true">{name}</span>
      <Choice label={name} options={LEVELS} chosen={level} onChoose={onSay} />
    </div>
  );
}

const NAMES: { readonly [A in CheckInAspect]: string } = {
  energy: 'Energy',
  flow: 'Flow',
  satisfaction: 'Satisfaction',
};

const LEVELS = CHECK_IN_LEVELS.map(value => ({ value, label: value }));
