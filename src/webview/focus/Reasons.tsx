import { REASON_NAMES, REASONS, type Reason } from '../../core/focus/reasons.ts';
import { Disclosure } from '../parts/Disclosure.tsx';

interface ReasonsProps {
  /** "1 switch, 2 losses of focus" */
  readonly interruptions: string;
  readonly chosen: readonly Reason[];
  readonly onChoose: (reasons: readonly Reason[]) => void;
}

/** What interrupted a session, for whoever likes to say it. */
export function Reasons({ interruptions, chosen, onChoose }: ReasonsProps) {
  return (
    <Disclosure id="reasons" label={`${interruptions}. By what?`}>
      <div class="reasons" role="group" aria-label="What interrupted it">
        {REASONS.map(reason => (
          <label class="check" key={reason}>
            <input
              type="checkbox"
              checked={chosen.includes(reason)}
              onChange={({ currentTarget }) => {
                const others = chosen.filter(each => each !== reason);
                onChoose(currentTarget.checked ? [...others, reason] : others);
              }}
            />
            {REASON_NAMES[reason]}
          </label>
        ))}
      </div>
    </Disclosure>
  );
}
