import { ACTIVITIES } from '../../core/activity/span.ts';
import type { ShareView } from '../../core/messages/numbers.ts';
import { withoutControls } from '../../core/text/isolate.ts';
import { moveByArrows } from '../parts/moveByArrows.ts';
import { UserText } from '../parts/UserText.tsx';
import { Fact } from './Fact.tsx';

export type ShareKind = 'item' | 'project' | 'branch' | 'language' | 'activity';

interface ShareListProps {
  /** What the time is divided by. */
  readonly kind: ShareKind;
  readonly shares: readonly ShareView[];
}

/** Active time divided, as rows with thin bars. */
export function ShareList({ kind, shares }: ShareListProps) {
  const longest = Math.max(...shares.map(share => share.ms));
  return (
    <ul class="share-list" onKeyDown={moveByArrows}>
      {shares.map(share => (
        <Fact
          key={`${share.kind}:${share.name}`}
          toggleId={`${kind}:${share.kind}:${share.name}`}
          label={
            <span title={withoutControls(share.name)}>
              <UserText isDim={share.kind !== 'name'}>{share.name}</UserText>
            </span>
          }
          value={share.value}
          explanation={share.explanation}
        >
          <svg class="bar" height="3" aria-hidden="true">
            <rect class="bar-track" width="100%" height="3" />
            <rect class={barClass(kind, share)} width={`${(100 * share.ms) / longest}%`} height="3" />
          </svg>
        </Fact>
      ))}
    </ul>
  );
}

/** Bars of activities have the colour that the timeline gives them; a pattern would not be told apart in so thin a bar. */
function barClass(kind: ShareKind, { name }: ShareView): string {
  const activity = kind === 'activity' && ACTIVITIES.find(known => known === name);
  return activity ? `colour-${activity}` : 'bar-value';
}
