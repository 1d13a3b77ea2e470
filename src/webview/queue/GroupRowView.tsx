import { Chevron } from '../parts/Chevron.tsx';
import type { Command } from './commandOf.ts';
import { GROUP_NAMES } from './itemText.ts';
import type { GroupRow } from './rows.ts';

interface GroupRowViewProps {
  readonly row: GroupRow;
  readonly onCommand: (command: Command) => void;
}

/** The name of a group, and how many are in it where they are not in sight or not sorted yet. */
export function GroupRowView({ row: { group, count, isOpen }, onCommand }: GroupRowViewProps) {
  const isCounted = !isOpen || group === 'inbox' || group === 'snoozed' || group === 'closed';
  return (
    <div
      class="group-line"
      onClick={() => {
        onCommand('main');
      }}
    >
      <Chevron isOpen={isOpen} />
      <span>
        {GROUP_NAMES[group]}
        {isCounted && ` · ${count}`}
      </span>
    </div>
  );
}
