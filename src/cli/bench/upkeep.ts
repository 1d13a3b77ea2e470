import { copyFileSync, mkdirSync, openSync, closeSync, writeSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ExportSource } from '../../store/exportSource.ts';
import { openRepaired } from '../../store/openRepaired.ts';
import { openStore } from '../../store/open.ts';
import { csvOf } from '../../transfer/exportCsv.ts';
import { figure, type Measured } from './figures.ts';
import type { Databases } from './places.ts';
import { FRAME_MS, withStalls, yieldTurn } from './stalls.ts';

const PAGE_BYTES = 4096;
/** Pages that are overwritten, evenly over the file. */
const BROKEN_PAGES = 10;
const PROJECT = 'warehouse';

/** What is done to the whole record now and then, while the editor goes on: taking it elsewhere, mending it, forgetting a project. */
export async function benchUpkeep({ folder, years, count }: Databases): Promise<Measured[]> {
  const exported = { rows: 0, bytes: 0 };
  const exporting = await withStalls(() => exportSpans(years, exported));
  const harmed = join(folder, 'harmed', 'andon.sqlite');
  mkdirSync(join(folder, 'harmed'));
  copyFileSync(years, harmed);
  breakPages(harmed);
  const mending = await withStalls(() => mend(harmed));
  const store = await openStore(years);
  const forgetting = await withStalls(() => store.forget({ project: PROJECT }));
  store.close();
  const seconds = exporting.ms / 1000;
  return [
    figure(`spans as CSV, ${count} years`, exporting.ms, 'ms', null),
    figure('spans as CSV, rows a second', Math.round(exported.rows / seconds), 'rows', null),
    figure('spans as CSV, bytes a second', exported.bytes / 1e6 / seconds, 'MB', null),
    figure('spans as CSV, longest stall', exporting.stallMs, 'ms', FRAME_MS),
    figure(`${BROKEN_PAGES} broken pages mended, ${count} years`, mending.ms, 'ms', null),
    figure('mending, longest stall', mending.stallMs, 'ms', FRAME_MS),
    figure(`a project forgotten, ${count} years`, forgetting.ms, 'ms', null),
    figure('forgetting, longest stall', forgetting.stallMs, 'ms', FRAME_MS),
  ];
}

async function exportSpans(path: string, exported: { rows: number; bytes: number }): Promise<void> {
  const source = await ExportSource.open(path);
  for (const { text, rows } of csvOf(source.spans())) {
    exported.bytes += Buffer.byteLength(text);
    exported.rows += rows;
    await yieldTurn();
  }
  source.close();
}

/** Pages of nothing but a byte that no page begins with. */
function breakPages(path: string): void {
  const pages = Math.floor(statSync(path).size / PAGE_BYTES);
  const file = openSync(path, 'r+');
  for (let part = 1; part <= BROKEN_PAGES; part++) {
    const page = Math.floor((pages * part) / (BROKEN_PAGES + 1));
    writeSync(file, Buffer.alloc(PAGE_BYTES, 0xa5), 0, PAGE_BYTES, page * PAGE_BYTES);
  }
  closeSync(file);
}

async function mend(path: string): Promise<void> {
  const quiet = { onRepair: () => undefined, onDamage: () => undefined };
  (await openRepaired(path, { isDamaged: true, now: () => Date.now(), yieldTurn, ...quiet })).close();
}
