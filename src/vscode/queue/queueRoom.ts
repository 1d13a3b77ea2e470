import * as vscode from 'vscode';
import type { Clock } from '../../base/clock.ts';
import { DisposableStore } from '../../base/disposable.ts';
import { Lazy } from '../../base/lazy.ts';
import type { Signal } from '../../core/activity/signal.ts';
import type { DayRules } from '../../core/stats/day.ts';
import type { StatsQueue } from '../../core/stats/queueItems.ts';
import { BranchFollower } from '../../runtime/branchFollower.ts';
import type { DayKeeper } from '../../runtime/dayKeeper.ts';
import type { FocusKeeper } from '../../runtime/focusKeeper.ts';
import { ItemClock } from '../../runtime/itemClock.ts';
import { ItemTimes } from '../../runtime/itemTimes.ts';
import { Overruns } from '../../runtime/overruns.ts';
import { QueueKeeper } from '../../runtime/queueKeeper.ts';
import { QueueNews } from '../../runtime/queueNews.ts';
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
  readonly news: QueueNews;
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
    const news = this.disposables.add(new QueueNews({ queue, itemClock, times }, clock));
    const overruns = this.disposables.add(
      new Overruns({ keeper, queue, times }, { isForeground: () => vscode.window.state.focused, onFailure }),
    );
    this.queue = queue;
    this.news = news;
    this.times = times;
    this.desk = new Lazy(async () => {
      const { makeQueueDesk } = await import('./makeQueueDesk.ts');
      return makeQueueDesk({ keeper, queue, times, focus, settings, clock, zone });
    });
    this.items = {
      current: () => queue.active,
      named: id => queue.items.get(id) ?? null,
    };
    this.branches = new BranchFollower(keeper, queue, { onFailure });
    this.disposables.add(overruns.onDidOverrun(tellOverrun));
    this.disposables.add(
      settings.onDidChange(() => {
        news.refresh();
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
