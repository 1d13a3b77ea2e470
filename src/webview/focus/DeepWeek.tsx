import type { NumberView } from '../../core/messages/numbers.ts';
import { usePage } from '../pageContext.ts';
import type { DisclosureParts } from '../parts/useDisclosure.ts';

interface DeepWeekProps {
  readonly week: NumberView;
  /** Opens how it was computed. */
  readonly button: DisclosureParts['button'];
}

/** "deep this week 6 h 40 of 12 h", at the end of the section's header. Where the section is closed it opens nothing. */
export function DeepWeek({ week: { label, value, beside }, button }: DeepWeekProps) {
  const { toggled } = usePage();
  if (toggled.has('section:focus')) return <>{[label, value, beside].filter(Boolean).join(' ')}</>;
  return (
    <button {...button} class="deep-week" title="How this was computed">
      <span class="deep-week-label">{label} </span>
      <span class="link">{value}</span> {beside}
    </button>
  );
}
