import * as vscode from 'vscode';
import { offerText, OUTCOME_NAMES, seriesText } from '../../core/focus/view.ts';
import { OUTCOMES, type Outcome, type Session } from '../../core/focus/session.ts';
import { clockText } from '../../core/text/clock.ts';
import { formatDuration } from '../../core/text/duration.ts';
import { inMessage } from '../../core/text/inMessage.ts';
import type { FocusKeeper } from '../../runtime/focusKeeper.ts';

/** An end that is older than this is told with its time. */
const JUST_NOW_MS = 5 * 60_000;

/** What a session was that has ended by itself: "25 min are over", "Round 2 of 4 was over at 17:42". */
export function reviewText(session: Session, zone: string): string {
  const { endedAt } = session;
  const { what, isOne } = nameOf(session);
  if (endedAt === null || Date.now() - endedAt < JUST_NOW_MS) return `${what} ${isOne ? 'is' : 'are'} over`;
  return `${what} ${isOne ? 'was' : 'were'} over at ${clockText(zone).time(endedAt)}`;
}

function nameOf(session: Session): { what: string; isOne: boolean } {
  if (session.kind === 'break') return { what: 'The break', isOne: true };
  const series = seriesText(session);
  if (series !== '') return { what: series.charAt(0).toUpperCase() + series.slice(1), isOne: true };
  const length = formatDuration(session.plannedMs ?? 0);
  return { what: length, isOne: length === '1 min' };
}

interface EndPorts {
  readonly focus: FocusKeeper;
  readonly zone: () => string;
}

/** What a click on a message brings about: an outcome of the session, or what is offered after it. */
interface Choice extends vscode.MessageItem {
  readonly outcome: Outcome | null;
}

/** Says quietly that a session is over, and asks how it went. Nothing waits for the answer: the panel asks too. */
export async function tellSessionEnd(session: Session, { focus, zone }: EndPorts): Promise<void> {
  const { id, kind, intention } = session;
  const isBreak = kind === 'break';
  const what = intention === '' || isBreak ? '' : `: ${inMessage(intention)}`;
  const question = isBreak ? '' : ' How did it go?';
  const { offer } = focus;
  const outcomes = isBreak
    ? []
    : OUTCOMES.map((outcome): Choice => ({ title: OUTCOME_NAMES[outcome], outcome }));
  const choices = offer ? [{ title: offerText(offer), outcome: null }, ...outcomes] : outcomes;
  const answer = await vscode.window.showInformationMessage(
    `${reviewText(session, zone())}${what}.${question}`,
    ...choices,
  );
  if (answer?.outcome) await focus.review(id, { outcome: answer.outcome });
  else if (answer) await focus.takeOffer();
}

/** Says what there is to say after a session that the user has ended, and offers what comes next. */
export async function tellOffer(focus: FocusKeeper, text: string): Promise<void> {
  const { offer } = focus;
  if (!offer) return;
  const answer = await vscode.window.showInformationMessage(text, offerText(offer));
  if (answer) await focus.takeOffer();
}
