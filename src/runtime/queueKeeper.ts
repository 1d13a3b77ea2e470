import type { Clock } from '../base/clock.ts';
import { DisposableStore, type Disposable } from '../base/disposable.ts';
import { Emitter } from '../base/emitter.ts';
import { changeText } from '../core/queue/changeText.ts';
import type { Change } from '../core/queue/change.ts';
import type { Item, Items } from '../core/queue/item.ts';
import { stepOf, takeBack, type Step } from '../core/queue/takeBack.ts';
import type { Store } from '../store/store.ts';
import type { NewKey, QueueChange } from '../store/tasks.ts';
import type { ItemClock } from './itemClock.ts';
import type { RecordKeeper } from './recordKeeper.ts';
import { StepHistory } from './stepHistory.ts';
import { Turns } from './turns.ts';
import { whenFree } from './whenFree.ts';

export interface QueueKeeperPorts {
  readonly clock: Clock;
  readonly onFailure: (what: string, error: unknown) => void;
}

/** Says what happens to the queue as it is by now, at `at` (epoch milliseconds); null: nothing. */
export type Decide = (
  items: Items,
  moment: { readonly at: number; readonly newKey: NewKey },
) => Change | null;

const NO_ITEMS: Items = new Map();

/**
 * Keeps the queue of all windows, as this one sees and changes it. It stands in the record; each window reads it when another has
 * written, and takes back only what it did itself.
 */
export class QueueKeeper implements Disposable {
  private readonly keeper: RecordKeeper;
  private readonly itemClock: ItemClock;
  private readonly ports: QueueKeeperPorts;
  private readonly disposables = new DisposableStore();
  private readonly changed = this.disposables.add(new Emitter<void>());
  private readonly history = new StepHistory<Step>();
  private readonly turns = this.disposables.add(new Turns());
  private known: Items = NO_ITEMS;
  private store: Store | null = null;
  private hasFailed = false;

  /** An item, or what can be undone, is another; by this window or another. */
  readonly onDidChange = this.changed.event;

  constructor(keeper: RecordKeeper, itemClock: ItemClock, ports: QueueKeeperPorts) {
    this.keeper = keeper;
    this.itemClock = itemClock;
    this.ports = ports;
    const look = () => {
      this.look();
    };
    this.disposables.add(
      keeper.onDidForget(() => {
        // Undo would bring back what was forgotten.
        this.history.clear();
        look();
      }),
    );
    this.disposables.add(keeper.onDidChangeState(look));
    this.disposables.add(keeper.onDidChangeRecord(look));
  }

  /** There is a record to keep the queue in. */
  get isOpen(): boolean {
    return this.keeper.readable !== null;
  }

  get items(): Items {
    return this.known;
  }

  /** The item whose clock runs. */
  get active(): Item | null {
    const { active } = this.itemClock;
    return active === null ? null : (this.known.get(active) ?? null);
  }

  /** What undo would take back, to know it again: two steps may be called the same. null: nothing. */
  get undoStep(): Step | null {
    return this.history.undoStep;
  }

  /** What undo would take back: "Drop “Fix login”"; null: nothing. */
  get undoLabel(): string | null {
    return this.history.undoStep?.label ?? null;
  }

  get redoLabel(): string | null {
    return this.history.redoStep?.label ?? null;
  }

  /**
   * Changes the queue; what was done can be undone. Answers null where nothing was, or there is no record. Rejects with a
   * `StoreError`. `label`: what it is called, where that does not follow from the change.
   */
  act(decide: Decide, label?: string): Promise<Change | null> {
    return this.inTurn(async () => {
      const before = this.known;
      const change = await this.write(decide);
      if (!change?.done || !change.inverse) return null;
      const { done, inverse, items } = change;
      this.history.note(stepOf(inverse, items, label ?? changeText(done, before)));
      this.take(items, true);
      return done;
    });
  }

  /** As `act`, but nothing that the user did: undo leaves it alone. */
  actSilently(decide: Decide): Promise<Change | null> {
    return this.inTurn(async () => {
      const change = await this.write(decide);
      if (change?.done) this.take(change.items, true);
      return change?.done ?? null;
    });
  }

  /**
   * Takes back what was last done in this window, as far as nobody has changed it since. Answers the step and how much was left of it;
   * null: there is none.
   */
  undo(): Promise<Undone | null> {
    return this.inTurn(() =>
      this.goBack(this.history.undoStep, back => {
        this.history.noteUndo(back);
      }),
    );
  }

  /** Does again what was last undone, by the same rule. */
  redo(): Promise<Undone | null> {
    return this.inTurn(() =>
      this.goBack(this.history.redoStep, back => {
        this.history.noteRedo(back);
      }),
    );
  }

  /** Starts an item's clock. */
  startClock(id: string): void {
    if (this.known.has(id)) this.itemClock.start(id);
  }

  stopClock(id: string): void {
    this.itemClock.stop(id);
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private async goBack(step: Step | null, note: (back: Step | null) => void): Promise<Undone | null> {
    if (!step) return null;
    const change = await this.write(items => takeBack(items, step));
    if (!change) return null;
    const { inverse, items } = change;
    note(inverse && stepOf(inverse, items, step.label));
    this.take(items, true);
    return { label: step.label, isDone: change.done !== null };
  }

  /** One change after the other, so that each is undone on top of those before it. */
  private async inTurn<T>(work: () => Promise<T | null>): Promise<T | null> {
    let result: T | null = null;
    await this.turns.take(async () => {
      result = await work();
    });
    return result;
  }

  private write(decide: Decide): Promise<QueueChange | null> {
    const { clock } = this.ports;
    return whenFree(clock, () => {
      const { readable } = this.keeper;
      if (!readable) return null;
      return readable.store.tasks.change((items, newKey) => decide(items, { at: clock.now(), newKey }));
    });
  }

  private look(): void {
    const store = this.keeper.readable?.store ?? null;
    if (store !== this.store) {
      this.store = store;
      this.history.clear();
    }
    try {
      this.take(store?.tasks.all() ?? NO_ITEMS, false);
      this.hasFailed = false;
    } catch (error) {
      // Told once, and not at every beat.
      if (!this.hasFailed) this.ports.onFailure('The queue cannot be read now.', error);
      this.hasFailed = true;
    }
  }

  private take(items: Items, isOwn: boolean): void {
    const isSame = items === this.known;
    this.known = items;
    if (isOwn) this.stopWhatIsNotInWork();
    if (!isSame || isOwn) this.changed.fire();
  }

  /** Done, dropped or moved away: the clock of an item that is not in work stands still. */
  private stopWhatIsNotInWork(): void {
    const { active } = this.itemClock;
    if (active !== null && this.known.get(active)?.state !== 'doing') this.itemClock.stop(active);
  }
}

export interface Undone {
  /** What was taken back, or done again: "Drop “Fix login”". */
  readonly label: string;
  /** false: another window has changed all of it since, so that nothing was done. */
  readonly isDone: boolean;
}
