import { useEffect, useState } from 'preact/hooks';
import { plainLine } from '../../core/text/plainLine.ts';

interface SentenceProps {
  /** What is kept. */
  readonly sentence: string;
  readonly onSay: (sentence: string) => void;
}

/** A line of one's own. It is kept by Enter, and when the focus leaves it. */
export function Sentence({ sentence, onSay }: SentenceProps) {
  const [text, setText] = useState(sentence);
  // Another window may have changed it.
  useEffect(() => {
    setText(sentence);
  }, [sentence]);
  const say = () => {
    const line = plainLine(text);
    setText(line);
    if (line !== sentence) onSay(line);
  };
  return (
    <input
      class="text-field"
      type="text"
      maxLength={200}
      placeholder="A sentence, if you like"
      aria-label="A sentence about today"
      value={text}
      onInput={({ currentTarget }) => {
        setText(currentTarget.value);
      }}
      onBlur={say}
      onKeyDown={event => {
        // While an input method composes a word, Enter is its own.
        if (event.key === 'Enter' && !event.isComposing) say();
      }}
    />
  );
}
