import type { Connection, Statement } from './connection.ts';

/** Key of the generation in which only what was too old went: other windows hold nothing of that. */
export const TIDIED = 'tidied';

/** Small facts about the recording that all windows share, as text by key. */
export class MetaTable {
  private readonly select: Statement<[value: string]>;
  private readonly upsert: Statement;
  private readonly remove: Statement;

  constructor(connection: Connection) {
    this.select = connection.statement('SELECT value FROM meta WHERE key = ?');
    this.upsert = connection.statement(
      'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    );
    this.remove = connection.statement('DELETE FROM meta WHERE key = ?');
  }

  get(key: string): string | null {
    return this.select.get(key)?.[0] ?? null;
  }

  set(key: string, value: string | null): void {
    if (value === null) this.remove.run(key);
    else this.upsert.run(key, value);
  }
}
