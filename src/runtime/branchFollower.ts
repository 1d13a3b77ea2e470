import type { Signal } from '../core/activity/signal.ts';
import { moveItem } from '../core/queue/actions.ts';
import { keyOfBranch } from '../core/queue/branchKey.ts';
import { isOpen, type Item } from '../core/queue/item.ts';
import { StoreBusy } from '../store/errors.ts';
import type { QueueKeeper } from './queueKeeper.ts';
import type { RecordKeeper } from './recordKeeper.ts';

export interface BranchFollowerPorts {
  readonly onFailure: (what: string, error: unknown) => void;
}

/** In `meta`, of each place (a repository or a project), over all windows: the branch that was last seen, and the last checkout. */
const SEEN = 'queue.branch.';
const CHECKOUT = 'queue.checkout.';

/**
 * Makes an item active by itself once a branch is checked out whose name carries its key. Once for each change of branch, over all
 * windows and reloads: who then stops it, or starts another, is not fought. An item that is closed stays so.
 */
export class BranchFollower {
  private readonly keeper: RecordKeeper;
  private readonly queue: QueueKeeper;
  private readonly ports: BranchFollowerPorts;
  /** By place, as this window saw it last. */
  private readonly seen = new Map<string, string>();
  /** The last branch that was followed, wherever: a checkout is told of by git and by the documents on it. */
  private followed: string | null = null;
  private hasFocus = true;

  constructor(keeper: RecordKeeper, queue: QueueKeeper, ports: BranchFollowerPorts) {
    this.keeper = keeper;
    this.queue = queue;
    this.ports = ports;
  }

  /** The signal is read during the call only. */
  signal(signal: Signal): void {
    if (signal.kind === 'focus') this.hasFocus = signal.focused;
    const { branch } = signal;
    // Nothing is followed within a pause: where one works then is nobody's business.
    if (branch === null || !this.hasFocus || this.keeper.state?.kind !== 'recording') return;
    if (signal.kind === 'git') {
      if (signal.event === 'checkout') this.checkOut(signal.repo, branch, signal.at);
    } else if (signal.doc && this.seen.get(signal.doc.project ?? '') !== branch) {
      this.arrive(signal.doc.project ?? '', branch);
    }
  }

  /** Git says so: a change even where the branch is the one from before. */
  private checkOut(place: string, branch: string, at: number): void {
    const isNews = this.claim(CHECKOUT + place, `${at} ${branch}`);
    if (this.claim(SEEN + place, branch) !== null) this.seen.set(place, branch);
    if (isNews) this.follow(branch);
  }

  /** A document says so: a change where it is another branch than was last seen in its place. */
  private arrive(place: string, branch: string): void {
    const isChange = this.claim(SEEN + place, branch);
    if (isChange === null) return;
    this.seen.set(place, branch);
    if (isChange && branch !== this.followed) this.follow(branch);
  }

  /** Answers whether this is new to all windows; null: that cannot be told now, and the next signal asks again. */
  private claim(key: string, value: string): boolean | null {
    try {
      return this.keeper.readable?.store.claimMeta(key, value) ?? null;
    } catch (error) {
      if (!(error instanceof StoreBusy)) this.ports.onFailure('A branch could not be followed.', error);
      return null;
    }
  }

  private follow(branch: string): void {
    this.followed = branch;
    const byKey = new Map<string, Item>();
    for (const item of this.queue.items.values()) byKey.set(item.key.toUpperCase(), item);
    const key = keyOfBranch(branch, byKey);
    const item = key === null ? undefined : byKey.get(key);
    if (item && isOpen(item)) this.activate(item.id);
  }

  private activate(id: string): void {
    this.queue
      .actSilently((items, { at }) => {
        const item = items.get(id);
        return item && isOpen(item) ? moveItem(item, 'doing', at) : null;
      })
      .then(() => {
        const item = this.queue.items.get(id);
        if (item && isOpen(item)) this.queue.startClock(id);
      })
      .catch((error: unknown) => {
        this.ports.onFailure('The item of a branch could not be started.', error);
      });
  }
}
