import assert from 'node:assert/strict';
import { join } from 'node:path';
import { zoneCalendar } from '../../../src/core/activity/calendar.ts';
import {
  daysTable,
  exportRecord,
  type ExportFormat,
  type ExportRun,
} from '../../../src/runtime/exportRecord.ts';
import { ExportSource } from '../../../src/store/exportSource.ts';
import { openStore } from '../../../src/store/open.ts';
import { batch, DAY, fact, HOUR, IDLE_AFTER, MINUTE, NINE, span, tally } from '../store/builders.ts';
import { withFolder } from '../store/temporaryFolder.ts';

/** Writes a record of two days out, and answers the text. */
async function exported(format: ExportFormat, run: Partial<ExportRun> = {}) {
  let text = '';
  let rows = 0;
  await withFolder(async folder => {
    const path = join(folder, 'andon.sqlite');
    const store = await openStore(path);
    const spans = [
      span({ end: NINE + 30 * MINUTE }),
      span({ start: NINE + DAY, doc: null, project: '=cmd', activity: 'testing' }),
    ];
    const away = fact(NINE + 2 * HOUR, {
      kind: 'away',
      start: NINE + HOUR,
      end: NINE + 2 * HOUR,
      as: 'reading',
    });
    store.write(
      batch({ spans, facts: [away, fact(NINE, { kind: 'diagnostics', errors: 2 })], tallies: [tally()] }),
    );
    const source = await ExportSource.open(path);
    // Of one instant: this comes too late.
    store.write(batch({ spans: [span({ start: NINE + 5 * DAY })] }));
    const parts = {
      tables: () => source.tables(),
      spans: () => source.spans(),
      days: () =>
        daysTable({
          range: { start: NINE, end: NINE + 2 * DAY },
          calendar: zoneCalendar('Europe/Berlin'),
          slice: (from, to) => store.slice(from, to, IDLE_AFTER).slice,
          idleAfterMs: IDLE_AFTER,
          deepBlockMs: 25 * MINUTE,
        }),
    };
    try {
      rows = await exportRecord(format, parts, NINE, {
        write(piece) {
          text += piece;
          return Promise.resolve();
        },
        onProgress: () => undefined,
        signal: new AbortController().signal,
        yieldTurn: () => Promise.resolve(),
        ...run,
      });
    } finally {
      source.close();
      store.close();
    }
  });
  return { text, rows };
}

describe('exporting the record', () => {
  it('gives everything as JSON, with names and times', async () => {
    const { text, rows } = await exported('json');
    const read = JSON.parse(text) as Record<string, Record<string, unknown>[]>;
    assert.deepEqual(read['span']?.[0], {
      id: 1,
      start: NINE,
      end: NINE + 30 * MINUTE,
      activity: 'coding',
      language: 'typescript',
      project: 'shop',
      path: 'src/cart.ts',
      branch: 'main',
      window: 'w1',
      offset: 60,
      edits: 3,
      inserted: 20,
      deleted: 4,
      lulls: null,
    });
    assert.equal(read['span'].length, 2);
    assert.equal(read['tally']?.[0]?.['from'], NINE);
    assert.equal(read['away']?.[0]?.['as'], 'reading');
    assert.equal(read['event']?.[0]?.['detail'], '{"errors":2}');
    assert.deepEqual([read['session'], read['task']], [[], []]);
    assert.deepEqual(
      read['days']?.map(day => [day['date'], day['active_minutes'], day['deep_minutes']]),
      [
        ['2026-11-23', 30, 30],
        ['2026-11-24', 1, 0],
      ],
    );
    assert.equal(rows, 2 + 1 + 1 + 1 + 2);
  });

  it('gives spans as CSV, in local time', async () => {
    const { text } = await exported('spans.csv');
    assert.deepEqual(text.split('\r\n'), [
      'id,start,until,seconds,activity,project,path,language,branch,edits,inserted,deleted,window',
      '1,2026-11-23 10:00:00,2026-11-23 10:30:00,1800,coding,shop,src/cart.ts,typescript,main,3,20,4,w1',
      "2,2026-11-24 10:00:00,2026-11-24 10:01:00,60,testing,'=cmd,,,main,3,20,4,w1",
      '',
    ]);
  });

  it('gives days as CSV', async () => {
    const { text } = await exported('days.csv');
    assert.deepEqual(text.split('\r\n').slice(1), [
      '2026-11-23,30,30,0,60,0,0,0,3,1,2,0',
      '2026-11-24,1,0,0,0,0,0,0,0,0,0,0',
      '',
    ]);
  });

  it('tells how far it is, and stops when it is told to', async () => {
    const progress: number[] = [];
    await exported('json', { onProgress: part => progress.push(part) });
    assert.equal(progress.at(-1), 1);
    assert.deepEqual(
      progress,
      [...progress].sort((a, b) => a - b),
    );
    const stop = new AbortController();
    let written = 0;
    await assert.rejects(
      exported('json', {
        signal: stop.signal,
        write() {
          if (++written === 3) stop.abort(new Error('Enough.'));
          return Promise.resolve();
        },
      }),
      /Enough/,
    );
    assert.equal(written, 3);
  });
});
