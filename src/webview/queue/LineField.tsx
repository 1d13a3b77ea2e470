import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { QuickAddProblem } from '../../core/queue/quickAdd.ts';
import { quickAdd } from '../../core/queue/quickAdd.ts';
import { LinePreview } from './LinePreview.tsx';
import { useDomId } from '../parts/useDomId.ts';

interface LineFieldProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly text: string;
  /** The local day, an ISO date. */
  readonly today: string;
  /** Takes the focus, with the title selected, as soon as it is there. */
  readonly takesFocus?: boolean;
  readonly onText: (text: string) => void;
  /** Enter, where there is something to save. */
  readonly onSave: (title: string) => void;
  readonly onEscape: () => void;
  /** The arrow key down, to whatever stands below. */
  readonly onDown?: () => void;
}

/** A line of quick add, and below it what was understood of it. */
export function LineField({ label, placeholder, text, today, takesFocus = false, ...on }: LineFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const previewId = useDomId();
  // What was not wholly understood is saved by a second Enter: the first may have come before the preview was read.
  const [asked, setAsked] = useState('');
  const understood = text.trim() === '' ? null : quickAdd(text, today);
  // Before the next key comes.
  useLayoutEffect(() => {
    if (!takesFocus) return;
    field.current?.focus();
    const end = understood?.parts.find(({ kind }) => kind === 'title')?.end ?? text.length;
    field.current?.setSelectionRange(0, end);
  }, [takesFocus]);

  function onKeyDown(event: KeyboardEvent): void {
    // While an input method composes a word, its keys are its own.
    if (event.isComposing) return;
    if (event.key === 'Enter') save();
    else if (event.key === 'Escape') on.onEscape();
    else if (event.key === 'ArrowDown' && on.onDown) on.onDown();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  function save(): void {
    if (!understood || understood.title === '') return;
    if (understood.problems.length > 0 && asked !== text) {
      setAsked(text);
      return;
    }
    // What is typed next takes its place, should it still be there then.
    field.current?.select();
    on.onSave(understood.title);
  }
  function show({ start, end }: QuickAddProblem): void {
    field.current?.focus();
    field.current?.setSelectionRange(start, end);
  }
  return (
    <div class="line-field">
      <input
        ref={field}
        class="text-field"
        type="text"
        spellcheck={false}
        autocomplete="off"
        placeholder={placeholder}
        aria-label={label}
        aria-describedby={understood ? previewId : undefined}
        value={text}
        onInput={({ currentTarget }) => {
          on.onText(currentTarget.value);
        }}
        onKeyDown={onKeyDown}
      />
      <LinePreview
        id={previewId}
        text={text}
        understood={understood}
        isAsked={asked === text}
        onShow={show}
      />
    </div>
  );
}
