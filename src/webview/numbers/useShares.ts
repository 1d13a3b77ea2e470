import type { ShareView } from '../../core/messages/numbers.ts';
import { usePage } from '../pageContext.ts';
import type { ShareKind } from './ShareList.tsx';

/** The same time, divided in several ways. */
export interface Shares {
  readonly byItem: readonly ShareView[];
  readonly byProject: readonly ShareView[];
  readonly byBranch: readonly ShareView[];
  readonly byLanguage: readonly ShareView[];
  readonly byActivity: readonly ShareView[];
}

export interface ShareOption {
  readonly value: ShareKind;
  readonly label: string;
  readonly of: keyof Shares;
}

const OPTIONS: readonly ShareOption[] = [
  { value: 'item', label: 'Item', of: 'byItem' },
  { value: 'project', label: 'Project', of: 'byProject' },
  { value: 'branch', label: 'Branch', of: 'byBranch' },
  { value: 'language', label: 'Language', of: 'byLanguage' },
  { value: 'activity', label: 'Activity', of: 'byActivity' },
];

export interface ChosenShares {
  /** The ways that say something. */
  readonly options: readonly ShareOption[];
  readonly kind: ShareKind;
  readonly list: readonly ShareView[];
  readonly choose: (kind: ShareKind) => void;
}

/** The way that the user has chosen to divide time, on the whole page; null where there is nothing to divide. */
export function useShares(shares: Shares): ChosenShares | null {
  const { chosen, choose } = usePage();
  const options = OPTIONS.filter(({ of }) => shares[of].some(({ kind }) => kind === 'name'));
  const option = options.find(({ value }) => value === chosen.get('shares')) ?? options[0];
  return option
    ? {
        options,
        kind: option.value,
        list: shares[option.of],
        choose: kind => {
          choose('shares', kind);
        },
      }
    : null;
}
