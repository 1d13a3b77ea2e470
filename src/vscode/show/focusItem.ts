import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import { dueAt, elapsedMs, isLanding, type Session, type SessionKind } from '../../core/focus/session.ts';
import type { Offer } from '../../core/focus/offer.ts';
import { offerText, seriesText, sessionTime } from '../../core/focus/view.ts';
import { clockText } from '../../core/text/clock.ts';
import { formatDuration } from '../../core/text/duration.ts';
import type { FocusKeeper } from '../../runtime/focusKeeper.ts';

/**
 * The running session in the status bar; a click offers all that one can do with it. Without a session what is offered next is
 * there, or nothing.
 */
export class FocusItem implements vscode.Disposable {
  private readonly disposables = new DisposableStore();
  private readonly item: vscode.StatusBarItem;
  private readonly focus: FocusKeeper;
  private readonly zone: () => string;

  constructor(focus: FocusKeeper, zone: () => string) {
    this.focus = focus;
    this.zone = zone;
    this.item = this.disposables.add(
      vscode.window.createStatusBarItem('andon.focus', vscode.StatusBarAlignment.Left, 9),
    );
    this.item.name = 'Andon: Focus Session';
    this.item.command = 'andon.focus.menu';
    this.disposables.add(
      focus.onDidTick(() => {
        this.showTime();
      }),
    );
    this.disposables.add(
      focus.onDidChange(() => {
        this.follow();
      }),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private follow(): void {
    const { session, offer } = this.focus;
    // The palette and the keys offer what makes sense now.
    const state = session === null ? 'none' : session.pausedAt === null ? 'running' : 'paused';
    void vscode.commands.executeCommand('setContext', 'andon.session', state);
    void vscode.commands.executeCommand('setContext', 'andon.sessionKind', session?.kind);
    void vscode.commands.executeCommand('setContext', 'andon.offer', offer?.kind ?? 'none');
    if (session) this.showTime();
    else if (offer) this.showOffer(offer);
    if (session || offer) this.item.show();
    else this.item.hide();
  }

  private showOffer(offer: Offer): void {
    const text = offerText(offer);
    this.item.text = `$(${offer.kind === 'break' ? 'coffee' : 'target'}) ${text}?`;
    this.item.tooltip = `${text}. Click to begin it, or to say “Not now”.`;
    this.item.accessibilityInformation = { label: `What comes next: ${text}`, role: 'button' };
  }

  private showTime(): void {
    const { session } = this.focus;
    if (!session) return;
    const now = Date.now();
    const time = sessionTime({ plannedMs: session.plannedMs, elapsedMs: elapsedMs(session, now) });
    const text = `$(${iconOf(session)}) ${time}`;
    // Every write is a message to the workbench, and most seconds nothing has changed.
    if (this.item.text !== text) {
      this.item.text = text;
      this.item.accessibilityInformation = { label: labelOf(session, time), role: 'button' };
    }
    const tooltip = tooltipOf(session, now, this.zone());
    if (this.item.tooltip !== tooltip) this.item.tooltip = tooltip;
  }
}

const ICONS: { readonly [K in SessionKind]: string } = {
  countdown: 'target',
  pomodoro: 'target',
  flow: 'watch',
  break: 'coffee',
};

function iconOf({ pausedAt, kind }: Session): string {
  return pausedAt === null ? ICONS[kind] : 'debug-pause';
}

function labelOf({ kind, plannedMs, pausedAt }: Session, time: string): string {
  const isLeft = plannedMs !== null && time.match(/^\d/) !== null;
  const name = kind === 'break' ? 'Break' : 'Focus session';
  return `${name}: ${time}${isLeft ? ' left' : ''}${pausedAt === null ? '' : ', paused'}`;
}

function tooltipOf(session: Session, now: number, zone: string): string {
  const isBreak = session.kind === 'break';
  const series = seriesText(session);
  return [
    isBreak ? 'Break' : session.intention || 'Focus session',
    stateOf(session, now, zone),
    series && `${series.charAt(0).toUpperCase()}${series.slice(1)}.`,
    'Click to change or end it.',
  ]
    .filter(Boolean)
    .join('\n');
}

function stateOf(session: Session, now: number, zone: string): string {
  const due = dueAt(session);
  const clock = clockText(zone);
  if (session.pausedAt !== null) return `Paused since ${clock.time(session.pausedAt)}.`;
  if (due === null) return `Counts up since ${clock.time(session.startedAt)}.`;
  const planned = formatDuration(session.plannedMs ?? 0);
  return isLanding(session, now)
    ? `${planned} are over; the end waits for a good moment.`
    : `${planned}, until ${clock.time(due)}.`;
}
