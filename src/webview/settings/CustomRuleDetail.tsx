import { useEffect, useState } from 'preact/hooks';
import type { Draft, TuningView } from '../../core/messages/tuning.ts';
import { UserText } from '../parts/UserText.tsx';
import { useDomId } from '../parts/useDomId.ts';
import { usePage } from '../pageContext.ts';
import { EditActions } from './EditActions.tsx';
import { draftPlace, NEW_RULE, OPEN_RULE } from './places.ts';
import { Trial } from './Trial.tsx';
import { useChecked } from './useChecked.ts';
import { useTuning } from './tuningContext.ts';
import { Push } from './Push.tsx';

interface CustomRuleDetailProps {
  /** Its place in the setting; null: a new one. */
  readonly index: number | null;
  readonly tuning: TuningView;
}

/** One of the user's own rules, as JSON; it is checked as one types. */
export function CustomRuleDetail({ index, tuning }: CustomRuleDetailProps) {
  const { chosen, choose } = usePage();
  const { post } = useTuning();
  const id = useDomId();
  const place = draftPlace(index === null ? NEW_RULE : `custom:${index}`);
  const kept = index === null ? '' : (tuning.custom[index]?.text ?? '');
  const text = chosen.get(place) || kept;
  const written = useChecked(text, index);
  const isEdited = text !== kept;
  const [awaited, setAwaited] = useState<number | null>(null);
  const [isLeaving, setIsLeaving] = useState(false);
  const count = tuning.custom.length;
  useEffect(() => {
    if (awaited === null || count <= awaited) return;
    // The new rule stands in the settings: from now on it is one of them.
    choose(place, '');
    choose(OPEN_RULE, `custom:${awaited}`);
  }, [awaited, count]);
  const isKept = index !== null && !isEdited && Boolean(chosen.get(place));
  useEffect(() => {
    if (isKept) choose(place, '');
  }, [isKept]);
  const draft: Draft = { kind: 'custom', index, rule: written.value };
  const isRight = written.id !== null;
  const isWrong = written.faults !== null && !isRight;
  return (
    <>
      <label class="visually-hidden" for={id}>
        The rule as JSON
      </label>
      <textarea
        id={id}
        class={isWrong ? 'text-field rule-text field-wrong' : 'text-field rule-text'}
        rows={Math.min(Math.max(text.split('\n').length, 8), 24)}
        spellcheck={false}
        aria-invalid={isWrong}
        aria-describedby={`${id}-faults`}
        value={text}
        onInput={({ currentTarget }) => {
          choose(place, currentTarget.value);
        }}
      />
      <div id={`${id}-faults`} role="status">
        {isRight && <p class="dim">The rule is understood.</p>}
        {isWrong && <Faults faults={written.faults} />}
      </div>
      <EditActions
        isEdited={isEdited}
        canKeep={isRight}
        onKeep={() => {
          post({ type: 'keepDraft', draft });
          if (index === null) setAwaited(count);
        }}
        onDiscard={() => {
          choose(place, '');
          if (index === null) choose(OPEN_RULE, '');
        }}
      >
        {index !== null && (
          <Push
            isSecondary
            onClick={() => {
              setIsLeaving(true);
              if (!isLeaving) return;
              post({ type: 'removeRule', index });
              choose(place, '');
              choose(OPEN_RULE, '');
            }}
          >
            {isLeaving ? 'Remove it for good' : 'Remove'}
          </Push>
        )}
      </EditActions>
      <Trial rule={written.id ?? ''} draft={isEdited ? draft : null} isReady={isRight} tuning={tuning} />
    </>
  );
}

function Faults({ faults }: { faults: readonly string[] }) {
  return (
    <ul class="rule-faults">
      {faults.map(fault => (
        <li key={fault}>
          <UserText>{fault}</UserText>
        </li>
      ))}
    </ul>
  );
}
