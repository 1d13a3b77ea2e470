import { ACTIVITIES } from '../../core/activity/span.ts';
import type { ShareView } from '../../core/messages/numbers.ts';
import { Fact } from './Fact.tsx';
import { moveByArrows } from '../parts/moveByArrows.ts';
import { Section } from '../parts/Section.tsx';

interface SharesProps {
  readonly id: 'project' | 'language' | 'activity';
  readonly title: string;
  readonly shares: readonly ShareView[];
}

/** The day's active time divided, as rows with thin bars. */
export function Shares({ id, title, shares }: SharesProps) {
  if (shares.length === 0) return null;
  const longest = Math.max(...shares.map(share => share.ms));
  return (
    <Section id={id} title={title}>
      <ul class="share-list" onKeyDown={moveByArrows}>
        {shares.map(share => (
          <Fact
            key={`${share.kind}:${share.name}`}
            toggleId={`${id}:${share.kind}:${share.name}`}
            label={
              <bdi class={share.kind === 'name' ? '' : 'dim'} title={share.name}>
                {share.name}
              </bdi>
            }
            value={share.value}
            explanation={share.explanation}
          >
            <svg class="bar" height="3" aria-hidden="true">
              <rect class="bar-track" width="100%" height="3" />
              <rect class={barClass(id, share)} width={`${(100 * share.ms) / longest}%`} height="3" />
            </svg>
          </Fact>
        ))}
      </ul>
    </Section>
  );
}

/** Bars of activities have the colour that the timeline gives them; a pattern would not be told apart in so thin a bar. */
function barClass(id: SharesProps['id'], { name }: ShareView): string {
  const activity = id === 'activity' && ACTIVITIES.find(known => known === name);
  return activity ? `colour-${activity}` : 'bar-value';
}
