import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { eraseFiles } from '../../../src/store/file.ts';
import { openStore } from '../../../src/store/open.ts';
import { batch, DAY, fact, IDLE_AFTER, NINE, span, tally } from './builders.ts';
import { withFolder } from './temporaryFolder.ts';

const SECRET = 'project-palimpsest';
const ROWS = batch({
  spans: [span({ project: SECRET, doc: { project: SECRET, path: `${SECRET}.ts`, language: SECRET } })],
  facts: [fact(NINE, { kind: 'queue', item: SECRET, phase: 'start' }, { path: SECRET })],
  tallies: [tally({ project: SECRET, branch: SECRET, window: SECRET })],
});

function filesWithSecret(folder: string): string[] {
  return readdirSync(folder).filter(name => readFileSync(join(folder, name)).includes(SECRET));
}

describe('erasing', () => {
  it('leaves no byte of a name on disk while another window has the file open', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      const store = await openStore(path);
      const other = await openStore(path);
      for (let i = 0; i < 200; i++)
        store.write({ ...ROWS, spans: [span({ start: NINE + i, project: `${SECRET}${i}` })] });
      store.setMeta('note', SECRET);
      store.checkpoint();
      other.write(ROWS);
      assert.deepEqual(filesWithSecret(folder), ['andon.sqlite', 'andon.sqlite-wal']);
      const version = other.dataVersion();
      assert.equal(await store.scrub(), true);
      assert.deepEqual(filesWithSecret(folder), []);
      assert.equal(statSync(`${path}-wal`).size, 0);
      assert.notEqual(other.dataVersion(), version);
      assert.equal(other.getMeta('note'), null);
      store.close();
      other.close();
    }));

  it('is told to other windows once, and brings nothing back that they remember', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      const store = await openStore(path);
      const other = await openStore(path);
      const [id = 0] = other.write(ROWS);
      other.slice(NINE, NINE + DAY, IDLE_AFTER);
      await store.scrub();
      store.write(batch({ spans: [span({ project: 'first of the new' })] }));
      // Sealing goes on by itself: it holds no rows.
      const bounds = { date: '2026-11-23', start: NINE, end: NINE + DAY };
      other.sealDay(bounds, { idleAfterMs: IDLE_AFTER }, () => undefined);
      assert.throws(() => other.write(batch({ spans: [span({ id, project: SECRET })] })), {
        code: 'forgotten',
      });
      other.write(batch({ spans: [span({ project: 'second of the new' })] }));
      const { spans } = store.slice(NINE, NINE + DAY, IDLE_AFTER).slice;
      assert.deepEqual(
        spans.map(each => [each.id, each.project]),
        [
          [id + 1, 'first of the new'],
          [id + 2, 'second of the new'],
        ],
      );
      assert.deepEqual(other.slice(NINE, NINE + DAY, IDLE_AFTER).slice.spans, spans);
      store.close();
      other.close();
    }));

  it('removes the files', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      const store = await openStore(path);
      store.write(ROWS);
      store.close();
      store.close();
      assert.deepEqual(eraseFiles(path), []);
      assert.equal(existsSync(path), false);
      assert.deepEqual(readdirSync(folder), []);
    }));
});
