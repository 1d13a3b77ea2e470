import type { ItemView, QueueSorting, QueueView } from '../messages/queue.ts';
import type { ClockText } from '../text/clock.ts';
import { blockingOf } from './blocking.ts';
import { finishedItems, type FinishedItem } from './budget.ts';
import type { Coefficients } from './coefficients.ts';
import { inOrder, type Item, type Items } from './item.ts';
import { ItemViewer } from './itemView.ts';
import { groupOf, sorted, type Listed } from './listing.ts';
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
interface Known extends Listed {
  readonly used: number;
  readonly isActive: boolean;
  readonly ageDays: number;
  readonly isBlocking: boolean;
  readonly view: ItemView;
}

type Context = QueueViewInput & ScoreContext;

/**
 * Makes the queue as the panel shows it, again and again: of thousands of items mostly one has changed. What looks as it did before is
 * the same object as before, down to the single item; where nothing has changed so is the whole, and there is nothing to send.
 */
export class QueueViewer {
  private frame: Frame = [];
  private readonly known = new Map<string, Known>();
  private history: readonly FinishedItem[] = [];
  private last: QueueView | null = null;

  view(input: QueueViewInput): QueueView {
    const { items, now, today, usedMs, sorting } = input;
    const blocking = blockingOf(items);
    const usedMinutes = { get: (id: string) => (usedMs.get(id) ?? 0) / 60_000 };
    this.history = sameOrNew(this.history, finishedItems(items.values(), usedMinutes));
    this.reframe(input);
    const viewer = new ItemViewer({ ...input, blocking, history: this.history });
    const context = { ...input, blocking, usedMinutes };
    const listed = inOrder(items).map(item => this.know(item, context, viewer));
    if (this.known.size > items.size) this.forgetAllBut(items);

    const list = sorted(listed, sorting);
    const view: QueueView = {
      today,
      items: list.map(each => each.view),
      sorting,
      wipLimit: input.wipLimit,
      activeId: input.activeId,
      smallOnes: smallOnes(
        list.map(each => each.item),
        { blocking, usedMinutes, now },
      ),
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

  private know(item: Item, context: Context, viewer: ItemViewer): Known {
    const { now, usedMs, activeId, blocking, coefficients } = context;
    const { id } = item;
    const before = this.known.get(id);
    const used = usedMs.get(id) ?? 0;
    const isActive = id === activeId;
    const group = groupOf(item, now);
    const age = ageDays(now - item.createdAt);
    const isBlocking = blocking.isBlocking(id);
    const isSame =
      before?.item === item &&
      before.used === used &&
      before.isActive === isActive &&
      before.group === group &&
      before.ageDays === age &&
      before.isBlocking === isBlocking &&
      // The names of what it waits for may have changed, or whether it waits.
      !(blocking.isBlocked(id) || before.view.blockedBy.length > 0);
    if (isSame) return before;
    const view = sameOrNew(before?.view, viewer.view(item, group, score(item, context, coefficients)));
    const known = { item, used, isActive, group, ageDays: age, isBlocking, score: view.score, view };
    this.known.set(id, known);
    return known;
  }

  private forgetAllBut(items: Items): void {
    for (const id of this.known.keys()) if (!items.has(id)) this.known.delete(id);
  }
}
