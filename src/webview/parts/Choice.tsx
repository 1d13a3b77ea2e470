import { useRef } from 'preact/hooks';
import { destinationOf } from './moveByArrows.ts';

interface ChoiceProps<Value extends string> {
  /** What is chosen here, for readers of the screen. */
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  /** null: nothing yet. */
  readonly chosen: Value | null;
  readonly onChoose: (value: Value) => void;
  /** Words with a line below the chosen one rather than buttons. */
  readonly isQuiet?: boolean;
}

/** One of a few, side by side. Arrow keys choose, as in any group of radio buttons. */
export function Choice<Value extends string>({
  label,
  options,
  chosen,
  onChoose,
  isQuiet = false,
}: ChoiceProps<Value>) {
  const group = useRef<HTMLDivElement>(null);
  // What the keyboard comes to first.
  const first = chosen ?? options[0]?.value;
  const move = (event: KeyboardEvent) => {
    const from = options.findIndex(({ value }) => value === first);
    const last = options.length - 1;
    const to = destinationOf(event.key, from, last, 'row') ?? destinationOf(event.key, from, last, 'list');
    const option = to === null ? undefined : options[to];
    if (to === null || !option) return;
    event.preventDefault();
    group.current?.querySelectorAll('button')[to]?.focus();
    if (option.value !== chosen) onChoose(option.value);
  };
  return (
    <div
      ref={group}
      class={isQuiet ? 'choice choice-quiet' : 'choice'}
      role="radiogroup"
      aria-label={label}
      onKeyDown={move}
    >
      {options.map(option => (
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === chosen}
          tabindex={option.value === first ? 0 : -1}
          onClick={() => {
            if (option.value !== chosen) onChoose(option.value);
          }}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
