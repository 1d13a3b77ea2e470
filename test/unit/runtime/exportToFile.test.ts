import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zoneCalendar } from '../../../src/core/activity/calendar.ts';
import { exportToFile, type ExportRequest } from '../../../src/runtime/exportToFile.ts';
import { openStore } from '../../../src/store/open.ts';
import { batch, DAY, IDLE_AFTER, MINUTE, NINE, span } from '../store/builders.ts';
import { withFolder } from '../store/temporaryFolder.ts';

/** Exports a record of ten days into `out` beside it, and answers what that folder holds then. */
async function exported(request: Partial<ExportRequest> = {}) {
  let files: string[] = [];
  let text = '';
  await withFolder(async folder => {
    const from = join(folder, 'andon.sqlite');
    const store = await openStore(from);
    const spans = Array.from({ length: 10 }, (_, day) => span({ start: NINE + day * DAY }));
    store.write(batch({ spans }));
    try {
      await exportToFile({
        ...{ format: 'json', from, to: join(folder, 'out'), now: NINE + 10 * DAY },
        record: { store, calendar: zoneCalendar('Europe/Berlin') },
        rules: { idleAfterMs: IDLE_AFTER, deepBlockMs: 25 * MINUTE },
        onProgress: () => undefined,
        signal: new AbortController().signal,
        yieldTurn: () => Promise.resolve(),
        ...request,
      });
    } catch (error) {
      files = readdirSync(folder);
      assert.deepEqual(
        files.filter(name => name.startsWith('out')),
        [],
      );
      throw error;
    } finally {
      store.close();
    }
    text = readFileSync(join(folder, 'out'), 'utf8');
    files = readdirSync(folder).filter(name => name.startsWith('out'));
  });
  return { files, text };
}

describe('exporting to a file', () => {
  it('writes one that can be read, and nothing beside it', async () => {
    const { files, text } = await exported();
    assert.deepEqual(files, ['out']);
    const read = JSON.parse(text) as { span: unknown[]; days: unknown[] };
    assert.deepEqual([read.span.length, read.days.length], [10, 10]);
  });

  it('leaves no file when it is stopped', async () => {
    const stop = new AbortController();
    const onProgress = () => {
      stop.abort(new Error('Enough.'));
    };
    await assert.rejects(exported({ signal: stop.signal, onProgress }), /Enough/);
  });

  it('leaves no file when the record cannot be read', async () => {
    await assert.rejects(exported({ from: '/nowhere/andon.sqlite' }), { name: 'StoreError' });
  });

  it('lets everything else have its turn after each day', async () => {
    let turns = 0;
    const yieldTurn = () => {
      turns++;
      return Promise.resolve();
    };
    await exported({ format: 'days.csv', yieldTurn });
    assert.ok(turns >= 10, String(turns));
  });
});
