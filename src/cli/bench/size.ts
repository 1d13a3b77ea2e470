import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { figure, type Measured } from './figures.ts';
import type { Databases } from './places.ts';

/** What the record takes on disk. */
export function benchSize({ year, years, count }: Databases): Measured[] {
  const database = new DatabaseSync(years, { readOnly: true });
  const pages = Number(
    database.prepare(`SELECT sum(pgsize) AS bytes FROM dbstat WHERE name IN ('span', 'span_long')`).get()?.[
      'bytes'
    ],
  );
  const spans = Number(database.prepare('SELECT count(*) AS spans FROM span').get()?.['spans']);
  database.close();
  return [
    figure('size of a span', pages / spans, 'B', 60),
    figure('size of a year', statSync(year).size / 1e6, 'MB', 18),
    figure(`size of ${count} years`, statSync(years).size / 1e6, 'MB', 18 * count),
    figure(`spans in ${count} years`, spans, 'spans', null),
  ];
}
