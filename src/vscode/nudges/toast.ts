import * as vscode from 'vscode';
import type { Nudge } from '../../core/nudges/nudge.ts';
import { nudgeText } from '../../core/nudges/nudgeView.ts';
import { SUGGESTION_NAMES } from '../../core/nudges/suggestions.ts';
import { evidenceLine } from '../../core/nudges/why.ts';
import type { ReadyRule } from '../../core/rules/readyRule.ts';
import type { Suggestion } from '../../core/rules/rule.ts';
import { countOf } from '../../core/text/count.ts';
import { withoutMarkup } from '../../core/text/inMessage.ts';

/** What the user has said to a message. */
export type ToastAnswer =
  | { readonly kind: 'act'; readonly suggestion: Suggestion }
  | { readonly kind: 'snooze' | 'less' | 'dismiss' | 'look' };

interface Choice extends vscode.MessageItem {
  readonly answer: ToastAnswer;
}

const SNOOZE: Choice = { title: 'Snooze…', answer: { kind: 'snooze' } };
const LESS: Choice = { title: 'Less like this', answer: { kind: 'less' } };
const LOOK: Choice = { title: 'Look at them', answer: { kind: 'look' } };

/**
 * Tells one nudge, or several that are shown as one, in a message. It is shown once this returns; `answered` is called with what the
 * user says to it, if ever: under Do Not Disturb nobody may see it, so nothing is to wait for that.
 */
export function tellNudges(
  nudges: readonly Nudge[],
  rules: readonly ReadyRule[],
  answered: (answer: ToastAnswer) => Promise<void>,
): void {
  const [first, ...others] = nudges;
  if (!first) return;
  const [text, choices] = others.length === 0 ? one(first, rules) : several(nudges, rules);
  void vscode.window.showInformationMessage(text, ...choices).then(choice => {
    if (choice) return answered(choice.answer);
    // Who closes a list has seen it, and said nothing of any of them.
    return others.length === 0 ? answered({ kind: 'dismiss' }) : undefined;
  });
}

function one(nudge: Nudge, rules: readonly ReadyRule[]): [string, Choice[]] {
  const [suggestion] = rules.find(({ rule }) => rule.id === nudge.rule)?.rule.suggest ?? [];
  const act: Choice[] = suggestion
    ? [{ title: SUGGESTION_NAMES[suggestion], answer: { kind: 'act', suggestion } }]
    : [];
  const line = evidenceLine(nudge.evidence);
  const text = `${nudgeText(nudge, rules)} ${line.charAt(0).toUpperCase()}${line.slice(1)}.`;
  return [withoutMarkup(text), [...act, SNOOZE, LESS]];
}

function several(nudges: readonly Nudge[], rules: readonly ReadyRule[]): [string, Choice[]] {
  const held = nudges.some(({ isDigest }) => isDigest) ? ', held back while you were in focus' : '';
  const texts = nudges.map(nudge => withoutMarkup(nudgeText(nudge, rules))).join(' ');
  return [`${countOf(nudges.length, 'suggestion')}${held}: ${texts}`, [LOOK, SNOOZE]];
}
