import * as vscode from 'vscode';
import type { QueueView } from '../../core/messages/queue.ts';
import { cleanTitle } from '../../core/queue/title.ts';
import type { RecordKeeper } from '../../runtime/recordKeeper.ts';
import { askForLine } from '../queue/askForLine.ts';
import { showItemMenu } from '../queue/itemMenu.ts';
import { pickItem } from '../queue/pickItem.ts';
import type { QueueDesk } from '../queue/queueDesk.ts';
import type { CommandHandlers } from './commands.ts';

export interface QueuePorts {
  readonly keeper: RecordKeeper;
  readonly desk: QueueDesk;
}

type QueueCommand = Extract<keyof CommandHandlers, `andon.queue.${string}`>;

/** What the commands of the queue do. */
export function queueHandlers({ keeper, desk }: QueuePorts): Pick<CommandHandlers, QueueCommand> {
  const { queue } = desk.ports;
  const withQueue = (run: (view: QueueView) => Promise<void> | void) => async () => {
    if (!(await hasRecord(keeper))) return;
    const view = desk.ports.board.view();
    if (view) await run(view);
  };
  return {
    'andon.queue.add': withQueue(() => addByLine(desk)),
    'andon.queue.addSelection': withQueue(() => addSelection(desk)),
    'andon.queue.menu': withQueue(async view => {
      const picked = await pickItem(view, { title: 'Queue', isOffered: () => true });
      if (picked) await showItemMenu(desk, picked.id);
    }),
    'andon.queue.start': withQueue(async view => {
      const isOffered = ({ id, group }: { id: string; group: string }) =>
        group !== 'closed' && id !== view.activeId;
      const picked = await pickItem(view, { title: 'Start an item', isOffered });
      if (picked) await desk.start(picked.id);
    }),
    'andon.queue.stop': withQueue(() => {
      if (queue.active) queue.stopClock(queue.active.id);
    }),
    'andon.queue.finish': withQueue(async () => {
      if (queue.active) await desk.finish(queue.active.id);
    }),
    'andon.queue.undo': withQueue(() => desk.undo()),
    'andon.queue.redo': withQueue(() => desk.redo()),
    'andon.queue.batch': withQueue(async ({ smallOnes }) => {
      if (smallOnes) return desk.batch(smallOnes.ids);
      void vscode.window.showInformationMessage(
        'There are no two small items to put together: not begun, with a budget of at most 30 min.',
      );
    }),
  };
}

/** The queue is kept in the record; where there is none, says what to do. A pause does not touch it. */
async function hasRecord(keeper: RecordKeeper): Promise<boolean> {
  if (keeper.readable) return true;
  const { state } = keeper;
  if (state?.kind === 'unavailable') {
    void vscode.window.showWarningMessage(`There can be no queue. ${state.reason} ${state.remedy}`);
    return false;
  }
  const start = 'Start recording';
  const answer = await vscode.window.showInformationMessage(
    'The queue is kept in the record, and recording has not been started.',
    start,
  );
  if (answer !== start) return false;
  await keeper.start();
  return keeper.state?.kind === 'recording';
}

async function addByLine(desk: QueueDesk): Promise<void> {
  const line = await askForLine({ title: 'Add to the queue', today: desk.today() });
  if (line !== undefined) await desk.addLine(line);
}

/** The first line with text in it is the title. */
async function addSelection(desk: QueueDesk): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const text = editor?.document.getText(editor.selection) ?? '';
  const title = text
    .split(/\r?\n/)
    .map(cleanTitle)
    .find(line => line !== '');
  if (title !== undefined) await desk.addTitle(title);
  else void vscode.window.showInformationMessage('Select the text that is to be the title first.');
}
