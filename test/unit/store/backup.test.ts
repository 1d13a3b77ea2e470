import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { backUp } from '../../../src/store/backup.ts';
import {
  backupFolder,
  backupNames,
  eraseCopies,
  nameForAside,
  pruneAside,
} from '../../../src/store/copies.ts';
import { openStore } from '../../../src/store/open.ts';
import { batch, DAY, IDLE_AFTER, NINE, span } from './builders.ts';
import { damage } from '../../torture/harm.ts';
import { withFolder } from './temporaryFolder.ts';

const TODAY = '2026-11-23';
const wanted = () => true;

describe('a backup', () => {
  const spansIn = async (path: string) => {
    const store = await openStore(path);
    const { spans } = store.slice(NINE - DAY, NINE + DAY, IDLE_AFTER).slice;
    store.close();
    return spans.length;
  };

  it('holds what was committed, in one file for the user alone, while a window writes', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      const store = await openStore(path);
      store.write(batch({ spans: [span()] }));
      assert.equal(await backUp(path, TODAY, wanted), true);
      store.write(batch({ spans: [span({ start: NINE + 1 })] }));
      assert.deepEqual(readdirSync(backupFolder(path)), ['andon-2026-11-23.sqlite']);
      const file = join(backupFolder(path), 'andon-2026-11-23.sqlite');
      assert.equal(statSync(file).mode & 0o777, 0o600);
      assert.equal(statSync(backupFolder(path)).mode & 0o777, 0o700);
      assert.equal(await spansIn(file), 1);
      store.close();
    }));

  it('is of one instant, however much is written meanwhile', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      const store = await openStore(path);
      for (let i = 0; i < 60; i++) {
        const spans = Array.from({ length: 200 }, (_, k) =>
          span({ start: NINE + i * 200 + k, branch: `${i * 200 + k}`.padEnd(200) }),
        );
        store.write(batch({ spans }));
      }
      let asked = 0;
      await backUp(path, TODAY, () => {
        store.write(batch({ spans: [span({ start: NINE + 100_000 + asked++ })] }));
        return true;
      });
      assert.ok(asked > 1, 'it was copied in one go');
      assert.equal(await spansIn(join(backupFolder(path), 'andon-2026-11-23.sqlite')), 12_000);
      store.close();
    }));

  it('leaves nothing where it is not wanted any more', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      (await openStore(path)).close();
      assert.equal(await backUp(path, TODAY, () => false), false);
      assert.deepEqual(readdirSync(backupFolder(path)), []);
    }));

  it('is left to the window that has begun it, until that one is gone', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      (await openStore(path)).close();
      mkdirSync(backupFolder(path));
      const unfinished = join(backupFolder(path), 'andon-2026-11-23.sqlite.part');
      writeFileSync(unfinished, '');
      assert.equal(await backUp(path, TODAY, wanted), false);
      const longAgo = Date.now() / 1000 - 7200;
      utimesSync(unfinished, longAgo, longAgo);
      assert.equal(await backUp(path, TODAY, wanted), true);
    }));

  it('is not made of a damaged record, which it says', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      const store = await openStore(path);
      store.write(batch({ spans: Array.from({ length: 2_000 }, (_, i) => span({ start: NINE + i })) }));
      store.close();
      damage(path, 'noiseInside');
      await assert.rejects(backUp(path, TODAY, wanted), { code: 'damaged' });
      assert.deepEqual(readdirSync(backupFolder(path)), []);
    }));

  it('takes the place of those that are surplus by then', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      (await openStore(path)).close();
      for (let day = 11; day <= 19; day++) await backUp(path, `2026-11-${day}`, wanted);
      assert.equal(backupNames(path).length, 8);
      assert.equal(backupNames(path)[0], 'andon-2026-11-19.sqlite');
    }));
});

describe('copies of the record', () => {
  it('are all erased, and nothing else is', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      (await openStore(path)).close();
      await backUp(path, TODAY, wanted);
      writeFileSync(join(backupFolder(path), 'andon-2026-11-22.sqlite.part'), 'half');
      const aside = nameForAside(path, NINE);
      for (const name of [aside, `${aside}-wal`, 'notes.txt']) writeFileSync(join(folder, name), 'x');
      mkdirSync(join(folder, 'repair'));
      assert.deepEqual(eraseCopies(path), []);
      assert.deepEqual(readdirSync(folder).sort(), ['andon.sqlite', 'notes.txt']);
    }));

  it('that are damaged are named after the time at which they were set aside, each otherwise', () =>
    withFolder(folder => {
      const path = join(folder, 'andon.sqlite');
      const first = nameForAside(path, NINE);
      assert.equal(first, 'andon-damaged-20261123-090000.sqlite');
      writeFileSync(join(folder, first), '');
      assert.equal(nameForAside(path, NINE), 'andon-damaged-20261123-090000-2.sqlite');
    }));

  it('that are damaged are three at most', () =>
    withFolder(folder => {
      const path = join(folder, 'andon.sqlite');
      for (let i = 0; i < 5; i++) {
        const name = nameForAside(path, NINE + i * 1000);
        writeFileSync(join(folder, name), '');
        writeFileSync(join(folder, `${name}-wal`), '');
      }
      pruneAside(path);
      assert.equal(readdirSync(folder).length, 6);
      assert.equal(existsSync(join(folder, 'andon-damaged-20261123-090004.sqlite')), true);
      assert.equal(readFileSync(join(folder, 'andon-damaged-20261123-090002.sqlite-wal')).length, 0);
    }));
});
