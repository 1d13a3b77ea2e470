import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { RecordKeeper } from '../../../src/runtime/recordKeeper.ts';
import { Upkeep, type UpkeepPorts } from '../../../src/runtime/upkeep.ts';
import { backUp } from '../../../src/store/backup.ts';
import { backupNames, eraseCopies } from '../../../src/store/copies.ts';
import { StoreBusy } from '../../../src/store/errors.ts';
import { eraseFiles } from '../../../src/store/file.ts';
import { openStore } from '../../../src/store/open.ts';
import { FakeClock } from '../../support/fakeClock.ts';
import { doc, edit } from '../../support/signals.ts';

const DAY = 86_400_000;
const SECRET = 'hush-hush-project';

describe('Upkeep', () => {
  let folder: string;
  let file: string;
  let clock: FakeClock;
  let failures: string[];
  let keeper: RecordKeeper;

  beforeEach(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'andon-upkeep-'));
    file = path.join(folder, 'andon.sqlite');
    clock = new FakeClock();
    failures = [];
    keeper = makeKeeper();
    await keeper.begin();
  });

  afterEach(() => {
    keeper.dispose();
    fs.rmSync(folder, { recursive: true });
  });

  function makeKeeper(): RecordKeeper {
    return new RecordKeeper({
      clock,
      zone: () => 'Europe/Berlin',
      fileId: () => (fs.existsSync(file) ? String(fs.statSync(file).ino) : null),
      open: () => openStore(file),
      checkSupport: () => Promise.resolve(),
      eraseFiles: () => eraseFiles(file),
      eraseCopies: () => eraseCopies(file),
      onFailure: what => failures.push(what),
    });
  }

  function upkeep(ports: Partial<UpkeepPorts> = {}): Upkeep {
    return new Upkeep(keeper, {
      clock,
      isLeader: () => true,
      keepMonths: () => 0,
      backupNames: () => backupNames(file),
      backUp: (date, isWanted) => backUp(file, date, isWanted),
      onFailure: what => failures.push(what),
      ...ports,
    });
  }

  function filesWithSecret(): string[] {
    const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return names.filter(name => {
      const each = path.join(folder, name);
      return fs.statSync(each).isFile() && fs.readFileSync(each).includes(SECRET);
    });
  }

  it('backs the record up once a day', async () => {
    await keeper.start();
    await upkeep().check();
    const { mtimeMs } = fs.statSync(path.join(folder, 'backups', 'andon-2026-03-02.sqlite'));
    await upkeep().check();
    assert.equal(fs.statSync(path.join(folder, 'backups', 'andon-2026-03-02.sqlite')).mtimeMs, mtimeMs);
    const next = new FakeClock(clock.now() + DAY);
    await upkeep({ clock: next }).check();
    assert.deepEqual(backupNames(file), ['andon-2026-03-03.sqlite', 'andon-2026-03-02.sqlite']);
  });

  it('does nothing while there is no record, while it is paused, and in windows that do not lead', async () => {
    const one = upkeep();
    await one.check();
    await keeper.start();
    keeper.pause();
    await one.check();
    keeper.resume();
    await upkeep({ isLeader: () => false }).check();
    assert.deepEqual(backupNames(file), []);
    await one.check();
    assert.equal(backupNames(file).length, 1);
  });

  it('leaves no backup of a record that is erased meanwhile', async () => {
    await keeper.start();
    keeper.signal(edit(clock.now(), { doc: doc('a.ts', SECRET) }));
    keeper.flush();
    const checked = upkeep().check();
    await keeper.erase();
    await checked;
    assert.deepEqual(fs.readdirSync(folder), []);
    assert.deepEqual(failures, []);
  });

  it('removes what is older than the user wants it kept, before it backs up', async () => {
    await keeper.start();
    keeper.signal(edit(clock.now() - 70 * DAY, { doc: doc('old.ts', SECRET) }));
    keeper.signal(edit(clock.now(), { doc: doc('a.ts') }));
    keeper.flush();
    await upkeep({ keepMonths: () => 2 }).check();
    assert.equal(keeper.readable?.store.slice(0, 8.64e15, 300_000).slice.spans.length, 1);
    assert.equal(
      fs.readFileSync(path.join(folder, 'backups', 'andon-2026-03-02.sqlite')).includes(SECRET),
      false,
    );
    assert.deepEqual(failures, []);
  });

  it('tries again where another window writes, and tells of what else fails', async () => {
    await keeper.start();
    await upkeep({ backUp: () => Promise.reject(new StoreBusy()) }).check();
    assert.deepEqual(failures, []);
    await upkeep({ backUp: () => Promise.reject(new Error('no room')) }).check();
    assert.deepEqual(failures, ['The record could not be backed up or tidied.']);
  });

  it('looks by itself some minutes after the start', async () => {
    await keeper.start();
    let asked = 0;
    const one = upkeep({ backUp: () => Promise.resolve(++asked > 0) });
    clock.advance(240_000);
    assert.equal(asked, 0);
    clock.advance(60_000);
    await new Promise(resolve => setImmediate(resolve));
    assert.equal(asked, 1);
    one.dispose();
  });

  it('leaves a forgotten project in no file, backups included, though a second window was recording it', async () => {
    await keeper.start();
    const second = makeKeeper();
    await second.begin();
    const named = { doc: doc('a.ts', SECRET) };
    keeper.signal(edit(clock.now(), named));
    second.signal(edit(clock.now(), { ...named, window: 'w2' }));
    clock.advance(2_000);
    await upkeep().check();
    assert.equal(filesWithSecret().length, 2);
    // Not written yet when the project is forgotten.
    second.signal(edit(clock.now() + 60_000, { ...named, window: 'w2' }));
    await keeper.forget({ project: SECRET });
    assert.deepEqual(filesWithSecret(), []);
    clock.advance(2_000);
    second.signal(edit(clock.now(), { doc: doc('b.ts'), window: 'w2' }));
    clock.advance(2_000);
    keeper.flush();
    second.dispose();
    assert.deepEqual(filesWithSecret(), []);
    assert.deepEqual(
      keeper.readable?.store.slice(0, 8.64e15, 300_000).slice.spans.map(each => each.project),
      ['shop'],
    );
    assert.equal(keeper.state?.kind, 'recording');
  });
});
