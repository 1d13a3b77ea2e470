import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreError, type StoreErrorCode } from '../../../src/store/errors.ts';
import { openStore } from '../../../src/store/open.ts';
import { batch, span } from './builders.ts';
import { withFolder } from './temporaryFolder.ts';

describe('opening the store', () => {
  it('creates the folder and the files for the user alone', () =>
    withFolder(async folder => {
      const path = join(folder, 'storage', 'andon.sqlite');
      const store = await openStore(path);
      store.write(batch({ spans: [span()] }));
      for (const suffix of ['', '-wal', '-shm']) {
        assert.equal(statSync(path + suffix).mode & 0o777, 0o600, suffix);
      }
      assert.equal(statSync(join(folder, 'storage')).mode & 0o777, 0o700);
      store.close();
    }));

  it('takes back rights that a file has too many of', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      writeFileSync(path, '', { mode: 0o644 });
      (await openStore(path)).close();
      assert.equal(statSync(path).mode & 0o777, 0o600);
    }));

  it('marks the file as its own and keeps what is in it', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      const store = await openStore(path);
      store.write(batch({ spans: [span()] }));
      store.close();
      const again = await openStore(path);
      assert.deepEqual(again.write(batch({ spans: [span()] })), [2]);
      again.close();
      assert.equal(readFileSync(path).toString('latin1', 68, 72), 'Andn');
    }));

  it('keeps the schema in the order that it was written in, with its explanations', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      (await openStore(path)).close();
      const database = new DatabaseSync(path);
      const schema = database.prepare(`SELECT sql FROM sqlite_schema WHERE name = 'span'`).get()?.['sql'];
      assert.match(String(schema), /minutes east of UTC/);
      assert.equal(database.prepare('PRAGMA journal_mode').get()?.['journal_mode'], 'wal');
      database.close();
    }));

  for (const [what, code, fill] of UNUSABLE()) {
    it(`leaves ${what} as it is`, () =>
      withFolder(async folder => {
        const path = join(folder, 'andon.sqlite');
        await fill(path);
        const before = readFileSync(path);
        await assertRefused(path, code);
        assert.deepEqual(readFileSync(path), before);
      }));
  }

  it('says that a folder cannot be written', () =>
    withFolder(async folder => {
      // The user root may write into folders that say otherwise: a file in place of the folder stops root, too.
      writeFileSync(join(folder, 'storage'), '');
      await assertRefused(join(folder, 'storage', 'andon.sqlite'), 'readOnly');
      mkdirSync(join(folder, 'andon.sqlite'));
      await assertRefused(join(folder, 'andon.sqlite'), 'readOnly');
    }));
});

function UNUSABLE(): [what: string, code: StoreErrorCode, fill: (path: string) => Promise<void> | void][] {
  const withSqlite = (path: string, sql: string) => {
    const database = new DatabaseSync(path);
    database.exec(sql);
    database.close();
  };
  return [
    [
      'a file of a newer version',
      'newerSchema',
      async path => {
        (await openStore(path)).close();
        withSqlite(path, 'PRAGMA user_version = 99');
      },
    ],
    [
      'a database of another program',
      'notOurs',
      path => {
        withSqlite(path, 'CREATE TABLE bookmarks (url)');
      },
    ],
    [
      'a database that another program has marked as its own',
      'notOurs',
      path => {
        withSqlite(path, 'PRAGMA application_id = 7; CREATE TABLE bookmarks (url)');
      },
    ],
    [
      'a file that is no database',
      'damaged',
      path => {
        writeFileSync(path, 'x'.repeat(5000));
      },
    ],
    [
      'a short file that is no database',
      'damaged',
      path => {
        writeFileSync(path, '{}');
      },
    ],
    [
      'a database that is torn to pieces',
      'damaged',
      async path => {
        (await openStore(path)).close();
        writeFileSync(path, readFileSync(path).fill(0x55, 100));
      },
    ],
  ];
}

async function assertRefused(path: string, code: StoreErrorCode): Promise<void> {
  await assert.rejects(openStore(path), (error: unknown) => {
    assert.ok(error instanceof StoreError, String(error));
    assert.equal(error.code, code);
    assert.match(error.message, /^[A-Z].*\.$/);
    assert.match(error.remedy, /\.$/);
    return true;
  });
}
