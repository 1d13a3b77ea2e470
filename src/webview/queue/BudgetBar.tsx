import type { ItemView } from '../../core/messages/queue.ts';

const WIDTH = 64;
const HEIGHT = 8;
const MINUTE_MS = 60_000;

/** Used time on the way to what the budget comes to by experience: a line, and a band for it. Said in words beside it. */
export function BudgetBar({ usedMs, budgetMinutes, range }: ItemView) {
  if (budgetMinutes === null) return null;
  const used = usedMs / MINUTE_MS;
  // Some room behind the far end, so that an overrun can be seen as one.
  const all = Math.max(used, (range?.highMinutes ?? budgetMinutes) * 1.1, 1);
  const x = (minutes: number) => (WIDTH * minutes) / all;
  return (
    <svg class="budget" width={WIDTH} height={HEIGHT} aria-hidden="true">
      <rect class="bar-track" y="3" width={WIDTH} height="2" />
      {range ? (
        <rect
          class="budget-range"
          x={x(range.lowMinutes)}
          width={Math.max(2, x(range.highMinutes) - x(range.lowMinutes))}
          height={HEIGHT}
        />
      ) : (
        <rect class="budget-plan" x={x(budgetMinutes) - 1} width="1" height={HEIGHT} />
      )}
      <rect class="bar-value" y="3" width={x(used)} height="2" />
    </svg>
  );
}
