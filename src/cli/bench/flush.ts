import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TALLY_MS } from '../../core/activity/facts.ts';
import type { Span } from '../../core/activity/span.ts';
import { openStore } from '../../store/open.ts';
import type { Store } from '../../store/store.ts';
import { Chance } from './chance.ts';
import { figure, median, medianOf, quantile, ratio, timed, type Measured } from './figures.ts';
import type { Databases } from './places.ts';
import { DAY_MS, randomDoc, workday, YEAR_DAYS, YEAR_START } from './workday.ts';

const FLUSHES = 4_000;
/** Flushes between two rests in which the log is moved into the database, as an hour of typing has. */
const PER_CHECKPOINT = 1_800;

/** What a flush every two seconds costs on a big database, beside a small one and beside rewriting a file of today's spans. */
export async function benchFlush({ folder, year, years, count }: Databases): Promise<Measured[]> {
  // The two take turns, so that what else the machine does meets both alike.
  const [small, big] = [await openStore(year), await openStore(years)];
  const inYear = typist(small);
  const inYears = typist(big);
  const times = { inYear: [] as number[], inYears: [] as number[] };
  for (let i = 0; i < FLUSHES; i++) {
    times.inYear.push(inYear());
    times.inYears.push(inYears());
    if (i % PER_CHECKPOINT === 0) for (const store of [small, big]) store.checkpoint();
  }
  for (const store of [small, big]) store.close();

  const today = workday(0).spans;
  const file = join(folder, 'today.json');
  const rewrite = medianOf(50, () => {
    writeFileSync(file, JSON.stringify(today));
  });
  const p50 = median(times.inYears);
  return [
    figure(`flush p50, ${count} years`, p50 * 1000, 'µs', 200),
    figure(`flush p99, ${count} years`, quantile(times.inYears, 0.99) * 1000, 'µs', null),
    figure(`flush max, ${count} years`, Math.max(...times.inYears), 'ms', 5),
    figure('flush p50, one of those years', median(times.inYear) * 1000, 'µs', null),
    figure("naive: today's spans rewritten as JSON", rewrite * 1000, 'µs', null),
    ratio(`flush, ${count} years ÷ one of them`, p50, median(times.inYear), 2),
    ratio("flush ÷ JSON rewrite of today's spans", p50, rewrite, 0.5),
  ];
}

/** Somebody who types: each call flushes two more seconds and answers the milliseconds that it took. */
function typist(store: Store): () => number {
  const chance = new Chance(42);
  let time = YEAR_START + YEAR_DAYS * DAY_MS + 8 * 3_600_000;
  let span = newSpan(chance, time);
  return () => {
    time += 2_000;
    span = chance.is(0.1) ? newSpan(chance, time) : grown(span, time);
    const { doc, edits } = span;
    const counts = { typed: edits, bulk: 0, program: 0, undo: 0, inserted: edits * 2, deleted: edits };
    const from = Math.floor(time / TALLY_MS) * TALLY_MS;
    const tally = { from, window: 'typist', ...doc, branch: 'main', ...counts };
    const touched = { start: time - 2_000, end: time };
    let ids: readonly number[] = [];
    const ms = timed(() => {
      ids = store.write({ spans: [span], facts: [], tallies: [tally], touched });
    });
    span = { ...span, id: ids[0] ?? 0 };
    return ms;
  };
}

type TypedSpan = Span & { readonly doc: NonNullable<Span['doc']> };

function newSpan(chance: Chance, start: number): TypedSpan {
  const doc = randomDoc(chance);
  const place = { window: 'typist', doc, project: doc.project, branch: 'main', offset: 60 };
  const counts = { edits: 1, inserted: 1, deleted: 0, lulls: [] };
  return { id: 0, start, end: start, activity: 'coding', ...place, ...counts };
}

function grown(span: TypedSpan, end: number): TypedSpan {
  return { ...span, end, edits: span.edits + 8, inserted: span.inserted + 7, deleted: span.deleted + 1 };
}
