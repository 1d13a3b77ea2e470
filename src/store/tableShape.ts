import type { DatabaseSync } from 'node:sqlite';

/** What has to be known of a table to copy it row by row. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
  /** Of each column. */
  readonly types: readonly { readonly isText: boolean; readonly isNullable: boolean }[];
  /** The columns of the primary key, in order. */
  readonly key: readonly string[];
  /** The first column of the key holds whole numbers: any place in the table can be jumped to. */
  readonly hasNumberKey: boolean;
}

/** Computed from the others, constant, or true of this moment only: nothing of them needs to be saved. */
const COMPUTED = new Set(['day', 'share', 'file_share', 'block', 'activity', 'lease', 'breakpoint']);
/** Names by number, and what the recording itself needs to know. */
export const AUXILIARY = new Set([
  'project',
  'language',
  'branch',
  'item',
  'window',
  'file',
  'counter',
  'meta',
  'long_run',
  'check_in_asked',
]);

/** Every table that holds what cannot be computed from others. */
export function tablesToCopy(database: DatabaseSync): TableShape[] {
  const tables = database
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .all();
  return tables
    .map(({ name }) => String(name))
    .filter(name => !COMPUTED.has(name))
    .map(name => shapeOf(database, name));
}

function shapeOf(database: DatabaseSync, name: string): TableShape {
  const columns = database
    .prepare('SELECT name, type, pk, "notnull" AS filled FROM pragma_table_info(?)')
    .all(name);
  const key = columns.filter(({ pk }) => Number(pk) > 0).sort((a, b) => Number(a['pk']) - Number(b['pk']));
  return {
    name,
    columns: columns.map(column => String(column['name'])),
    types: columns.map(({ type, pk, filled }) => ({
      isText: type === 'TEXT',
      isNullable: Number(filled) === 0 && Number(pk) === 0,
    })),
    key: key.map(column => String(column['name'])),
    hasNumberKey: key[0]?.['type'] === 'INTEGER',
  };
}
