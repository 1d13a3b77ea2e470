import type { Draft, TrialState, TuningView } from '../../core/messages/tuning.ts';
import { Link } from '../parts/Link.tsx';
import { StatSection } from '../stats/StatSection.tsx';
import { usePage } from '../pageContext.ts';
import { TrialLegend } from './TrialLegend.tsx';
import { TrialList } from './TrialList.tsx';
import { TrialPicture } from './TrialPicture.tsx';
import { trialSentences } from './trialWords.ts';
import { useTrial } from './useTrial.ts';
import { Push } from './Push.tsx';

interface TrialProps {
  readonly rule: string;
  readonly draft: Draft | null;
  readonly isReady: boolean;
  readonly tuning: TuningView;
}

/** Once chosen, it stays so for every rule. */
const IS_ON = 'trial';

/** What the rule would have said in the last days, as it is set and as under edit. */
export function Trial(props: TrialProps) {
  const { toggled, toggle } = usePage();
  const isOn = toggled.has(IS_ON);
  const { state, result, stop, again } = useTrial({ ...props, isOn });
  if (!isOn) {
    return (
      <div class="actions trial-start">
        <Push
          isSecondary
          onClick={() => {
            toggle(IS_ON);
          }}
        >
          Try on my last 30 days
        </Push>
      </div>
    );
  }
  return (
    <StatSection
      title="On your last 30 days"
      choice={
        <span class="stat-more">
          <Link
            onClick={() => {
              toggle(IS_ON);
            }}
          >
            hide
          </Link>
        </span>
      }
    >
      <div role="status">
        {result && trialSentences(result).map(sentence => <p key={sentence}>{sentence}</p>)}
        <TrialNote state={state} isReady={props.isReady} />
      </div>
      {state?.kind === 'running' && <Progress done={state.done} onStop={stop} />}
      {(state?.kind === 'stopped' || state?.kind === 'failed') && <Link onClick={again}>Try again</Link>}
      {result && result.rows.length > 0 && (
        <>
          <TrialLegend result={result} />
          <TrialPicture result={result} />
          <TrialList result={result} />
        </>
      )}
    </StatSection>
  );
}

function TrialNote({ state, isReady }: { state: TrialState | null; isReady: boolean }) {
  const note = isReady ? state && NOTES[state.kind] : 'It is tried once what is written is right.';
  return note ? <p class="dim">{note}</p> : null;
}

const NOTES: { readonly [K in TrialState['kind']]: string | null } = {
  running: null,
  done: null,
  stopped: 'Stopped.',
  noRecord: 'There is no record to look at yet. It begins with your first work after Start.',
  failed: 'The record could not be looked at; the log says why.',
};

function Progress({ done, onStop }: { done: number; onStop: () => void }) {
  return (
    <p class="trial-progress dim">
      <progress value={done} aria-label="Looking at the record" /> <Link onClick={onStop}>Cancel</Link>
    </p>
  );
}
