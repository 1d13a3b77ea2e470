import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as vscode from 'vscode';
import type { AndonApi } from '../../../src/extension.ts';
import { until } from './wait.ts';

export const STORAGE = process.env['ANDON_TEST_STORAGE'] ?? '';

/** Asks the record while the extension keeps it: the first value of the first row. */
export function count(sql: string): number {
  return Number(Object.values(rows(sql)[0] ?? { none: 0 })[0]);
}

/** The rows that a query answers. */
export function rows(sql: string): Record<string, unknown>[] {
  const database = new DatabaseSync(path.join(STORAGE, 'andon.sqlite'), { readOnly: true });
  try {
    return database
      .prepare(sql)
      .all()
      .map(row => ({ ...row }));
  } finally {
    database.close();
  }
}

/** The number of the last event. */
export function lastEvent(): number {
  return count('SELECT coalesce(max(id), 0) FROM event');
}

/** The details of the events of a kind after that number, in the order of writing. */
export function eventsAfter(id: number, kind: string): Record<string, unknown>[] {
  return rows(`SELECT detail FROM event WHERE kind = '${kind}' AND id > ${id} ORDER BY id`).map(
    ({ detail }) => JSON.parse(String(detail)) as Record<string, unknown>,
  );
}

/** Starts the record, unless it has been started. */
export async function startRecord(): Promise<AndonApi> {
  const extension = vscode.extensions.getExtension<AndonApi>('andon.andon');
  assert.ok(extension);
  const api = await extension.activate();
  await until('the command', () => fs.existsSync(path.dirname(STORAGE)));
  await vscode.commands.executeCommand('andon.start');
  await until('the record', () => fs.existsSync(path.join(STORAGE, 'andon.sqlite')));
  return api;
}
