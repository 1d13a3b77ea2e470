import { useEffect, useState } from 'preact/hooks';
import type { SettingForm, SettingView } from '../../core/messages/tuning.ts';
import { settingFault } from '../../core/tuning/faults.ts';

interface WrittenFieldProps {
  readonly setting: SettingView;
  readonly form: Extract<SettingForm, { kind: 'number' | 'text' }>;
  readonly labels: { readonly 'aria-labelledby': string; readonly 'aria-describedby': string };
  readonly write: (value: unknown) => void;
}

/** A number or a text; what is right is written once it is done, with Enter or by leaving the field. */
export function WrittenField({ setting, form, labels, write }: WrittenFieldProps) {
  const { value, default: fallback } = setting;
  const [text, setText] = useState(String(value));
  useEffect(() => {
    setText(String(value));
  }, [value]);
  const written = form.kind === 'number' ? numberOf(text) : text.trim();
  const fault = settingFault(form, written);
  const take = () => {
    if (fault === null && written !== value) write(written);
  };
  const about = `${labels['aria-describedby']}-bounds`;
  const size = form.kind === 'number' ? 'field-short' : 'field-words';
  return (
    <div class="setting-line">
      <input
        {...labels}
        aria-describedby={`${labels['aria-describedby']} ${about}`}
        aria-invalid={fault !== null}
        class={`text-field ${size}${fault ? ' field-wrong' : ''}`}
        value={text}
        onInput={({ currentTarget }) => {
          setText(currentTarget.value);
        }}
        onBlur={take}
        onKeyDown={event => {
          if (event.key === 'Enter') take();
          if (event.key === 'Escape') setText(String(value));
        }}
      />
      <span id={about} class={fault ? 'fault' : 'dim small'} role={fault ? 'alert' : undefined}>
        {fault ?? boundsText(form, fallback)}
      </span>
    </div>
  );
}

function numberOf(text: string): number | string {
  const written = text.trim();
  return written === '' || Number.isNaN(Number(written)) ? written : Number(written);
}

function boundsText(form: WrittenFieldProps['form'], fallback: unknown): string {
  if (form.kind === 'number') return `${form.minimum} to ${form.maximum}; default ${String(fallback)}`;
  return fallback === '' ? 'default empty' : `default ${String(fallback)}`;
}
