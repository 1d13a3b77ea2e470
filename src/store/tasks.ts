import { assertNever } from '../core/assertNever.ts';
import { apply, type Applied, type Change } from '../core/queue/change.ts';
import { keyOfNumber, type Item, type Items } from '../core/queue/item.ts';
import type { Connection, Statement } from './connection.ts';
import type { Counter } from './counter.ts';
import { TASK_COLUMNS, TASK_FIELDS, toColumn, toItem, type TaskRow } from './taskRow.ts';

/** The items as they were when the queue had been written `version` times. */
interface Known {
  readonly version: number;
  readonly items: Items;
}

/** Gives a key that no item ever had. It is lost where its item is not written. */
export type NewKey = () => string;

export interface QueueChange extends Applied {
  /** What was written; null: nothing. */
  readonly done: Change | null;
}

/** The queue: all items, open and closed. */
export class TaskTable {
  private readonly connection: Connection;
  private readonly counter: Counter;
  private readonly version: Statement<[version: number]>;
  private readonly count: Statement<[rows: number]>;
  private readonly selectSince: Statement<TaskRow>;
  private readonly insert: Statement;
  private readonly remove: Statement;
  /** By the columns that they set. */
  private readonly updates = new Map<string, Statement>();
  private known: Known | null = null;

  constructor(connection: Connection, counter: Counter) {
    this.connection = connection;
    this.counter = counter;
    this.version = connection.statement('SELECT queue FROM counter');
    this.count = connection.statement('SELECT count(*) FROM task');
    this.selectSince = connection.statement(
      `SELECT ${TASK_COLUMNS.join(', ')} FROM task WHERE version > ? ORDER BY version`,
    );
    const places = TASK_COLUMNS.map(() => '?').join(', ');
    this.insert = connection.statement(
      `INSERT INTO task (${TASK_COLUMNS.join(', ')}) VALUES (${places}) ON CONFLICT (id) DO NOTHING`,
    );
    this.remove = connection.statement('DELETE FROM task WHERE id = ?');
    connection.whenSettled(isCommitted => {
      if (!isCommitted) this.known = null;
    });
  }

  /** All items. The same object as long as nobody has written the queue, which costs next to nothing to ask. */
  all(): Items {
    return this.connection.reading(() => this.read());
  }

  /**
   * Lets `decide` say what happens to the queue, and writes that, in one transaction: what another window did a moment ago is
   * seen, and what the change does not name stays as it is. Throws `StoreBusy` at once where another window writes, and what
   * `decide` throws; then nothing was written.
   */
  change(decide: (items: Items, newKey: NewKey) => Change | null): QueueChange {
    return this.connection.immediate(() =>
      this.counter.during(false, () => {
        const before = this.read();
        const done = decide(before, () => keyOfNumber(this.counter.task()));
        if (!done) return { items: before, inverse: null, done: null };
        const applied = apply(before, done);
        this.write(done);
        this.known = { version: this.version.get()?.[0] ?? 0, items: applied.items };
        return { ...applied, done };
      }),
    );
  }

  private read(): Items {
    const version = this.version.get()?.[0] ?? 0;
    if (this.known?.version !== version) this.known = { version, items: this.readNews() };
    return this.known.items;
  }

  /** What was written since it was last read; all of it where rows were removed meanwhile, which no row tells of. */
  private readNews(): Items {
    if (!this.known) return this.merge(new Map(), -1);
    const merged = this.merge(this.known.items, this.known.version);
    return merged.size === this.count.get()?.[0] ? merged : this.merge(new Map(), -1);
  }

  private merge(known: Items, version: number): Items {
    const items = new Map(known);
    for (const row of this.selectSince.all(version)) items.set(row[0], toItem(row));
    return items;
  }

  private write(change: Change): void {
    switch (change.kind) {
      case 'add':
        this.insert.run(...TASK_COLUMNS.map(column => toColumn(change.item[TASK_FIELDS[column]])));
        return;
      case 'remove':
        this.remove.run(change.id);
        return;
      case 'edit':
      case 'move':
      case 'snooze':
      case 'reorder':
        this.update(change.id, change.fields);
        return;
      case 'all':
        for (const each of change.changes) this.write(each);
        return;
      default:
        assertNever(change);
    }
  }

  private update(id: string, fields: Partial<Item>): void {
    const columns = TASK_COLUMNS.filter(column => fields[TASK_FIELDS[column]] !== undefined);
    if (columns.length === 0) return;
    const sql = `UPDATE task SET ${columns.map(column => `${column} = ?`).join(', ')} WHERE id = ?`;
    let statement = this.updates.get(sql);
    if (!statement) {
      statement = this.connection.statement(sql);
      this.updates.set(sql, statement);
    }
    statement.run(...columns.map(column => toColumn(fields[TASK_FIELDS[column]] ?? null)), id);
  }
}
