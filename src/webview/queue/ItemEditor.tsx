import type { QueueRequest } from '../../core/messages/queue.ts';
import { LineField } from './LineField.tsx';

/** An item that is being edited: its line of quick add as it was, and as it is now. */
export interface Edit {
  readonly id: string;
  readonly was: string;
  readonly text: string;
}

interface ItemEditorProps {
  readonly edit: Edit;
  readonly label: string;
  /** The local day, an ISO date. */
  readonly today: string;
  readonly onEdit: (edit: Edit) => void;
  readonly onEnd: () => void;
  readonly send: (request: QueueRequest) => void;
}

/** In place of an item: the line that says all of it. Enter saves, Escape leaves it as it was. */
export function ItemEditor({ edit, label, today, onEdit, onEnd, send }: ItemEditorProps) {
  return (
    <div class="item-editor">
      <LineField
        label={label}
        text={edit.text}
        today={today}
        takesFocus
        onText={text => {
          onEdit({ ...edit, text });
        }}
        onSave={() => {
          if (edit.text !== edit.was) send({ type: 'rewriteItem', id: edit.id, text: edit.text });
          onEnd();
        }}
        onEscape={onEnd}
      />
    </div>
  );
}
