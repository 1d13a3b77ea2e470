import type { Clock } from '../base/clock.ts';
import { DisposableStore, type Disposable } from '../base/disposable.ts';
import { isBackupDue } from '../core/record/backups.ts';
import { firstKeptDay } from '../core/record/retention.ts';
import { StoreError } from '../store/errors.ts';
import type { Store } from '../store/store.ts';
import type { RecordKeeper } from './recordKeeper.ts';

export interface UpkeepPorts {
  readonly clock: Clock;
  /** This window is the one that does what is to be done once for all windows. */
  readonly isLeader: () => boolean;
  /** How many months are kept; 0: all. */
  readonly keepMonths: () => number;
  readonly backupNames: () => readonly string[];
  /** As `store/backup.ts` has it. */
  readonly backUp: (date: string, isWanted: () => boolean) => Promise<boolean>;
  readonly onFailure: (what: string, error: unknown) => void;
}

/** The first look comes once the editor's start is over. */
const CHECK_MS = 300_000;

/** Once a day backs the record up, and removes what is older than the user wants it kept. */
export class Upkeep implements Disposable {
  private readonly keeper: RecordKeeper;
  private readonly ports: UpkeepPorts;
  private readonly disposables = new DisposableStore();
  /** The day, and the months kept, for which old rows were last removed. */
  private tidied = '';
  private isBusy = false;
  private isDisposed = false;

  constructor(keeper: RecordKeeper, ports: UpkeepPorts) {
    this.keeper = keeper;
    this.ports = ports;
    this.disposables.add(
      ports.clock.every(CHECK_MS, () => {
        void this.check();
      }),
    );
  }

  /** Does what is due. Never rejects. */
  async check(): Promise<void> {
    const { keeper, ports } = this;
    const { readable } = keeper;
    if (!readable || keeper.state?.kind !== 'recording' || this.isBusy || !ports.isLeader()) return;
    const { store, calendar } = readable;
    this.isBusy = true;
    try {
      const { date: today } = calendar.dayAt(ports.clock.now());
      // What is to go does not go into a backup first.
      await this.tidy(store, today, time => calendar.dayAt(time).start);
      if (isBackupDue(ports.backupNames(), today)) await ports.backUp(today, this.stillWanted(store));
    } catch (error) {
      // Another window was writing: the next check tries again.
      if (error instanceof StoreError && error.code === 'busy') return;
      ports.onFailure('The record could not be backed up or tidied.', error);
    } finally {
      this.isBusy = false;
    }
  }

  dispose(): void {
    this.isDisposed = true;
    this.disposables.dispose();
  }

  private async tidy(store: Store, today: string, dayStart: (time: number) => number): Promise<void> {
    const key = `${today} ${this.ports.keepMonths()}`;
    const first = firstKeptDay(today, this.ports.keepMonths());
    if (this.tidied === key || first === null) return;
    // This hour lies in that day, or west of Hawaii in the one before, which is kept a day longer then.
    await store.tidy(dayStart(Date.parse(`${first}T09:00:00Z`)));
    this.tidied = key;
  }

  /** No backup outlives what it is of: an erased record, or one of which something was forgotten. */
  private stillWanted(store: Store): () => boolean {
    const generation = store.generation();
    return () =>
      !this.isDisposed && this.keeper.readable?.store === store && store.generation() === generation;
  }
}
