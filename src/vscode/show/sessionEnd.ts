import * as vscode from 'vscode';
import { OUTCOME_NAMES } from '../../core/focus/view.ts';
import { OUTCOMES, type Session } from '../../core/focus/session.ts';
import { clockText } from '../../core/text/clock.ts';
import { formatDuration } from '../../core/text/duration.ts';
import { inMessage } from '../../core/text/inMessage.ts';
import type { FocusKeeper } from '../../runtime/focusKeeper.ts';

/** An end that is older than this is told with its time. */
const JUST_NOW_MS = 5 * 60_000;

/** What a session was that has ended by itself: "25 min are over", "25 min were over at 17:42". */
export function reviewText({ plannedMs, endedAt }: Session, zone: string): string {
  const length = formatDuration(plannedMs ?? 0);
  const isOne = length === '1 min';
  if (endedAt === null || Date.now() - endedAt < JUST_NOW_MS) return `${length} ${isOne ? 'is' : 'are'} over`;
  return `${length} ${isOne ? 'was' : 'were'} over at ${clockText(zone).time(endedAt)}`;
}

/** Says quietly that a session is over, and asks how it went. Nothing waits for the answer: the panel asks too. */
export async function tellSessionEnd(
  session: Session,
  { focus, zone }: { readonly focus: FocusKeeper; readonly zone: () => string },
): Promise<void> {
  const { id, intention } = session;
  const what = intention === '' ? '' : `: ${inMessage(intention)}`;
  const choices = OUTCOMES.map(outcome => ({ title: OUTCOME_NAMES[outcome], outcome }));
  const answer = await vscode.window.showInformationMessage(
    `${reviewText(session, zone())}${what}. How did it go?`,
    ...choices,
  );
  if (answer) await focus.end(id, answer.outcome);
}
