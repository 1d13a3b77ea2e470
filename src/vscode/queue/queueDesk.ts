import * as vscode from 'vscode';
import type { Calendar } from '../../core/activity/calendar.ts';
import type { SessionPlan } from '../../core/focus/plan.ts';
import type { Draft } from '../../core/queue/actions.ts';
import { quoteTitle } from '../../core/queue/changeText.ts';
import type { Item, ItemState } from '../../core/queue/item.ts';
import { quickAdd } from '../../core/queue/quickAdd.ts';
import { minutesLeft } from '../../core/queue/smallOnes.ts';
import type { Step } from '../../core/queue/takeBack.ts';
import { usedText } from '../../core/queue/usedTime.ts';
import { countOf } from '../../core/text/count.ts';
import { formatDuration } from '../../core/text/duration.ts';
import { inMessage, withoutMarkup } from '../../core/text/inMessage.ts';
import type { FocusKeeper } from '../../runtime/focusKeeper.ts';
import type { ItemTimes } from '../../runtime/itemTimes.ts';
import * as actions from '../../runtime/queueActions.ts';
import type { QueueBoard } from '../../runtime/queueBoard.ts';
import type { QueueKeeper, Undone } from '../../runtime/queueKeeper.ts';
import type { UserSettings } from '../settings.ts';
import { projectHere } from './projectHere.ts';

export interface QueueDeskPorts {
  readonly queue: QueueKeeper;
  readonly board: QueueBoard;
  readonly times: ItemTimes;
  readonly focus: FocusKeeper;
  readonly settings: UserSettings;
  readonly calendar: () => Calendar;
}

/** What the user does with the queue, from wherever: it is done at once, said quietly where it is not to be seen, and can be undone. */
export class QueueDesk {
  readonly ports: QueueDeskPorts;

  constructor(ports: QueueDeskPorts) {
    this.ports = ports;
  }

  /** The local day, an ISO date. */
  today(): string {
    return this.ports.calendar().dayAt(Date.now()).date;
  }

  /** The item, told where it is gone meanwhile: another window has removed it. */
  find(id: string): Item | null {
    const item = this.ports.queue.items.get(id) ?? null;
    if (!item) say('That item is gone: it was removed in another window.');
    return item;
  }

  /** A line of quick add. */
  addLine(text: string): Promise<Item | null> {
    return this.add(quickAdd(text, this.today()));
  }

  /** Text that is all title. */
  async addTitle(title: string): Promise<void> {
    const item = await this.add({
      ...{ title, labels: [], priority: null, budgetMinutes: null, due: null },
      state: 'inbox',
    });
    if (item) this.offerUndo(`In the queue as ${item.key}: ${inMessage(item.title)}`);
  }

  async start(id: string): Promise<void> {
    if (!this.find(id)) return;
    await actions.start(this.ports.queue, id);
    const item = this.ports.queue.items.get(id);
    if (item) await this.offerSession(item);
  }

  /** Its clock stops; it stays in work. */
  stop(id: string): Promise<void> {
    this.ports.queue.stopClock(id);
    return Promise.resolve();
  }

  /** Done, with what it took beside what was planned. */
  async finish(id: string): Promise<void> {
    const item = this.find(id);
    if (!item || !(await actions.move(this.ports.queue, id, 'done'))) return;
    const used = this.ports.times.usedMs.get(id) ?? 0;
    const isMeasured = used > 0 || item.budgetMinutes !== null;
    const time = isMeasured ? `, ${usedText(used, item.budgetMinutes)}` : '';
    this.offerUndo(`Done: ${inMessage(item.title)}${time}.`);
  }

  async move(id: string, state: ItemState): Promise<void> {
    if (state === 'done') return this.finish(id);
    const item = this.find(id);
    if (!item || !(await actions.move(this.ports.queue, id, state))) return;
    if (state === 'dropped') this.offerUndo(`Dropped: ${inMessage(item.title)}.`);
  }

  /** As `move`, for who sees in the list what becomes of it, and finds Undo there. */
  async moveInSight(id: string, state: ItemState): Promise<void> {
    if (this.find(id)) await actions.move(this.ports.queue, id, state);
  }

  async rewrite(id: string, text: string): Promise<void> {
    if (this.find(id)) await actions.rewrite(this.ports.queue, id, quickAdd(text, this.today()));
  }

  /** Puts small items together, and offers a session for all of them. */
  async batch(ids: readonly string[]): Promise<void> {
    const { queue, focus, settings } = this.ports;
    const items = ids.flatMap(id => queue.items.get(id) ?? []);
    if (items.length === 0) {
      say('These items are gone: they were removed in another window.');
      return;
    }
    const left = this.minutesLeft(items);
    const minutes = left > 0 ? left : settings.current['focus.minutes'];
    const label = `Batch ${countOf(items.length, 'small item')}`;
    const isDone = (await actions.batch(queue, ids, label)) !== null;
    const step = queue.undoStep;
    const start = `Start ${formatDuration(minutes * 60_000)}`;
    const choices = [...(focus.session ? [] : [start]), ...(isDone ? ['Undo'] : [])];
    const answer = await vscode.window.showInformationMessage(
      `${countOf(items.length, 'small item')} stand together now, ${formatDuration(minutes * 60_000)} in all.`,
      ...choices,
    );
    const intention = items.map(item => item.key).join(', ');
    if (answer === start) await this.startSession({ minutes, intention, item: null });
    if (answer === 'Undo') await this.undoOnly(step);
  }

  async undo(): Promise<void> {
    tellLeftAlone(await this.ports.queue.undo());
  }

  async redo(): Promise<void> {
    tellLeftAlone(await this.ports.queue.redo());
  }

  /** Says what was done, with a button that takes it back. Nothing waits for the answer. */
  private offerUndo(message: string): void {
    const step = this.ports.queue.undoStep;
    void vscode.window.showInformationMessage(message, 'Undo').then(async answer => {
      if (answer) await this.undoOnly(step);
    });
  }

  /** Something else may have been done since: then undo would take back that. */
  private async undoOnly(step: Step | null): Promise<void> {
    if (this.ports.queue.undoStep === step) await this.undo();
    else say('Something else was done since. Undo it first: Andon: Undo Queue Change.');
  }

  private minutesLeft(items: readonly Item[]): number {
    const { usedMs } = this.ports.times;
    const used = new Map(items.map(({ id }) => [id, (usedMs.get(id) ?? 0) / 60_000]));
    return items.reduce((sum, item) => sum + minutesLeft(item, used), 0);
  }

  private async add(draft: Draft): Promise<Item | null> {
    const item = await actions.add(this.ports.queue, draft, projectHere());
    if (!item) say('There is no title yet, so nothing was added. Write what is to be done.');
    return item;
  }

  private async offerSession(item: Item): Promise<void> {
    const { focus, settings } = this.ports;
    const wish = settings.current['queue.startSession'];
    const minutes = settings.current['focus.minutes'];
    if (wish === 'never' || focus.session) return;
    if (wish === 'ask') {
      const start = `Start ${formatDuration(minutes * 60_000)}`;
      const question = `${quoteTitle(item.title)} is in work. A focus session for it?`;
      const answer = await vscode.window.showInformationMessage(withoutMarkup(question), start);
      if (answer !== start) return;
    }
    await this.startSession({ minutes, intention: item.title, item: item.id });
  }

  private async startSession(plan: Omit<SessionPlan, 'kind'>): Promise<void> {
    const isStarted = await this.ports.focus.start({ kind: 'countdown', ...plan });
    if (!isStarted) say('A focus session is running already. End that one first.');
  }
}

function tellLeftAlone(undone: Undone | null): void {
  if (undone && !undone.isDone)
    say(`${withoutMarkup(undone.label)} was left: it was changed in another window since.`);
}

function say(message: string): void {
  void vscode.window.showInformationMessage(message);
}
