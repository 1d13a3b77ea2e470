import type { TuningView } from '../../core/messages/tuning.ts';
import { LEVEL_NAMES } from '../../core/rules/levelNames.ts';
import { ownId } from '../../core/tuning/ownId.ts';
import { StatSection } from '../stats/StatSection.tsx';
import { usePage } from '../pageContext.ts';
import { CustomRuleDetail } from './CustomRuleDetail.tsx';
import { matches } from './matches.ts';
import { RuleDetail } from './RuleDetail.tsx';
import { RuleRow } from './RuleRow.tsx';
import { RuleState } from './RuleState.tsx';
import { draftPlace, NEW_RULE, OPEN_RULE, TEMPLATE } from './places.ts';
import { Push } from './Push.tsx';

interface RulesProps {
  readonly tuning: TuningView;
  readonly search: string;
}

/** Each rule as a line that opens; one at a time. */
export function Rules({ tuning, search }: RulesProps) {
  const { chosen, choose } = usePage();
  const open = chosen.get(OPEN_RULE) ?? '';
  const ids = new Set([...tuning.rules, ...tuning.custom].flatMap(({ id }) => id ?? []));
  const rules = tuning.rules.filter(({ id, description, reason, options }) =>
    matches(search, [id, description, reason, ...options.map(option => option.description)]),
  );
  const custom = tuning.custom.filter(({ text }) => matches(search, [text]));
  const toggle = (place: string) => {
    choose(OPEN_RULE, open === place ? '' : place);
  };
  const write = (text: string) => {
    choose(draftPlace(NEW_RULE), text);
    choose(OPEN_RULE, NEW_RULE);
  };
  const isNewOpen = open === NEW_RULE;
  const isEdited = (place: string) => Boolean(chosen.get(draftPlace(place)));
  return (
    <>
      <RuleState tuning={tuning} />
      <StatSection title="Rules that Andon comes with" aside={`${rules.length} of ${tuning.rules.length}`}>
        {rules.length === 0 && <p class="dim">No rule matches the search.</p>}
        <ul class="rules">
          {rules.map(rule => (
            <RuleRow
              key={rule.id}
              title={rule.description}
              id={rule.id}
              level={LEVEL_NAMES[rule.level]}
              isChanged={rule.isChanged}
              isEdited={isEdited(rule.id)}
              hasProblem={rule.problems.length > 0}
              missingDays={rule.missingDays}
              isOpen={open === rule.id}
              onToggle={() => {
                toggle(rule.id);
              }}
            >
              <RuleDetail
                key={rule.id}
                rule={rule}
                tuning={tuning}
                onCopy={() => {
                  const copy: unknown = { ...(JSON.parse(rule.text) as object), id: ownId(rule.id, ids) };
                  write(JSON.stringify(copy, null, 2));
                }}
              />
            </RuleRow>
          ))}
        </ul>
      </StatSection>
      <StatSection title="Your own rules" aside={tuning.custom.length === 0 ? 'none yet' : undefined}>
        <ul class="rules">
          {custom.map(({ index, id, description, level, problems, missingDays }) => (
            <RuleRow
              key={index}
              title={description ?? id ?? `Rule ${index + 1}`}
              id={description === null ? '' : (id ?? '')}
              level={problems.length > 0 ? 'off, not understood' : LEVEL_NAMES[level]}
              isChanged={false}
              isEdited={isEdited(`custom:${index}`)}
              hasProblem={false}
              missingDays={missingDays}
              isOpen={open === `custom:${index}`}
              onToggle={() => {
                toggle(`custom:${index}`);
              }}
            >
              <CustomRuleDetail index={index} tuning={tuning} />
            </RuleRow>
          ))}
          {isNewOpen && (
            <RuleRow
              title="New rule"
              id=""
              level="not kept yet"
              isChanged={false}
              isEdited={false}
              hasProblem={false}
              missingDays={0}
              isOpen
              onToggle={() => {
                toggle(NEW_RULE);
              }}
            >
              <CustomRuleDetail index={null} tuning={tuning} />
            </RuleRow>
          )}
        </ul>
        {!isNewOpen && (
          <div class="actions rules-more">
            <Push
              isSecondary
              onClick={() => {
                write(chosen.get(draftPlace(NEW_RULE)) || TEMPLATE);
              }}
            >
              Write a rule
            </Push>
          </div>
        )}
      </StatSection>
    </>
  );
}
