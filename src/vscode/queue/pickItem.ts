import * as vscode from 'vscode';
import type { ItemView, QueueView } from '../../core/messages/queue.ts';
import { usedText } from '../../core/queue/usedTime.ts';
import { inMessage } from '../../core/text/inMessage.ts';

const GROUP_NAMES: { readonly [G in ItemView['group']]: string } = {
  doing: 'Doing',
  next: 'Next',
  inbox: 'Inbox',
  waiting: 'Waiting',
  snoozed: 'Snoozed',
  closed: 'Done and dropped',
};

interface ItemChoice extends vscode.QuickPickItem {
  readonly view?: ItemView;
}

/** Asks which item, in the order in which the panel lists them; letters filter by title, key, label and project. */
export async function pickItem(
  { items, activeId }: QueueView,
  question: { readonly title: string; readonly isOffered: (view: ItemView) => boolean },
): Promise<ItemView | undefined> {
  const offered = items.filter(question.isOffered);
  if (offered.length === 0) {
    void vscode.window.showInformationMessage('There is no such item in the queue.');
    return undefined;
  }
  const choices: ItemChoice[] = [];
  let group: ItemView['group'] | null = null;
  for (const view of offered) {
    if (view.group !== group) {
      group = view.group;
      choices.push({ label: GROUP_NAMES[group], kind: vscode.QuickPickItemKind.Separator });
    }
    choices.push(choiceOf(view, view.id === activeId));
  }
  const picked = await vscode.window.showQuickPick(choices, {
    title: question.title,
    placeHolder: 'Which item?',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.view;
}

function choiceOf(view: ItemView, isActive: boolean): ItemChoice {
  const { key, title, labels, project, dueText, snoozedText, budgetMinutes, usedMs } = view;
  const isTimed = usedMs > 0 || budgetMinutes !== null;
  const details = [
    ...labels.map(label => `#${label}`),
    project !== null && inMessage(project),
    isTimed && usedText(usedMs, budgetMinutes),
    dueText,
    snoozedText,
  ];
  return {
    label: `${isActive ? '$(play) ' : ''}${inMessage(title)}`,
    description: key,
    detail: details.filter(text => text !== false && text !== '').join(' · '),
    view,
  };
}
