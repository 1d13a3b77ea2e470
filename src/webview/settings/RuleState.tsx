import type { TuningView } from '../../core/messages/tuning.ts';
import { Link } from '../parts/Link.tsx';
import { UserText } from '../parts/UserText.tsx';
import { usePage } from '../pageContext.ts';
import { useTuning } from './tuningContext.ts';
import { Push } from './Push.tsx';

/** What stands in the way of trying rules, with the way out, and what in the settings belongs to no rule. */
export function RuleState({ tuning: { recording, problems } }: { tuning: TuningView }) {
  const { post } = useTuning();
  const { openSetting } = usePage();
  return (
    <>
      {recording.kind === 'notStarted' && (
        <div class="recording-note">
          <p>Nothing is recorded yet. Once there is a record, rules can be tried on it here.</p>
          <Push
            onClick={() => {
              post({ type: 'start' });
            }}
          >
            Start
          </Push>
        </div>
      )}
      {recording.kind === 'unavailable' && (
        <p class="recording-note">
          {recording.reason} {recording.remedy}
        </p>
      )}
      {problems.length > 0 && (
        <div class="rule-faults recording-note">
          <ul>
            {problems.map(problem => (
              <li key={problem}>
                andon.rules: <UserText>{problem}</UserText>
              </li>
            ))}
          </ul>
          <Link
            onClick={() => {
              openSetting('rules');
            }}
          >
            Change andon.rules
          </Link>
        </div>
      )}
    </>
  );
}
