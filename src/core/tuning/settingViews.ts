import type { SettingForm, SettingView } from '../messages/tuning.ts';
import { SETTING_KEYS, SETTINGS, type SettingDefinition, type SettingKey } from '../settings.ts';

/** What `package.json` says of a setting. */
export interface SettingTexts {
  readonly markdownDescription: string;
  readonly type: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
}

/** What VS Code knows of a setting. */
export interface InspectedSetting {
  /** What the user's own settings say; undefined: nothing. */
  readonly user: unknown;
  /** What those of the workspace or one of its folders say, where they may; undefined: nothing. */
  readonly workspace: unknown;
}

/** The settings that stand on their own: those of rules are told with the rules. */
export function settingViews(
  textsOf: (key: SettingKey) => SettingTexts | undefined,
  inspect: (key: SettingKey) => InspectedSetting,
): SettingView[] {
  const keys = SETTING_KEYS.filter(key => key !== 'rules' && key !== 'customRules');
  return keys.map(key => settingView(key, textsOf(key), inspect(key)));
}

function settingView(
  key: SettingKey,
  texts: SettingTexts | undefined,
  { user, workspace }: InspectedSetting,
): SettingView {
  const definition: SettingDefinition<unknown> = SETTINGS[key];
  return {
    key,
    description: texts?.markdownDescription ?? '',
    form: formOf(definition, texts),
    value: workspace ?? user ?? definition.default,
    default: definition.default,
    isChanged: user !== undefined || workspace !== undefined,
    isOfWorkspace: workspace !== undefined,
  };
}

function formOf(
  { bounds, default: fallback }: SettingDefinition<unknown>,
  texts?: SettingTexts,
): SettingForm {
  if (bounds) {
    const [minimum, maximum] = bounds;
    return { kind: 'number', minimum, maximum, isWhole: texts?.type === 'integer' };
  }
  if (typeof fallback === 'boolean') return { kind: 'switch' };
  if (texts?.enum) {
    const { enumDescriptions = [] } = texts;
    const choices = texts.enum.map((value, i) => ({ value, description: enumDescriptions[i] ?? '' }));
    return { kind: 'choice', choices };
  }
  return typeof fallback === 'string'
    ? { kind: 'text', pattern: texts?.pattern ?? null }
    : { kind: 'elsewhere' };
}
