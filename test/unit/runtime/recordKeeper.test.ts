import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DayKeeper } from '../../../src/runtime/dayKeeper.ts';
import { BEAT_MS, RecordKeeper } from '../../../src/runtime/recordKeeper.ts';
import { StoreError } from '../../../src/store/errors.ts';
import { eraseCopies } from '../../../src/store/copies.ts';
import { eraseFiles } from '../../../src/store/file.ts';
import { openStore } from '../../../src/store/open.ts';
import { FakeClock } from '../../support/fakeClock.ts';
import { doc, edit, focus } from '../../support/signals.ts';

describe('RecordKeeper', () => {
  let folder: string;
  let file: string;
  let clock: FakeClock;
  let failures: string[];
  let keepers: RecordKeeper[];

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'andon-keeper-'));
    file = path.join(folder, 'andon.sqlite');
    clock = new FakeClock();
    failures = [];
    keepers = [];
  });

  afterEach(() => {
    for (const keeper of keepers) keeper.dispose();
    fs.rmSync(folder, { recursive: true });
  });

  async function keeper(
    ports: Partial<ConstructorParameters<typeof RecordKeeper>[0]> = {},
  ): Promise<RecordKeeper> {
    const made = new RecordKeeper({
      clock,
      zone: () => 'Europe/Berlin',
      fileId: () => (fs.existsSync(file) ? String(fs.statSync(file).ino) : null),
      open: () => openStore(file),
      checkSupport: () => Promise.resolve(),
      eraseFiles: () => eraseFiles(file),
      eraseCopies: () => eraseCopies(file),
      onFailure: what => failures.push(what),
      ...ports,
    });
    keepers.push(made);
    await made.begin();
    return made;
  }

  const spansOf = async () => {
    const store = await openStore(file);
    try {
      return store.slice(0, clock.now() + 86_400_000, 300_000).slice.spans;
    } finally {
      store.close();
    }
  };
  const settled = () => new Promise(resolve => setTimeout(resolve, 50));

  it('writes no file before Start', async () => {
    const one = await keeper();
    one.signal(edit(clock.now()));
    clock.advance(BEAT_MS);
    assert.equal(one.state?.kind, 'notStarted');
    assert.deepEqual(fs.readdirSync(folder), []);
  });

  it('has on disk within one beat what happened', async () => {
    const one = await keeper();
    await one.start();
    one.signal(edit(clock.now()));
    clock.advance(BEAT_MS);
    assert.equal((await spansOf()).length, 1);
  });

  it('goes on with a record that is there, and with its pause', async () => {
    const one = await keeper();
    await one.start();
    one.pause();
    one.dispose();
    assert.equal((await keeper()).state?.kind, 'paused');
  });

  it('writes nothing while paused, and starts a new span after', async () => {
    const one = await keeper();
    await one.start();
    one.signal(edit(clock.now()));
    one.pause();
    clock.advance(1000);
    one.signal(edit(clock.now()));
    one.resume();
    clock.advance(1000);
    one.signal(edit(clock.now()));
    one.flush();
    assert.deepEqual(
      (await spansOf()).map(({ start, end }) => end - start),
      [0, 0],
    );
  });

  it('lets a second window know of Start, pause and resume within a beat', async () => {
    const one = await keeper();
    const two = await keeper();
    await one.start();
    clock.advance(BEAT_MS);
    await settled();
    assert.equal(two.state?.kind, 'recording');
    one.pause();
    clock.advance(BEAT_MS);
    assert.equal(two.state.kind, 'paused');
    two.resume();
    clock.advance(BEAT_MS);
    assert.equal(one.state?.kind, 'recording');
  });

  it('sees what another window has written long before it writes itself', async () => {
    const one = await keeper();
    await one.start();
    const two = await keeper();
    clock.advance(BEAT_MS);
    let news = 0;
    two.onDidChangeRecord(() => news++);
    one.signal(edit(clock.now()));
    one.flush();
    clock.advance(BEAT_MS / 4);
    assert.equal(news, 1);
    clock.advance(BEAT_MS / 4);
    assert.equal(news, 1);
  });

  it('erases every byte of a name, in the file that a second window holds open too', async () => {
    const one = await keeper();
    await one.start();
    const two = await keeper();
    const named = { doc: doc('a.ts', 'hush-hush-project') };
    one.signal(edit(clock.now(), named));
    two.signal(edit(clock.now(), { ...named, window: 'w2' }));
    one.flush();
    two.flush();
    two.signal(edit(clock.now() + 60_000, { ...named, window: 'w2' }));
    const kept = fs.openSync(file, 'r');
    await one.erase();
    assert.deepEqual(fs.readdirSync(folder), []);
    assert.equal(fs.readFileSync(kept).includes('hush-hush'), false);
    fs.closeSync(kept);
    clock.advance(BEAT_MS);
    assert.equal(two.state?.kind, 'notStarted');
    assert.deepEqual(fs.readdirSync(folder), []);
  });

  it('takes an erased file that could not be removed for no record, until the next Start', async () => {
    const one = await keeper({ eraseFiles: () => undefined });
    await one.start();
    const two = await keeper();
    one.signal(edit(clock.now()));
    one.flush();
    await one.erase();
    clock.advance(2 * BEAT_MS);
    await settled();
    const three = await keeper();
    assert.deepEqual(
      [one, two, three].map(each => each.state?.kind),
      ['notStarted', 'notStarted', 'notStarted'],
    );
    await three.start();
    assert.equal(three.state?.kind, 'recording');
    assert.deepEqual(await spansOf(), []);
  });

  it('goes on recording where nothing could be erased', async () => {
    const one = await keeper();
    await one.start();
    const { DatabaseSync } = await import('node:sqlite');
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    await assert.rejects(one.erase(), StoreError);
    other.exec('ROLLBACK');
    other.close();
    one.signal(edit(clock.now()));
    one.flush();
    assert.equal((await spansOf()).length, 1);
  }).timeout(10_000);

  it('writes at once when the window loses the focus', async () => {
    const one = await keeper();
    await one.start();
    one.signal(edit(clock.now()));
    one.signal(focus(clock.now(), false));
    assert.equal((await spansOf()).length, 1);
  });

  it('says once that the record cannot be written and why, keeps what happens, and writes it later', async () => {
    let isFull = true;
    const one = await keeper({
      async open() {
        const store = await openStore(file);
        const write = store.write.bind(store);
        store.write = batch => {
          if (isFull) throw new StoreError('full');
          return write(batch);
        };
        return store;
      },
    });
    await one.start();
    const states: string[] = [];
    one.onDidChangeState(state => states.push(state.kind));
    one.signal(edit(clock.now()));
    clock.advance(5 * BEAT_MS);
    assert.deepEqual(states, ['unavailable']);
    assert.equal(failures.length, 1);
    one.signal(edit(clock.now()));
    isFull = false;
    clock.advance(BEAT_MS);
    assert.deepEqual(states, ['unavailable', 'recording']);
    const [span] = await spansOf();
    assert.equal(span?.edits, 2);
  });

  it('goes on when a file that could not be opened is removed or replaced', async () => {
    fs.writeFileSync(file, 'not a database at all, but long enough to look at'.repeat(10));
    const one = await keeper();
    const kind = () => one.state?.kind;
    assert.equal(kind(), 'unavailable');
    clock.advance(3 * BEAT_MS);
    await settled();
    assert.equal(failures.length, 1);
    fs.rmSync(file);
    clock.advance(BEAT_MS);
    await settled();
    assert.equal(kind(), 'notStarted');
    const two = await keeper();
    await two.start();
    clock.advance(BEAT_MS);
    await settled();
    assert.equal(kind(), 'recording');
  });

  it('waits with a new record until other windows have let go of the old one', async () => {
    const one = await keeper();
    await one.start();
    await one.erase();
    const started = one.start();
    await settled();
    assert.deepEqual(fs.readdirSync(folder), []);
    clock.advance(2 * BEAT_MS);
    await started;
    assert.equal(one.state?.kind, 'recording');
  });

  it('goes on with what can be saved of a record that shows damage, once', async () => {
    const asked: boolean[] = [];
    const one = await keeper({
      open(isDamaged) {
        asked.push(isDamaged);
        return openStore(file);
      },
    });
    await one.start();
    const damaged = new StoreError('damaged');
    one.noticeDamage(damaged);
    await settled();
    assert.deepEqual(asked, [false, true]);
    assert.equal(one.state?.kind, 'recording');
    one.signal(edit(clock.now()));
    one.flush();
    assert.equal((await spansOf()).length, 1);
    // The same file again: mending it has not helped.
    one.noticeDamage(damaged);
    await settled();
    assert.deepEqual(asked, [false, true]);
    assert.equal(one.state.kind, 'unavailable');
  });

  it('goes on with the mended record that another window has put in its place', async () => {
    const one = await keeper();
    await one.start();
    one.signal(edit(clock.now()));
    one.flush();
    const copy = path.join(folder, 'mended.sqlite');
    const { DatabaseSync } = await import('node:sqlite');
    const source = new DatabaseSync(file);
    source.exec(`VACUUM INTO '${copy}'`);
    source.close();
    fs.rmSync(`${file}-wal`);
    fs.renameSync(copy, file);
    clock.advance(BEAT_MS);
    await settled();
    assert.equal(one.state?.kind, 'recording');
    one.signal(edit(clock.now() + 60_000));
    one.flush();
    assert.equal((await spansOf()).length, 2);
  });

  it('says why there can be no record, and what to do', async () => {
    fs.writeFileSync(file, 'not a database at all, but long enough to look at'.repeat(10));
    const one = await keeper();
    assert.equal(one.state?.kind, 'unavailable');
    assert.match(one.state.remedy, /Move that file away/);
    assert.match(fs.readFileSync(file, 'utf8'), /^not a database/);
  });

  it('is unavailable where there is no SQLite', async () => {
    const one = await keeper({ checkSupport: () => Promise.reject(new StoreError('noSqlite')) });
    assert.equal(one.state?.kind, 'unavailable');
  });

  it('keeps what it cannot write while another window writes, and says nothing of it', async () => {
    const one = await keeper();
    await one.start();
    const { DatabaseSync } = await import('node:sqlite');
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    one.signal(edit(clock.now()));
    clock.advance(BEAT_MS);
    other.exec('ROLLBACK');
    other.close();
    assert.equal((await spansOf()).length, 0);
    clock.advance(BEAT_MS);
    assert.equal((await spansOf()).length, 1);
    assert.deepEqual(failures, []);
  });

  it('pauses at once even while another window writes, and tells the others as soon as it can', async () => {
    const one = await keeper();
    await one.start();
    const two = await keeper();
    const { DatabaseSync } = await import('node:sqlite');
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    one.pause();
    assert.equal(one.state?.kind, 'paused');
    clock.advance(BEAT_MS);
    assert.equal(one.state.kind, 'paused');
    other.exec('ROLLBACK');
    other.close();
    clock.advance(2 * BEAT_MS);
    assert.equal(two.state?.kind, 'paused');
  });

  it('stores where midnight was, so that a journey leaves past days as they were', async () => {
    const one = await keeper();
    await one.start();
    one.signal(edit(clock.now()));
    one.dispose();
    clock.advance(3_600_000);
    const two = await keeper({ zone: () => 'America/New_York' });
    assert.equal(two.readable?.calendar.offsetAt(clock.now() - 3_600_000), 60);
    assert.equal(two.readable.calendar.offsetAt(clock.now()), -300);
  });

  it('shows today what every window recorded', async () => {
    const one = await keeper();
    const days = new DayKeeper(one, {
      clock,
      zone: () => 'Europe/Berlin',
      rules: () => ({ idleAfterMs: 300_000 }),
      onFailure: what => failures.push(what),
    });
    await one.start();
    const two = await keeper();
    assert.equal(days.today().day, undefined);
    const start = clock.now();
    one.signal(edit(start));
    clock.advance(20_000);
    two.signal(edit(clock.now(), { window: 'w2' }));
    clock.advance(2 * BEAT_MS);
    assert.equal(days.today().day?.activeMs, 20_000);
    days.dispose();
  });
});
