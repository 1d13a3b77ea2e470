import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import { dueAt, elapsedMs, isLanding, type Session } from '../../core/focus/session.ts';
import { sessionTime } from '../../core/focus/view.ts';
import { clockText } from '../../core/text/clock.ts';
import { formatDuration } from '../../core/text/duration.ts';
import type { FocusKeeper } from '../../runtime/focusKeeper.ts';

/** The running session in the status bar; a click offers all that one can do with it. Without a session nothing is there. */
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
    const { session } = this.focus;
    // The palette and the keys offer what makes sense now.
    const state = session === null ? 'none' : session.pausedAt === null ? 'running' : 'paused';
    void vscode.commands.executeCommand('setContext', 'andon.session', state);
    void vscode.commands.executeCommand('setContext', 'andon.sessionKind', session?.kind);
    if (!session) {
      this.item.hide();
      return;
    }
    this.showTime();
    this.item.show();
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

function iconOf({ pausedAt, kind }: Session): string {
  if (pausedAt !== null) return 'debug-pause';
  return kind === 'flow' ? 'watch' : 'target';
}

function labelOf({ plannedMs, pausedAt }: Session, time: string): string {
  const isLeft = plannedMs !== null && time.match(/^\d/) !== null;
  return `Focus session: ${time}${isLeft ? ' left' : ''}${pausedAt === null ? '' : ', paused'}`;
}

function tooltipOf(session: Session, now: number, zone: string): string {
  return [
    session.intention || 'Focus session',
    stateOf(session, now, zone),
    'Click to change or end it.',
  ].join('\n');
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
