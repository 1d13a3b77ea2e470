import type { ShareView } from '../../core/messages/numbers.ts';
import { ShareList, type ShareKind } from '../numbers/ShareList.tsx';
import { Choice } from '../parts/Choice.tsx';
import { usePage } from '../pageContext.ts';
import { StatSection } from './StatSection.tsx';

interface Shares {
  readonly byItem?: readonly ShareView[];
  readonly byProject: readonly ShareView[];
  readonly byBranch?: readonly ShareView[];
  readonly byLanguage: readonly ShareView[];
  readonly byActivity: readonly ShareView[];
}

const LISTS: readonly { readonly value: ShareKind; readonly label: string; readonly of: keyof Shares }[] = [
  { value: 'item', label: 'Item', of: 'byItem' },
  { value: 'project', label: 'Project', of: 'byProject' },
  { value: 'branch', label: 'Branch', of: 'byBranch' },
  { value: 'language', label: 'Language', of: 'byLanguage' },
  { value: 'activity', label: 'Activity', of: 'byActivity' },
];

/** Active time divided, in one of several ways. */
export function TimeWent({ shares }: { shares: Shares }) {
  const { chosen, choose } = usePage();
  const lists = LISTS.filter(({ of }) => shares[of]?.some(({ kind }) => kind === 'name'));
  const list = lists.find(({ value }) => value === chosen.get('shares')) ?? lists[0];
  if (!list) return null;
  return (
    <StatSection
      title="Where the time went"
      choice={
        <Choice
          label="Where the time went, by"
          isQuiet
          options={lists}
          chosen={list.value}
          onChoose={value => {
            choose('shares', value);
          }}
        />
      }
    >
      <ShareList kind={list.value} shares={shares[list.of] ?? []} />
    </StatSection>
  );
}
