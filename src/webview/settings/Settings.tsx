import type { SettingView } from '../../core/messages/tuning.ts';
import { StatSection } from '../stats/StatSection.tsx';
import { matches } from './matches.ts';
import { SettingRow } from './SettingRow.tsx';
import { groupOf, SETTING_GROUPS, settingName } from './settingNames.ts';

interface SettingsProps {
  readonly settings: readonly SettingView[];
  readonly search: string;
}

/** All settings but those of rules, in groups. */
export function Settings({ settings, search }: SettingsProps) {
  const found = settings.filter(({ key, description }) =>
    matches(search, [`andon.${key}`, settingName(key), SETTING_GROUPS[groupOf(key)], description]),
  );
  if (found.length === 0) return <p class="dim empty">No setting matches the search.</p>;
  const groups = Map.groupBy(found, ({ key }) => groupOf(key));
  return (
    <>
      {Object.entries(SETTING_GROUPS).map(([group, title]) => {
        const members = groups.get(group as keyof typeof SETTING_GROUPS);
        return (
          members && (
            <StatSection key={group} title={title}>
              {members.map(setting => (
                <SettingRow key={setting.key} setting={setting} />
              ))}
            </StatSection>
          )
        );
      })}
    </>
  );
}
