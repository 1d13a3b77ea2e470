import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { QueueRequest, QueueView } from '../../core/messages/queue.ts';
import { LineField } from './LineField.tsx';

interface QuickAddFieldProps {
  readonly queue: QueueView;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly send: (request: QueueRequest) => void;
  readonly onDown: () => void;
}

/** What was asked to be saved, and which items there were. */
interface Saving {
  readonly text: string;
  readonly title: string;
  readonly before: ReadonlySet<string>;
}

/** Adds an item. What is written goes away only once the queue has it. */
export function QuickAddField({ queue, text, onText, send, onDown }: QuickAddFieldProps) {
  const [saving, setSaving] = useState<Saving | null>(null);
  const now = useRef(text);
  now.current = text;
  useLayoutEffect(() => {
    if (!saving) return;
    const isSaved = queue.items.some(({ id, title }) => title === saving.title && !saving.before.has(id));
    if (!isSaved) return;
    setSaving(null);
    if (now.current === saving.text) onText('');
  }, [queue.items]);
  return (
    <LineField
      label="Add to the queue"
      placeholder="Add: fix login #bug ~2h !high due:fri"
      text={text}
      today={queue.today}
      onText={onText}
      onSave={title => {
        setSaving({ text, title, before: new Set(queue.items.map(({ id }) => id)) });
        send({ type: 'addItem', text });
      }}
      onEscape={() => {
        onText('');
      }}
      onDown={onDown}
    />
  );
}
