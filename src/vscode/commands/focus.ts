import * as vscode from 'vscode';
import { OUTCOMES, type Session } from '../../core/focus/session.ts';
import { breakText, OUTCOME_NAMES } from '../../core/focus/view.ts';
import { inMessage } from '../../core/text/inMessage.ts';
import type { FocusKeeper } from '../../runtime/focusKeeper.ts';
import type { RecordKeeper } from '../../runtime/recordKeeper.ts';
import type { UserSettings } from '../settings.ts';
import type { FocusItems } from '../show/focusView.ts';
import { reviewText, tellOffer } from '../show/sessionEnd.ts';
import type { CommandHandlers } from './commands.ts';
import { askForReasons, showOffer, showSession } from './focusMenus.ts';
import { pickLength } from './pickLength.ts';

export interface FocusPorts {
  readonly keeper: RecordKeeper;
  readonly focus: FocusKeeper;
  readonly items: FocusItems;
  readonly settings: UserSettings;
  readonly zone: () => string;
}

type FocusCommand = Extract<keyof CommandHandlers, `andon.focus.${string}`>;

/** What the commands of focus sessions do. */
export function focusHandlers(ports: FocusPorts): Pick<CommandHandlers, FocusCommand> {
  const { focus } = ports;
  return {
    'andon.focus.menu': () => showMenu(ports),
    'andon.focus.start': () => (focus.session ? showMenu(ports) : start(ports)),
    'andon.focus.pause': () => focus.pause(),
    'andon.focus.resume': () => focus.resume(),
    'andon.focus.extend': () => focus.extend(),
    'andon.focus.end': () => end(ports),
    'andon.focus.next': async () => {
      await focus.takeOffer();
    },
    'andon.focus.interrupted': () => askForReasons(focus),
  };
}

function showMenu(ports: FocusPorts): Promise<void> {
  const { session, offer } = ports.focus;
  if (session) return showSession(session);
  return offer ? showOffer(ports.focus, offer) : start(ports);
}

async function start({ keeper, focus, items, settings }: FocusPorts): Promise<void> {
  if (!(await hasRecord(keeper))) return;
  const length = await pickLength(settings.current);
  if (!length) return;
  const item = items.current();
  const intention = await vscode.window.showInputBox({
    title: length.title,
    prompt: item
      ? `What for? It may stay empty: the session is for ${inMessage(`${item.key} ${item.title}`)}.`
      : 'What for? It may stay empty.',
    placeHolder: 'What for?',
  });
  if (intention === undefined) return;
  const { kind, minutes } = length;
  if (await focus.start({ kind, minutes, intention, item: item?.id ?? null })) return;
  void vscode.window.showInformationMessage('A focus session is running already. End that one first.');
}

/** A session is kept in the record; where there is none, says what to do. */
async function hasRecord(keeper: RecordKeeper): Promise<boolean> {
  const { state } = keeper;
  if (state?.kind === 'recording') return true;
  if (state?.kind === 'unavailable') {
    void vscode.window.showWarningMessage(`There can be no focus session. ${state.reason} ${state.remedy}`);
    return false;
  }
  const isPaused = state?.kind === 'paused';
  const action = isPaused ? 'Resume recording' : 'Start recording';
  const answer = await vscode.window.showInformationMessage(
    `A focus session is kept in the record, and recording ${isPaused ? 'is paused' : 'has not been started'}.`,
    action,
  );
  if (answer !== action) return false;
  if (isPaused) keeper.resume();
  else await keeper.start();
  return keeper.state?.kind === 'recording';
}

/** Asks how it went, except of a break. Escape, at either question, leaves the session running. */
async function end({ focus, zone }: FocusPorts): Promise<void> {
  const { session } = focus;
  if (session?.kind === 'break') {
    await focus.end(session.id, null);
    return;
  }
  const said = session && (await askHowItWent(session));
  if (!said) return;
  await focus.end(session.id, said.outcome, said.word);
  const over = { ...session, endedAt: Date.now() };
  await tellOffer(focus, breakText(over, Date.now()) || `${reviewText(over, zone())}.`);
}

async function askHowItWent(session: Session) {
  const picked = await vscode.window.showQuickPick(
    OUTCOMES.map(outcome => ({ label: OUTCOME_NAMES[outcome], outcome })),
    { title: 'End the focus session', placeHolder: session.intention || 'How did it go?' },
  );
  if (!picked) return null;
  const word = await vscode.window.showInputBox({
    title: `End the focus session: ${picked.label.toLowerCase()}`,
    prompt: 'A word about it. It may stay empty.',
    placeHolder: 'A word about it',
  });
  return word === undefined ? null : { outcome: picked.outcome, word };
}
