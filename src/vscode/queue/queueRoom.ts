import * as vscode from 'vscode';
import type { Clock } from '../../base/clock.ts';
import { DisposableStore } from '../../base/disposable.ts';
import { Lazy } from '../../base/lazy.ts';
import { zoneCalendar } from '../../core/activity/calendar.ts';
import type { Signal } from '../../core/activity/signal.ts';
import { remainingMs } from '../../core/focus/session.ts';
import type { QueueViewInput } from '../../core/queue/queueViewer.ts';
import type { DayRules } from '../../core/stats/day.ts';
import type { StatsQueue } from '../../core/stats/queueItems.ts';
import { BranchFollower } from '../../runtime/branchFollower.ts';
import type { DayKeeper } from '../../runtime/dayKeeper.ts';
import type { FocusKeeper } from '../../runtime/focusKeeper.ts';
import { ItemClock } from '../../runtime/itemClock.ts';
import { ItemTimes } from '../../runtime/itemTimes.ts';
import { Overruns } from '../../runtime/overruns.ts';
import { QueueBoard } from '../../runtime/queueBoard.ts';
import { QueueKeeper } from '../../runtime/queueKeeper.ts';
import type { RecordKeeper } from '../../runtime/recordKeeper.ts';
import type { UserSettings } from '../settings.ts';
import type { FocusItems } from '../show/focusView.ts';
import { activeText } from './activeText.ts';
import { tellOverrun } from './overrun.ts';
import type { QueueDesk } from './queueDesk.ts';
import { registerTodoAction } from './todoAction.ts';

export interface QueueRoomPorts {
  readonly keeper: RecordKeeper;
  readonly days: DayKeeper;
  readonly focus: FocusKeeper;
  readonly settings: UserSettings;
  readonly clock: Clock;
  readonly zone: () => string;
  readonly rules: () => DayRules;
  readonly yieldTurn: () => Promise<void>;
  /** The label of this window. */
  readonly window: string;
  readonly onFailure: (what: string, error: unknown) => void;
}

/** Everything of the queue in one window. */
export class QueueRoom implements vscode.Disposable {
  readonly queue: QueueKeeper;
  readonly board: QueueBoard;
  readonly desk: Lazy<QueueDesk>;
  /** For focus sessions, each of which may be for one item. */
  readonly items: FocusItems;
  private readonly disposables = new DisposableStore();
  private readonly times: ItemTimes;
  private readonly branches: BranchFollower;

  constructor(ports: QueueRoomPorts) {
    const { keeper, days, focus, settings, clock, zone, window, onFailure } = ports;
    const itemClock = this.disposables.add(new ItemClock(keeper, { clock, window, onFailure }));
    const queue = this.disposables.add(new QueueKeeper(keeper, itemClock, { clock, onFailure }));
    const times = this.disposables.add(new ItemTimes(keeper, days, ports));
    const board = this.disposables.add(
      new QueueBoard(
        { keeper, queue, itemClock, times },
        {
          clock,
          zone,
          rules: () => rulesOf(settings),
          plan: () => planOf(focus, settings, clock.now()),
        },
      ),
    );
    const overruns = this.disposables.add(
      new Overruns({ keeper, queue, times }, { isForeground: () => vscode.window.state.focused, onFailure }),
    );
    const calendar = () => keeper.readable?.calendar ?? zoneCalendar(zone());
    this.queue = queue;
    this.board = board;
    this.times = times;
    this.desk = new Lazy(async () => {
      const { QueueDesk } = await import('./queueDesk.ts');
      return new QueueDesk({ queue, board, times, focus, settings, calendar });
    });
    this.items = {
      current: () => queue.active,
      named: id => queue.items.get(id) ?? null,
    };
    this.branches = new BranchFollower(keeper, queue, { onFailure });
    this.disposables.add(overruns.onDidOverrun(tellOverrun));
    this.disposables.add(
      settings.onDidChange(() => {
        board.refresh();
      }),
    );
    this.disposables.add(
      registerTodoAction(async title => {
        const desk = await this.desk.get();
        await desk.addTitle(title);
      }),
    );
  }

  /** All items, and the time that each has taken. */
  measured(): StatsQueue {
    const { queue, times } = this;
    return { items: queue.items, usedMs: times.usedMs };
  }

  /** The item in work in one line, with the time used against its budget; empty: no clock runs. */
  activeText(): string {
    const { active } = this.queue;
    return active ? activeText(active, this.times.usedMs.get(active.id) ?? 0) : '';
  }

  signal(signal: Signal): void {
    this.branches.signal(signal);
  }

  dispose(): void {
    this.disposables.dispose();
  }
}

function rulesOf({ current }: UserSettings): Pick<QueueViewInput, 'coefficients' | 'sorting' | 'wipLimit'> {
  return {
    coefficients: current['queue.coefficients'],
    sorting: current['queue.sortBy'],
    wipLimit: current['queue.wipLimit'],
  };
}

/** The next free block is what is left of the session, or the one that would be started; a session under way is a deep block. */
function planOf(
  { session }: FocusKeeper,
  { current }: UserSettings,
  now: number,
): Pick<QueueViewInput, 'freeMinutes' | 'deepBlock'> {
  const left = session && session.kind !== 'break' ? remainingMs(session, now) : null;
  if (!session || left === null || left <= 0)
    return { freeMinutes: current['focus.minutes'], deepBlock: null };
  const minutes = Math.ceil(left / 60_000);
  return { freeMinutes: minutes, deepBlock: { inMinutes: 0, minutes, item: session.item } };
}
