import type { NamedItem } from '../../core/messages/focus.ts';
import { ItemText } from './ItemText.tsx';

interface ForItemProps {
  readonly item: NamedItem;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}

/** Whether a session is to be for the queue item that is in work. */
export function ForItem({ item, isChosen, onChoose }: ForItemProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={isChosen}
        onChange={({ currentTarget }) => {
          onChoose(currentTarget.checked);
        }}
      />
      <span>
        for <ItemText item={item} />
      </span>
    </label>
  );
}
