import type { OptionView } from '../../core/messages/tuning.ts';
import { boundText, optionFault } from '../../core/tuning/faults.ts';
import { useDomId } from '../parts/useDomId.ts';
import { scaleOf } from './optionScale.ts';

interface OptionFieldProps {
  readonly option: OptionView;
  /** As it is written. */
  readonly value: number | string;
  readonly onChange: (value: number | string) => void;
}

/** A number of a rule: a slider between its bounds, and a field to write it in. */
export function OptionField({ option, value, onChange }: OptionFieldProps) {
  const id = useDomId();
  const { description, default: fallback, minimum, maximum } = option;
  const scale = scaleOf(option);
  const fault = optionFault(option, value);
  return (
    <div class="option">
      <label class="option-name" for={id}>
        {description}
      </label>
      <div class="option-line">
        <input
          type="range"
          class="slider"
          aria-label={`${description} Slider`}
          aria-valuetext={String(value)}
          min={0}
          max={scale.last}
          value={scale.placeOf(value)}
          onInput={({ currentTarget }) => {
            onChange(scale.valueAt(currentTarget.valueAsNumber));
          }}
        />
        <input
          id={id}
          class={fault ? 'text-field field-short field-wrong' : 'text-field field-short'}
          value={String(value)}
          aria-invalid={fault !== null}
          aria-describedby={`${id}-about`}
          onInput={({ currentTarget }) => {
            onChange(scale.read(currentTarget.value));
          }}
        />
        <span id={`${id}-about`} class={fault ? 'fault' : 'dim small'} role={fault ? 'alert' : undefined}>
          {fault ?? `${boundText(minimum)} to ${boundText(maximum)}; default ${boundText(fallback)}`}
        </span>
      </div>
    </div>
  );
}
