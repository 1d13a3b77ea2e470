import * as vscode from 'vscode';
import { isOpenState, ITEM_STATES, type Item, type ItemState } from '../../core/queue/item.ts';
import { quickAddLine } from '../../core/queue/quickAddLine.ts';
import { inMessage } from '../../core/text/inMessage.ts';
import * as actions from '../../runtime/queueActions.ts';
import { askForLine } from './askForLine.ts';
import { askUntil } from './askUntil.ts';
import type { QueueDesk } from './queueDesk.ts';

interface ActionChoice extends vscode.QuickPickItem {
  readonly run: () => Promise<unknown>;
}

/** Offers all that one can do with an item. */
export async function showItemMenu(desk: QueueDesk, id: string): Promise<void> {
  const item = desk.find(id);
  if (!item) return;
  const picked = await vscode.window.showQuickPick(choicesFor(desk, item), {
    title: `${item.key} ${inMessage(item.title)}`,
    placeHolder: 'What to do with it',
  });
  await picked?.run();
}

function choicesFor(desk: QueueDesk, item: Item): ActionChoice[] {
  const { id, state, snoozedUntil } = item;
  const { queue } = desk.ports;
  const edit = { label: '$(edit) Edit…', run: () => editItem(desk, id) };
  if (!isOpenState(state)) {
    return [{ label: '$(discard) Reopen', description: 'to next', run: () => desk.move(id, 'next') }, edit];
  }
  const isRunning = queue.active?.id === id;
  const choices: (ActionChoice | false)[] = [
    isRunning
      ? {
          label: '$(debug-pause) Stop its clock',
          run: () => desk.stop(id),
        }
      : { label: '$(play) Start', run: () => desk.start(id) },
    { label: '$(check) Done', run: () => desk.finish(id) },
    edit,
    snoozedUntil === null
      ? { label: '$(clock) Snooze…', run: () => snoozeItem(desk, id) }
      : { label: '$(eye) Bring back', run: () => actions.snooze(queue, id, null) },
    ...otherStates(state).map(to => ({
      label: `$(arrow-right) Move to ${to}`,
      run: () => desk.move(id, to),
    })),
    { label: '$(trash) Drop', description: 'can be undone', run: () => desk.move(id, 'dropped') },
  ];
  return choices.filter(choice => choice !== false);
}

function otherStates(state: ItemState): ItemState[] {
  return ITEM_STATES.filter(other => other !== state && other !== 'doing' && isOpenState(other));
}

async function editItem(desk: QueueDesk, id: string): Promise<void> {
  const item = desk.find(id);
  if (!item) return;
  const line = await askForLine({
    title: `Edit ${item.key}`,
    value: quickAddLine(item),
    today: desk.today(),
  });
  if (line !== undefined) await desk.rewrite(id, line);
}

/** Asks until when. */
export async function snoozeItem(desk: QueueDesk, id: string): Promise<void> {
  if (!desk.find(id)) return;
  const until = await askUntil(desk.ports.calendar(), Date.now());
  if (until !== undefined) await actions.snooze(desk.ports.queue, id, until);
}
