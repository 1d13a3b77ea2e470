import type { ItemView } from '../../core/messages/queue.ts';

interface ItemMarkProps {
  readonly item: ItemView;
  readonly isRunning: boolean;
}

/** Where an item stands, as a shape before its title. Half filled: its clock runs. */
export function ItemMark({ item: { group, state }, isRunning }: ItemMarkProps) {
  const isAside = group === 'waiting' || group === 'snoozed';
  return (
    <svg class="item-mark" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <circle class={isAside ? 'is-aside' : undefined} cx="6" cy="6" r="5.25" />
      {isRunning && <path class="item-mark-half" d="M6 .75a5.25 5.25 0 0 0 0 10.5z" />}
      {state === 'done' && <path d="M3.4 6.2l1.9 1.9 3.4-3.9" />}
      {state === 'dropped' && <path d="M3.4 6h5.2" />}
    </svg>
  );
}
