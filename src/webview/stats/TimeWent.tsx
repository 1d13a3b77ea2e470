import { ShareChoice } from '../numbers/ShareChoice.tsx';
import { ShareList } from '../numbers/ShareList.tsx';
import { useShares, type Shares } from '../numbers/useShares.ts';
import { StatSection } from './StatSection.tsx';

/** Active time divided, in one of several ways. */
export function TimeWent({ shares }: { shares: Shares }) {
  const chosen = useShares(shares);
  if (!chosen) return null;
  return (
    <StatSection title="Where the time went" choice={<ShareChoice shares={chosen} />}>
      <ShareList kind={chosen.kind} shares={chosen.list} />
    </StatSection>
  );
}
