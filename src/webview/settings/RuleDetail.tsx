import { useEffect } from 'preact/hooks';
import type { RuleView, TuningView } from '../../core/messages/tuning.ts';
import { LEVEL_NAMES } from '../../core/rules/levelNames.ts';
import { LEVELS } from '../../core/rules/rule.ts';
import { Choice } from '../parts/Choice.tsx';
import { UserText } from '../parts/UserText.tsx';
import { usePage } from '../pageContext.ts';
import { EditActions } from './EditActions.tsx';
import { OptionField } from './OptionField.tsx';
import { draftPlace } from './places.ts';
import { defaultDraft, draftOf, isSame, isSound, readDraft, requestOf, type RuleDraft } from './ruleDraft.ts';
import { Trial } from './Trial.tsx';
import { useTuning } from './tuningContext.ts';
import { Push } from './Push.tsx';

interface RuleDetailProps {
  readonly rule: RuleView;
  readonly tuning: TuningView;
  /** Makes a rule of one's own of it. */
  readonly onCopy: () => void;
}

/** Why there is the rule, how it is set, and what it would have said with other settings. */
export function RuleDetail({ rule, tuning, onCopy }: RuleDetailProps) {
  const { chosen, choose } = usePage();
  const { post } = useTuning();
  const place = draftPlace(rule.id);
  const draft = readDraft(chosen.get(place), rule);
  const isEdited = !isSame(draft, draftOf(rule));
  const isRight = isSound(draft, rule.options);
  const isKept = !isEdited && Boolean(chosen.get(place));
  useEffect(() => {
    // Nothing is under edit any more: what the settings say from now on holds.
    if (isKept) choose(place, '');
  }, [isKept]);
  const edit = (change: Partial<RuleDraft>) => {
    choose(place, JSON.stringify({ ...draft, ...change }));
  };
  const request = requestOf(rule.id, draft);
  return (
    <>
      <RuleGround rule={rule} />
      <div class="rule-options">
        <div class="option">
          <span class="option-name">Level: where it may show at most.</span>
          <Choice
            label="Where it may show at most"
            options={LEVELS.map(value => ({ value, label: LEVEL_NAMES[value] }))}
            chosen={draft.level}
            onChoose={level => {
              edit({ level });
            }}
          />
        </div>
        {rule.options.map(option => (
          <OptionField
            key={option.name}
            option={option}
            value={draft.options[option.name] ?? option.value}
            onChange={value => {
              edit({ options: { ...draft.options, [option.name]: value } });
            }}
          />
        ))}
      </div>
      <EditActions
        isEdited={isEdited}
        canKeep={isRight}
        onKeep={() => {
          post({ type: 'keepDraft', draft: request });
        }}
        onDiscard={() => {
          choose(place, '');
        }}
      >
        {!isSame(draft, defaultDraft(rule)) && (
          <Push
            isSecondary
            onClick={() => {
              edit(defaultDraft(rule));
            }}
          >
            Default
          </Push>
        )}
        <Push isSecondary onClick={onCopy}>
          Copy as a custom rule
        </Push>
      </EditActions>
      <Trial rule={rule.id} draft={isEdited ? request : null} isReady={isRight} tuning={tuning} />
    </>
  );
}

function RuleGround({ rule: { reason, source, limits, problems } }: { rule: RuleView }) {
  return (
    <div class="rule-ground">
      <p>{reason}</p>
      <p class="dim">{source}.</p>
      {limits !== null && <p class="dim">{limits}</p>}
      {problems.length > 0 && (
        <ul class="rule-faults">
          {problems.map(problem => (
            <li key={problem}>
              <UserText>{problem}</UserText>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
