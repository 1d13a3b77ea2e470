import type { Clock } from '../base/clock.ts';
import { DisposableStore, type Disposable } from '../base/disposable.ts';
import { Emitter } from '../base/emitter.ts';
import { NO_CORRECTION, type Correction, type SpanKey } from '../core/activity/correction.ts';
import { takeBack, type CorrectionChange, type CorrectionStep } from '../core/activity/correctionStep.ts';
import { countOf } from '../core/text/count.ts';
import { isolate } from '../core/text/isolate.ts';
import { correcting, type Correct } from '../store/correcting.ts';
import type { RecordKeeper } from './recordKeeper.ts';
import { StepHistory } from './stepHistory.ts';
import { Turns } from './turns.ts';
import { whenFree } from './whenFree.ts';

export interface CorrectionKeeperPorts {
  readonly clock: Clock;
  /** Lets everything else that waits have its turn. */
  readonly yieldTurn: () => Promise<void>;
}

/** So many spans are corrected in one go: some milliseconds. */
const AT_ONCE = 500;

/** Corrects spans for the user, and takes back what this window has corrected. Corrections stand in the record, for all windows. */
export class CorrectionKeeper implements Disposable {
  private readonly keeper: RecordKeeper;
  private readonly ports: CorrectionKeeperPorts;
  private readonly disposables = new DisposableStore();
  private readonly changed = this.disposables.add(new Emitter<void>());
  private readonly turns = this.disposables.add(new Turns());
  private readonly history = new StepHistory<CorrectionStep>();

  /** Something was corrected in this window, or what can be undone is another. */
  readonly onDidChange = this.changed.event;

  constructor(keeper: RecordKeeper, ports: CorrectionKeeperPorts) {
    this.keeper = keeper;
    this.ports = ports;
    this.disposables.add(
      keeper.onDidChangeState(() => {
        if (keeper.readable) return;
        this.history.clear();
        this.changed.fire();
      }),
    );
  }

  /** What undo would take back: "Delete 3 spans"; null: nothing. */
  get undoLabel(): string | null {
    return this.history.undoStep?.label ?? null;
  }

  get redoLabel(): string | null {
    return this.history.redoStep?.label ?? null;
  }

  /** Each of these answers how many spans have changed, and rejects with a `StoreError`. */
  delete(keys: readonly SpanKey[]): Promise<number> {
    return this.act(keys, now => ({ ...now, isHidden: true }), `Delete ${spansText(keys.length)}`);
  }

  /** null: to none. */
  giveToProject(keys: readonly SpanKey[], project: string | null): Promise<number> {
    const name = project === null ? 'no project' : isolate(project);
    return this.act(keys, now => ({ ...now, project }), `Give ${spansText(keys.length)} to ${name}`);
  }

  /** By its id; `name` is what people call it. null: to none. */
  giveToItem(
    keys: readonly SpanKey[],
    item: { readonly id: string; readonly name: string } | null,
  ): Promise<number> {
    const name = item === null ? 'no item' : isolate(item.name);
    const id = item?.id ?? null;
    return this.act(keys, now => ({ ...now, item: id }), `Give ${spansText(keys.length)} to ${name}`);
  }

  /** Lets the record hold again. */
  restore(keys: readonly SpanKey[]): Promise<number> {
    return this.act(keys, () => NO_CORRECTION, `Take the corrections of ${spansText(keys.length)} back`);
  }

  /** Takes back what was last done in this window, but for spans of which something else has been said since; null: nothing was. */
  undo(): Promise<number | null> {
    return this.goBack(this.history.undoStep, back => {
      this.history.noteUndo(back);
    });
  }

  /** Does again what was last undone, by the same rule. */
  redo(): Promise<number | null> {
    return this.goBack(this.history.redoStep, back => {
      this.history.noteRedo(back);
    });
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private async act(
    keys: readonly SpanKey[],
    correct: (now: Correction) => Correction,
    label: string,
  ): Promise<number> {
    let count = 0;
    await this.turns.take(async () => {
      const changes = await this.write(keys, correct);
      count = changes.length;
      if (count > 0) this.history.note({ changes, label });
      this.tell(count);
    });
    return count;
  }

  private async goBack(
    step: CorrectionStep | null,
    note: (back: CorrectionStep | null) => void,
  ): Promise<number | null> {
    if (!step) return null;
    let count = 0;
    await this.turns.take(async () => {
      const changes = await this.write(
        step.changes.map(({ key }) => key),
        takeBack(step),
      );
      count = changes.length;
      note(count > 0 ? { changes, label: step.label } : null);
      this.tell(count);
    });
    return count;
  }

  /** In slices, so that nobody who types is held up; what was done until another window erased everything is gone with it. */
  private async write(keys: readonly SpanKey[], correct: Correct): Promise<CorrectionChange[]> {
    const { clock, yieldTurn } = this.ports;
    const changes: CorrectionChange[] = [];
    // What is selected may have been going on until now.
    this.keeper.flush();
    for (let first = 0; first < keys.length; first += AT_ONCE) {
      const slice = keys.slice(first, first + AT_ONCE);
      const done = await whenFree(clock, () =>
        this.keeper.readable?.store.part(correcting).change(slice, correct, clock.now()),
      );
      changes.push(...(done ?? []));
      await yieldTurn();
    }
    return changes;
  }

  private tell(count: number): void {
    if (count > 0) this.keeper.announce();
    this.changed.fire();
  }
}

function spansText(count: number): string {
  return countOf(count, 'span');
}
