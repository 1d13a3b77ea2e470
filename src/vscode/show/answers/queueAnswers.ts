import type { QueueRequest } from '../../../core/messages/queue.ts';
import * as actions from '../../../runtime/queueActions.ts';
import type { UserSettings } from '../../settings.ts';
import { showItemMenu, snoozeItem } from '../../queue/itemMenu.ts';
import type { QueueDesk } from '../../queue/queueDesk.ts';
import type { Answers } from './answers.ts';

export function queueAnswers(desk: QueueDesk, settings: UserSettings): Answers<QueueRequest> {
  const { queue } = desk.ports;
  return {
    addItem: async ({ text }) => {
      await desk.addLine(text);
    },
    startItem: ({ id }) => desk.start(id),
    stopItem: ({ id }) => {
      queue.stopClock(id);
    },
    moveItem: ({ id, state }) => desk.moveInSight(id, state),
    rewriteItem: ({ id, text }) => desk.rewrite(id, text),
    placeItem: async ({ id, at, anchor }) => {
      if (desk.find(id))
        await actions.place(queue, id, at === 'before' ? { before: anchor } : { after: anchor });
    },
    snoozeItem: ({ id }) => snoozeItem(desk, id),
    unsnoozeItem: async ({ id }) => {
      if (desk.find(id)) await actions.snooze(queue, id, null);
    },
    itemMenu: ({ id }) => showItemMenu(desk, id),
    batchItems: ({ ids }) => desk.batch(ids),
    sortQueue: ({ by }) => settings.sortQueue(by),
    undoQueue: () => desk.undo(),
    redoQueue: () => desk.redo(),
  };
}
