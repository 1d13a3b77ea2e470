import * as vscode from 'vscode';
import type { AwayKind } from '../../core/activity/signal.ts';
import { ANSWER_MEANINGS, ANSWER_NAMES, AWAY_ANSWERS, awayText } from '../../core/idle/awayText.ts';
import type { AwayView } from '../../core/messages/away.ts';
import type { AwayAnswer } from './awayItem.ts';

export interface AnswerItem extends vscode.QuickPickItem {
  readonly answer: AwayAnswer;
}

/** The names of times, the one that it has marked. */
export function nameItems(named: AwayKind | null): (AnswerItem & { readonly answer: AwayKind })[] {
  return AWAY_ANSWERS.map(answer => ({
    label: ANSWER_NAMES[answer],
    description: `${answer === named ? 'as it is now; ' : ''}${ANSWER_MEANINGS[answer]}`,
    answer,
  }));
}

/** Asks what the last pause was; undefined: Escape, and it is asked on. */
export async function pickAnswer(view: AwayView): Promise<AwayAnswer | undefined> {
  const { as, range, like } = view;
  const others: AnswerItem[] =
    as === null
      ? [
          { label: 'Always for pauses like this…', detail: like, answer: 'always' },
          { label: 'Leave it unanswered', answer: 'leave' },
        ]
      : [
          { label: 'Take the name back', answer: 'none' },
          { label: 'Which pauses name themselves', description: 'opens the setting', answer: 'setting' },
          { label: 'Leave it so', answer: 'leave' },
        ];
  const separator = { label: '', kind: vscode.QuickPickItemKind.Separator, answer: 'leave' as const };
  const picked = await vscode.window.showQuickPick<AnswerItem>([...nameItems(as), separator, ...others], {
    title: `${awayText(view)}: ${range}`,
    placeHolder: 'What was it?',
  });
  return picked?.answer;
}

/** Asks what pauses like it are to be named from now on. */
export async function pickAlways({ like }: AwayView): Promise<AwayKind | undefined> {
  const picked = await vscode.window.showQuickPick(nameItems(null), {
    title: 'Always for pauses like this',
    placeHolder: `${like} are…`,
  });
  return picked?.answer;
}
