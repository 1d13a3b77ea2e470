import type { NumberView } from '../../core/messages/numbers.ts';
import { Fact } from './Fact.tsx';
import { moveByArrows } from '../parts/moveByArrows.ts';

/** The day's numbers, each with what it is seen beside, and how it was computed behind it. */
export function Facts({ numbers }: { numbers: readonly NumberView[] }) {
  return (
    <ul class="facts" onKeyDown={moveByArrows}>
      {numbers.map(number => (
        <Fact
          key={number.id}
          toggleId={`number:${number.id}`}
          label={number.label}
          value={number.value}
          explanation={number.explanation}
        >
          <span class="fact-beside">{number.beside}</span>
        </Fact>
      ))}
    </ul>
  );
}
