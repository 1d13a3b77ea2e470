import type { QueueRequest, QueueView } from '../../core/messages/queue.ts';
import { LineField } from './LineField.tsx';
import { Measured } from './Measured.tsx';

/** An item that is being edited: its line of quick add as it was, and as it is now. */
export interface Edit {
  readonly id: string;
  readonly was: string;
  readonly text: string;
}

interface ItemEditorProps {
  readonly edit: Edit;
  readonly queue: QueueView;
  readonly itemKey: string;
  readonly onEdit: (edit: Edit) => void;
  readonly onEnd: () => void;
  readonly send: (request: QueueRequest) => void;
  readonly onHeight: (height: number) => void;
}

/** In place of an item: the line that says all of it. Enter saves, Escape leaves it as it was. */
export function ItemEditor({ edit, queue, itemKey, onEdit, onEnd, send, onHeight }: ItemEditorProps) {
  return (
    <Measured onHeight={onHeight}>
      <div class="item-editor">
        <LineField
          label={`Edit ${itemKey}`}
          text={edit.text}
          today={queue.today}
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
    </Measured>
  );
}
