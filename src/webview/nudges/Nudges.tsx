import type { FallView, NudgeEntryView, NudgesView } from '../../core/messages/nudges.ts';
import { countOf } from '../../core/text/count.ts';
import { Link } from '../parts/Link.tsx';
import { Section } from '../parts/Section.tsx';
import { UserText } from '../parts/UserText.tsx';
import { usePanel } from '../panelContext.ts';
import { Nudge } from './Nudge.tsx';

/** What is suggested, each with its evidence and three ways out, and what is to be said of rules that were raised. */
export function Nudges({ view: { entries, falls } }: { view: NudgesView }) {
  const count = entries.reduce((sum, { nudges }) => sum + nudges.length, 0);
  return (
    <Section id="nudges" title="Suggestions" aside={count > 1 ? count : undefined}>
      <div class="section-body nudges">
        {entries.map(entry => (
          <Entry key={entry.delivery} entry={entry} />
        ))}
        {falls.map(fall => (
          <Fall key={fall.rule} fall={fall} />
        ))}
      </div>
    </Section>
  );
}

function Entry({ entry: { isDigest, nudges } }: { entry: NudgeEntryView }) {
  return (
    <div class="nudge-entry">
      {isDigest && (
        <h3 class="small dim">{countOf(nudges.length, 'suggestion')} held back while you were in focus</h3>
      )}
      <ul>
        {nudges.map(nudge => (
          <Nudge key={nudge.id} nudge={nudge} />
        ))}
      </ul>
    </div>
  );
}

/** Deep time fell after a rule was raised in level. */
function Fall({ fall: { rule, what, text } }: { fall: FallView }) {
  const { post } = usePanel();
  return (
    <div class="nudge-entry nudge-fall">
      <p>
        <UserText>{what}</UserText>
      </p>
      <p class="small dim">{text}</p>
      <Link
        onClick={() => {
          post({ type: 'tuneRule', rule });
        }}
      >
        Tune this rule
      </Link>
    </div>
  );
}
