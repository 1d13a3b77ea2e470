import type { ItemGroup, ItemView, QueueSorting, QueueView } from '../messages/queue.ts';
import type { ClockText } from '../text/clock.ts';
import { blockingOf, type Blocking } from './blocking.ts';
import { finishedItems, type FinishedItem } from './budget.ts';
import type { Coefficients } from './coefficients.ts';
import { inOrder, type Item, type Items } from './item.ts';
import { ItemViewer } from './itemView.ts';
import { groupOf, sorted } from './listing.ts';
import { sameOrNew } from './sameView.ts';
import { score, type ScoreContext } from './score.ts';
import { ageDays } from './scoreFactors.ts';
import { smallOnes } from './smallOnes.ts';

/** What the queue is shown by, besides the items. */
export interface QueueViewInput extends Pick<ScoreContext, 'now' | 'today' | 'freeMinutes' | 'deepBlock'> {
  readonly items: Items;
  /** Says times of day. */
  readonly clock: ClockText;
  /** The local day of an instant, an ISO date. */
  readonly dateAt: (time: number) => string;
  /** Measured, milliseconds by item id. */
  readonly usedMs: ReadonlyMap<string, number>;
  readonly activeId: string | null;
  readonly coefficients: Coefficients;
  readonly sorting: QueueSorting;
  readonly wipLimit: number;
  readonly undo: string | null;
  readonly redo: string | null;
}

/** What the views of all items depend on: where any of it differs they are all made anew. */
type Frame = readonly unknown[];

/** A view, and what it depends on besides the frame. */
interface Known {
  readonly item: Item;
  readonly used: number;
  readonly isActive: boolean;
  readonly group: ItemGroup;
  readonly ageDays: number;
  readonly isBlocking: boolean;
  readonly view: ItemView;
}

/**
 * Makes the queue as the panel shows it, again and again: of thousands of items mostly one has changed. What looks as it did before is
 * the same object as before, down to the single item; where nothing has changed so is the whole, and there is nothing to send.
 */
export class QueueViewer {
  private frame: Frame = [];
  private known = new Map<string, Known>();
  private history: readonly FinishedItem[] = [];
  private last: QueueView | null = null;

  view(input: QueueViewInput): QueueView {
    const { items, now, today, usedMs, sorting } = input;
    const blocking = blockingOf(items);
    const usedMinutes = new Map<string, number>();
    for (const [id, ms] of usedMs) usedMinutes.set(id, ms / 60_000);
    this.history = sameOrNew(this.history, finishedItems(items.values(), usedMinutes));
    this.reframe(input);
    const viewer = new ItemViewer({ ...input, blocking, history: this.history });
    const context = { ...input, blocking, usedMinutes };
    const known = new Map<string, Known>();
    for (const item of items.values())
      known.set(item.id, this.viewOf(item, input, blocking, viewer, context));
    this.known = known;
    const viewById = (id: string) => known.get(id)?.view;

    const list = sorted(inOrder(items), {
      sorting,
      now,
      scoreOf: item => viewById(item.id)?.score ?? 0,
    });
    const view: QueueView = {
      today,
      items: list.flatMap(item => viewById(item.id) ?? []),
      sorting,
      wipLimit: input.wipLimit,
      activeId: input.activeId,
      smallOnes: smallOnes(list, { blocking, usedMinutes, now }),
      undo: input.undo,
      redo: input.redo,
    };
    return (this.last = sameOrNew(this.last, view));
  }

  private reframe({ today, coefficients, freeMinutes, deepBlock, clock }: QueueViewInput): void {
    const plan = [freeMinutes, deepBlock?.inMinutes, deepBlock?.minutes, deepBlock?.item];
    const frame: Frame = [today, coefficients, clock, this.history, ...plan];
    if (frame.every((value, index) => Object.is(value, this.frame[index]))) return;
    this.frame = frame;
    // Views that are made anew and look the same are still the same objects.
    for (const [id, known] of this.known) this.known.set(id, { ...known, ageDays: Number.NaN });
  }

  private viewOf(
    item: Item,
    { now, usedMs, activeId, coefficients }: QueueViewInput,
    blocking: Blocking,
    viewer: ItemViewer,
    context: ScoreContext,
  ): Known {
    const { id } = item;
    const before = this.known.get(id);
    const basis = {
      item,
      used: usedMs.get(id) ?? 0,
      isActive: id === activeId,
      group: groupOf(item, now),
      ageDays: ageDays(now - item.createdAt),
      isBlocking: blocking.isBlocking(id),
    };
    // The names of what it waits for may have changed, or whether it waits.
    const isSettled = before && !blocking.isBlocked(id) && before.view.blockedBy.length === 0;
    if (isSettled && isSameBasis(before, basis)) return before;
    const view = viewer.view(item, basis.group, score(item, context, coefficients));
    return { ...basis, view: sameOrNew(before?.view, view) };
  }
}

function isSameBasis(a: Omit<Known, 'view'>, b: Omit<Known, 'view'>): boolean {
  return (
    a.item === b.item &&
    a.used === b.used &&
    a.isActive === b.isActive &&
    a.group === b.group &&
    a.ageDays === b.ageDays &&
    a.isBlocking === b.isBlocking
  );
}
