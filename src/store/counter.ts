import type { Connection, Statement } from './connection.ts';
import { StoreError } from './errors.ts';
import type { Names } from './dictionary.ts';
import { TIDIED } from './meta.ts';

/** Gives out numbers in the order of writing over all windows, and notices when another window has erased something. */
export class Counter {
  private readonly names: Names;
  private readonly select: Statement<
    [nextSpan: number, nextFact: number, nextTask: number, generation: number]
  >;
  private readonly update: Statement;
  private readonly tidied: Statement<[generation: string]>;
  private nextSpan = 0;
  private nextFact = 0;
  private nextTask = 0;
  /** As of the names in memory, and as of what whoever writes has been told. */
  private generation: number | undefined;
  private toldGeneration: number | undefined;

  constructor(connection: Connection, names: Names) {
    this.names = names;
    this.select = connection.statement('SELECT next_span, next_fact, next_task, generation FROM counter');
    this.tidied = connection.statement('SELECT value FROM meta WHERE key = ?');
    this.update = connection.statement('UPDATE counter SET next_span = ?, next_fact = ?, next_task = ?');
    this.generation = this.toldGeneration = this.select.get()?.[3];
  }

  /**
   * Runs `work` within the writing transaction under way. `holdsRows`: the caller holds rows of its own; where another window
   * erased since it last wrote, a `forgotten` error is thrown instead, once.
   */
  during<T>(holdsRows: boolean, work: () => T): T {
    const [nextSpan, nextFact, nextTask, generation] = this.select.get() ?? [1, 1, 1, 1];
    if (generation !== this.generation) {
      this.generation = generation;
      this.names.clear();
    }
    if (holdsRows && generation !== this.toldGeneration) {
      const isForgotten = !this.wasOnlyTidied(generation);
      this.toldGeneration = generation;
      if (isForgotten) throw new StoreError('forgotten');
    }
    this.nextSpan = nextSpan;
    this.nextFact = nextFact;
    this.nextTask = nextTask;
    const result = work();
    if (this.nextSpan !== nextSpan || this.nextFact !== nextFact || this.nextTask !== nextTask) {
      this.update.run(this.nextSpan, this.nextFact, this.nextTask);
    }
    return result;
  }

  /** Since this connection last wrote, what was too old went, and nothing else. */
  private wasOnlyTidied(generation: number): boolean {
    return this.toldGeneration === generation - 1 && this.tidied.get(TIDIED)?.[0] === String(generation);
  }

  span(): number {
    return this.nextSpan++;
  }

  fact(): number {
    return this.nextFact++;
  }

  /** For the key of an item. */
  task(): number {
    return this.nextTask++;
  }

  /** The generation as the database has it now. */
  read(): number {
    return this.select.get()?.[3] ?? 0;
  }

  /** Adopts the erasure that this connection has just made itself. */
  adopt(): void {
    this.generation = this.toldGeneration = this.select.get()?.[3];
    this.names.clear();
  }
}
