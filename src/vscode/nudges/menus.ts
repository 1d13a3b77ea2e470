import * as vscode from 'vscode';
import type { NudgeAnswer } from '../../core/nudges/nudge.ts';
import { SUGGESTION_NAMES } from '../../core/nudges/suggestions.ts';
import type { Suggestion } from '../../core/rules/rule.ts';
import { withoutMarkup } from '../../core/text/inMessage.ts';

interface AnswerChoice extends vscode.QuickPickItem {
  readonly answer: NudgeAnswer | Suggestion | 'tune';
}

const LESS: AnswerChoice = {
  label: '$(arrow-down) Less like this',
  detail: 'From now on it is shown one step lower: message, status bar, panel, and no lower.',
  answer: { kind: 'dismissed', isLess: true },
};

/**
 * What else can be answered to a nudge, besides the first of what it suggests. undefined: nothing. `canBeLess`: there is a step
 * below the level of its rule.
 */
export async function pickNudgeAnswer(
  text: string,
  suggested: readonly Suggestion[],
  canBeLess: boolean,
): Promise<AnswerChoice['answer'] | undefined> {
  const choices: AnswerChoice[] = [
    ...suggested.slice(1).map(suggestion => {
      return { label: `$(arrow-right) ${SUGGESTION_NAMES[suggestion]}`, answer: suggestion };
    }),
    { label: '$(close) Dismiss', answer: { kind: 'dismissed', isLess: false } },
    ...(canBeLess ? [LESS] : []),
    {
      label: '$(circle-slash) Never',
      detail: 'It is not shown again. “Andon: Suggestions…” takes that back.',
      answer: { kind: 'never' },
    },
    { label: '$(settings-gear) Tune this rule', answer: 'tune' },
  ];
  const picked = await vscode.window.showQuickPick(choices, {
    title: withoutMarkup(text),
    placeHolder: 'What to do with it',
  });
  return picked?.answer;
}

/** A rule that is held back by what the user has said. */
export interface HeldBack {
  readonly rule: string;
  /** What it is called. */
  readonly name: string;
  /** "never shown" */
  readonly how: string;
}

export type StandingAnswer =
  | { readonly kind: 'restore'; readonly rule: string }
  | { readonly kind: 'reset' }
  | { readonly kind: 'tune' };

interface StandingChoice extends vscode.QuickPickItem {
  readonly answer: StandingAnswer | null;
}

/** Lists how suggestions stand, and what was learnt of them, if anything is. undefined: nothing is to be done. */
export async function pickStanding(
  held: readonly HeldBack[],
  learnt: readonly { readonly name: string; readonly text: string }[],
): Promise<StandingAnswer | undefined> {
  const restores = held.map(({ rule, name, how }): StandingChoice => {
    return {
      label: `$(discard) Show as before: ${withoutMarkup(name)}`,
      detail: `${how.charAt(0).toUpperCase()}${how.slice(1)}.`,
      answer: { kind: 'restore', rule },
    };
  });
  const known = learnt.map(({ name, text }): StandingChoice => {
    return { label: text, detail: withoutMarkup(name), answer: null };
  });
  const reset: StandingChoice = { label: '$(trash) Forget what was learnt', answer: { kind: 'reset' } };
  const learning = known.length > 0 ? [separator('Learnt'), ...known, reset] : [];
  const tune: StandingChoice = {
    label: '$(settings-gear) Tune rules and settings',
    answer: { kind: 'tune' },
  };
  const picked = await vscode.window.showQuickPick([...restores, ...learning, separator(''), tune], {
    title: 'Suggestions',
    placeHolder: 'What you have said of suggestions, and how to take it back',
  });
  return picked?.answer ?? undefined;
}

function separator(label: string): StandingChoice {
  return { label, kind: vscode.QuickPickItemKind.Separator, answer: null };
}
