import type { ShareView } from '../../core/messages/numbers.ts';
import { Section } from '../parts/Section.tsx';
import { ShareList, type ShareKind } from './ShareList.tsx';

interface SharesProps {
  readonly id: ShareKind;
  readonly title: string;
  readonly shares: readonly ShareView[];
}

/** The day's active time divided. */
export function Shares({ id, title, shares }: SharesProps) {
  if (shares.length === 0) return null;
  return (
    <Section id={id} title={title}>
      <ShareList kind={id} shares={shares} />
    </Section>
  );
}
