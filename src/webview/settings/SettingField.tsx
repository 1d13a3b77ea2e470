import type { SettingForm, SettingView } from '../../core/messages/tuning.ts';
import { UserText } from '../parts/UserText.tsx';
import { useTuning } from './tuningContext.ts';
import { WrittenField } from './WrittenField.tsx';

interface SettingFieldProps {
  readonly setting: SettingView;
  /** The ids of what names and describes it. */
  readonly name: string;
  readonly about: string;
}

/** Where a setting is changed. */
export function SettingField({ setting, name, about }: SettingFieldProps) {
  const { post } = useTuning();
  const { key, form, value } = setting;
  const write = (written: unknown) => {
    post({ type: 'writeSetting', key, value: written });
  };
  const labels = { 'aria-labelledby': name, 'aria-describedby': about };
  switch (form.kind) {
    case 'switch':
      return (
        <label class="setting-switch">
          <input
            {...labels}
            type="checkbox"
            checked={value === true}
            onChange={({ currentTarget }) => {
              write(currentTarget.checked);
            }}
          />
          {value === true ? 'On' : 'Off'}
          <span class="dim small">default {setting.default === true ? 'on' : 'off'}</span>
        </label>
      );
    case 'choice':
      return <ChoiceField setting={setting} form={form} labels={labels} write={write} />;
    case 'number':
    case 'text':
      return <WrittenField setting={setting} form={form} labels={labels} write={write} />;
    case 'elsewhere':
      return Array.isArray(value) && value.length > 0 ? <Entries entries={value} /> : null;
  }
}

/** What a list holds that is changed elsewhere. */
function Entries({ entries }: { entries: readonly unknown[] }) {
  return (
    <ul class="setting-entries">
      {entries.map((entry, index) => (
        <li key={index}>
          <code>
            <UserText>{typeof entry === 'string' ? entry : JSON.stringify(entry)}</UserText>
          </code>
        </li>
      ))}
    </ul>
  );
}

interface ChoiceFieldProps {
  readonly setting: SettingView;
  readonly form: Extract<SettingForm, { kind: 'choice' }>;
  readonly labels: object;
  readonly write: (value: unknown) => void;
}

function ChoiceField({ setting, form: { choices }, labels, write }: ChoiceFieldProps) {
  const { value, default: fallback } = setting;
  const chosen = choices.find(choice => choice.value === value);
  return (
    <div class="setting-line">
      <select
        {...labels}
        class="text-field setting-select"
        value={String(value)}
        onChange={({ currentTarget }) => {
          write(currentTarget.value);
        }}
      >
        {choices.map(choice => (
          <option key={choice.value} value={choice.value}>
            {choice.value}
          </option>
        ))}
      </select>
      <span class="dim small">
        {chosen?.description} Default {String(fallback)}.
      </span>
    </div>
  );
}
