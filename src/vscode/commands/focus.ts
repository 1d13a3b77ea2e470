import * as vscode from 'vscode';
import { elapsedMs, OUTCOMES, type Session } from '../../core/focus/session.ts';
import { breakText, OUTCOME_NAMES, sessionTime } from '../../core/focus/view.ts';
import type { FocusKeeper, SessionPlan } from '../../runtime/focusKeeper.ts';
import type { RecordKeeper } from '../../runtime/recordKeeper.ts';
import type { UserSettings } from '../settings.ts';
import type { CommandHandlers } from './commands.ts';
import { pickLength } from './pickLength.ts';

export interface FocusPorts {
  readonly keeper: RecordKeeper;
  readonly focus: FocusKeeper;
  readonly settings: UserSettings;
}

type FocusCommand = Extract<keyof CommandHandlers, `andon.focus.${string}`>;

/** What the commands of focus sessions do. */
export function focusHandlers(ports: FocusPorts): Pick<CommandHandlers, FocusCommand> {
  const { focus } = ports;
  return {
    'andon.focus.menu': () => (focus.session ? showMenu(focus.session) : start(ports)),
    'andon.focus.start': () => start(ports),
    'andon.focus.pause': () => focus.pause(),
    'andon.focus.resume': () => focus.resume(),
    'andon.focus.extend': () => focus.extend(),
    'andon.focus.end': () => end(focus),
  };
}

async function start({ keeper, focus, settings }: FocusPorts): Promise<void> {
  if (focus.session) {
    await showMenu(focus.session);
    return;
  }
  if (!(await hasRecord(keeper))) return;
  const length = await pickLength(settings.current['focus.minutes']);
  if (!length) return;
  const intention = await vscode.window.showInputBox({
    title: length.kind === 'flow' ? 'Focus session, counts up' : `Focus session of ${length.minutes} min`,
    prompt: 'What for? It may stay empty.',
    placeHolder: 'What for?',
  });
  if (intention === undefined) return;
  await startOrTell(focus, { ...length, intention });
}

async function startOrTell(focus: FocusKeeper, plan: SessionPlan): Promise<void> {
  if (await focus.start(plan)) return;
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

interface MenuItem extends vscode.QuickPickItem {
  readonly command: FocusCommand;
}

async function showMenu(session: Session): Promise<void> {
  const time = sessionTime({ plannedMs: session.plannedMs, elapsedMs: elapsedMs(session, Date.now()) });
  const items: (MenuItem | false)[] = [
    session.kind === 'countdown' && { label: '$(add) 5 min more', command: 'andon.focus.extend' },
    session.pausedAt === null
      ? { label: '$(debug-pause) Pause', command: 'andon.focus.pause' }
      : { label: '$(debug-start) Resume', command: 'andon.focus.resume' },
    { label: '$(check) End…', command: 'andon.focus.end' },
  ];
  const picked = await vscode.window.showQuickPick(
    items.filter(item => item !== false),
    { title: `Focus session: ${time}`, placeHolder: session.intention || 'What to do with it' },
  );
  if (picked) await vscode.commands.executeCommand(picked.command);
}

/** Asks how it went. Escape, at either question, leaves the session running. */
async function end(focus: FocusKeeper): Promise<void> {
  const { session } = focus;
  if (!session) return;
  const picked = await vscode.window.showQuickPick(
    OUTCOMES.map(outcome => ({ label: OUTCOME_NAMES[outcome], outcome })),
    { title: 'End the focus session', placeHolder: session.intention || 'How did it go?' },
  );
  if (!picked) return;
  const word = await vscode.window.showInputBox({
    title: `End the focus session: ${picked.label.toLowerCase()}`,
    prompt: 'A word about it. It may stay empty.',
    placeHolder: 'A word about it',
  });
  if (word === undefined) return;
  await focus.end(session.id, picked.outcome, word);
  const text = breakText(session, Date.now());
  if (text !== '') void vscode.window.showInformationMessage(text);
}
