import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { useSettled } from '../parts/useSettled.ts';

interface FilterFieldProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly filter: string;
  /** So many items match it, of so many. */
  readonly found: number;
  readonly all: number;
  readonly onFilter: (filter: string) => void;
  readonly onClose: () => void;
  readonly onDown: () => void;
}

export function FilterField({ field, filter, found, all, onFilter, onClose, onDown }: FilterFieldProps) {
  const count = filter === '' ? '' : `${found} of ${all}`;
  // Before the next key comes.
  useLayoutEffect(() => {
    field.current?.focus();
  }, []);
  return (
    <div class="filter">
      <input
        ref={field}
        class="text-field"
        type="text"
        spellcheck={false}
        autocomplete="off"
        placeholder="Filter: words, #label, key"
        aria-label="Filter the queue"
        value={filter}
        onInput={({ currentTarget }) => {
          onFilter(currentTarget.value);
        }}
        onKeyDown={event => {
          if (event.isComposing) return;
          if (event.key === 'Escape') onClose();
          else if (event.key === 'ArrowDown' || event.key === 'Enter') onDown();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <span class="filter-count" aria-hidden="true">
        {count}
      </span>
      <span class="visually-hidden" role="status">
        {useSettled(count, 500)}
      </span>
    </div>
  );
}
