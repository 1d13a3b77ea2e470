import * as vscode from 'vscode';
import type { Offer } from '../../core/focus/offer.ts';
import { REASON_NAMES, REASONS } from '../../core/focus/reasons.ts';
import { elapsedMs, type Session } from '../../core/focus/session.ts';
import { offerView, sessionTime } from '../../core/focus/view.ts';
import type { FocusKeeper } from '../../runtime/focusKeeper.ts';
import type { Command } from './names.ts';

interface CommandItem extends vscode.QuickPickItem {
  readonly command: Command;
}

/** All that one can do with a session that is not over. */
export async function showSession(session: Session): Promise<void> {
  const time = sessionTime({ plannedMs: session.plannedMs, elapsedMs: elapsedMs(session, Date.now()) });
  const isBreak = session.kind === 'break';
  const isPaused = session.pausedAt !== null;
  const items: (CommandItem | false)[] = [
    session.plannedMs !== null && { label: '$(add) 5 min more', command: 'andon.focus.extend' },
    !isBreak && !isPaused && { label: '$(debug-pause) Pause', command: 'andon.focus.pause' },
    isPaused && { label: '$(debug-start) Resume', command: 'andon.focus.resume' },
    !isBreak && { label: '$(comment) What interrupted it…', command: 'andon.focus.interrupted' },
    isBreak
      ? { label: '$(debug-step-over) End the break', command: 'andon.focus.end' }
      : { label: '$(check) End…', command: 'andon.focus.end' },
  ];
  const picked = await vscode.window.showQuickPick(
    items.filter(item => item !== false),
    {
      title: `${isBreak ? 'Break' : 'Focus session'}: ${time}`,
      placeHolder: (!isBreak && session.intention) || 'What to do with it',
    },
  );
  if (picked) await vscode.commands.executeCommand(picked.command);
}

interface OfferItem extends vscode.QuickPickItem {
  readonly run: () => PromiseLike<unknown>;
}

/** What could come next. */
export async function showOffer(focus: FocusKeeper, offer: Offer): Promise<void> {
  const { take, skip } = offerView(offer);
  const items: (OfferItem | false)[] = [
    {
      label: `$(${offer.kind === 'break' ? 'coffee' : 'target'}) ${take}`,
      run: () => focus.takeOffer(),
    },
    skip !== null && { label: `$(debug-step-over) ${skip}`, run: () => focus.startNextRound() },
    {
      label: '$(add) Another session…',
      run: () => vscode.commands.executeCommand('andon.focus.start'),
    },
    { label: '$(close) Not now', run: () => focus.declineOffer() },
  ];
  const picked = await vscode.window.showQuickPick(
    items.filter(item => item !== false),
    { title: 'What comes next', placeHolder: 'Nothing begins by itself' },
  );
  await picked?.run();
}

/** Asks what has interrupted the session; Escape leaves what was said. */
export async function askForReasons(focus: FocusKeeper): Promise<void> {
  const { session } = focus;
  if (!session) return;
  const items = REASONS.map(reason => ({
    label: REASON_NAMES[reason],
    picked: session.reasons.includes(reason),
    reason,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: 'What interrupted the focus session',
    placeHolder: 'Choose any, or none',
    canPickMany: true,
  });
  if (picked) await focus.setReasons(picked.map(({ reason }) => reason));
}
