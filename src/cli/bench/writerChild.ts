import { writeSync } from 'node:fs';
import { StoreBusy } from '../../store/errors.ts';
import { openStore } from '../../store/open.ts';
import type { Store } from '../../store/store.ts';
import { workday } from './workday.ts';

export interface WriterReport {
  readonly ids: number[];
  /** Milliseconds of each flush that wrote. */
  readonly flushMs: number[];
  /** Flushes that found another window writing, and kept what they had. */
  busy: number;
  errors: number;
}

/**
 * A window of its own process, for `writers.ts`: flushes at a rate and reports at the end. Without a rate it writes as fast as it
 * can and prints each id once it is committed.
 */
const [, , path = '', window = '', rate = '', count = ''] = process.argv;
const store = await openStore(path);
const spans = workday(1).spans.map(span => ({ ...span, window }));
if (Number(rate) === Infinity) printIds(store);
else
  process.send?.(await writeAtRate(store, 1000 / Number(rate), Number(count)), () => {
    process.disconnect();
  });

function printIds(store: Store): void {
  for (let i = 0; ; i++) writeSync(1, `${flush(store, i)}\n`);
}

async function writeAtRate(store: Store, everyMs: number, flushes: number): Promise<WriterReport> {
  const report: WriterReport = { ids: [], flushMs: [], busy: 0, errors: 0 };
  for (let i = 0; i < flushes;) {
    const began = performance.now();
    try {
      report.ids.push(flush(store, i));
      report.flushMs.push(performance.now() - began);
      i++;
    } catch (error) {
      if (error instanceof StoreBusy) report.busy++;
      else report.errors++;
    }
    await new Promise(resolve => setTimeout(resolve, everyMs * (0.5 + Math.random())));
  }
  store.close();
  return report;
}

/** Writes one span; answers its id. */
function flush(store: Store, i: number): number {
  const span = spans[i % spans.length];
  if (!span) return 0;
  const later = Math.floor(i / spans.length) * 86_400_000;
  const moved = { ...span, start: span.start + later, end: span.end + later };
  return store.write({ spans: [moved], facts: [], tallies: [], touched: moved })[0] ?? 0;
}
