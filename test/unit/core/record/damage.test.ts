import assert from 'node:assert/strict';
import { kindOfFile, planRepair, type FileLook } from '../../../../src/core/record/damage.ts';
import {
  describeRepair,
  mostLost,
  type MissingTime,
  type Repair,
} from '../../../../src/core/record/repair.ts';

const MINUTE = 60_000;

function look(overrides: Partial<FileLook> = {}): FileLook {
  return { size: 40_960, header: 'ours', hasOurWords: true, hasTraces: true, ...overrides };
}

function repair(overrides: Partial<Repair> = {}): Repair {
  return {
    wasEmpty: false,
    setAside: 'andon-damaged-20261123-090000.sqlite',
    salvagedRows: 1_200,
    backupRows: 0,
    backup: null,
    lostMs: 0,
    ...overrides,
  };
}

describe('a file that cannot be opened', () => {
  it('is a record where its header says so', () => {
    assert.equal(kindOfFile(look({ hasOurWords: false, hasTraces: false })), 'broken');
  });

  it('is a record without a header where our words stand in it', () => {
    assert.equal(kindOfFile(look({ header: 'unknown', hasTraces: false })), 'headless');
    assert.equal(kindOfFile(look({ header: 'blank', hasTraces: false })), 'headless');
  });

  it('of zeros is a record where backups lie beside it', () => {
    assert.equal(kindOfFile(look({ header: 'blank', hasOurWords: false })), 'headless');
    assert.equal(kindOfFile(look({ header: 'blank', hasOurWords: false, hasTraces: false })), 'foreign');
  });

  it('is left alone in doubt, and always where another program marked it', () => {
    assert.equal(kindOfFile(look({ header: 'unknown', hasOurWords: false })), 'foreign');
    assert.equal(kindOfFile(look({ header: 'another' })), 'foreign');
    assert.equal(kindOfFile(look({ header: 'newer' })), 'foreign');
  });

  it('that is empty was emptied where there was a record, and else is new', () => {
    assert.equal(kindOfFile(look({ size: 0, header: 'blank', hasOurWords: false })), 'emptied');
    assert.equal(kindOfFile(look({ size: 0, header: 'blank', hasOurWords: false, hasTraces: false })), 'new');
  });
});

describe('what a record is mended from', () => {
  it('is the file itself and the backups; of an empty one the backups alone', () => {
    assert.deepEqual(planRepair('broken', ['b', 'a']), { readsFile: true, backups: ['b', 'a'] });
    assert.deepEqual(planRepair('headless', []), { readsFile: true, backups: [] });
    assert.deepEqual(planRepair('emptied', ['b']), { readsFile: false, backups: ['b'] });
  });

  it('is nothing where the file is another program’s or new', () => {
    assert.equal(planRepair('foreign', ['b']), null);
    assert.equal(planRepair('new', ['b']), null);
  });
});

describe('the time that is missing', () => {
  const everything = { start: -Infinity, end: Infinity };
  const holes = [
    { start: 10 * MINUTE, end: 20 * MINUTE },
    { start: 50 * MINUTE, end: Infinity },
  ];
  const lost = (overrides: Partial<MissingTime> = {}) =>
    mostLost({
      inFile: holes,
      inBackups: holes,
      backedUpUntil: -Infinity,
      lastKnown: 60 * MINUTE,
      ...overrides,
    });

  it('is that of the holes, until the last write', () => {
    assert.equal(lost(), 20 * MINUTE);
    assert.equal(lost({ inFile: [] }), 0);
  });

  it('is that since the backup, where one filled the holes', () => {
    assert.equal(lost({ inBackups: [], backedUpUntil: 15 * MINUTE }), 15 * MINUTE);
    assert.equal(lost({ inBackups: [], backedUpUntil: 55 * MINUTE }), 5 * MINUTE);
    assert.equal(lost({ inBackups: [], backedUpUntil: 61 * MINUTE }), 0);
    assert.equal(lost({ inFile: [everything], inBackups: [], backedUpUntil: 59 * MINUTE }), MINUTE);
  });

  it('is also that of holes which no backup filled', () => {
    assert.equal(lost({ inBackups: holes.slice(0, 1), backedUpUntil: 55 * MINUTE }), 15 * MINUTE);
  });

  it('is all there was where nothing is known of the beginning', () => {
    assert.equal(lost({ inFile: [everything] }), null);
  });
});

describe('what is said of a mended record', () => {
  it('names what was saved, what is missing and where the damaged file is', () => {
    assert.equal(
      describeRepair(repair({ lostMs: 90_000 })),
      'The file of the record was damaged. 1,200 rows of it were saved. At most 2 minutes of recorded time are missing. ' +
        'Recording goes on. The damaged file is kept as andon-damaged-20261123-090000.sqlite.',
    );
  });

  it('names the backup that filled in', () => {
    const backup = 'andon-2026-11-22.sqlite';
    const text = describeRepair(
      repair({ wasEmpty: true, salvagedRows: 0, backupRows: 1, backup, lostMs: MINUTE }),
    );
    assert.match(text, /^The file of the record was empty\. 1 row comes from the backup of 2026-11-22\. /);
    assert.match(text, /At most 1 minute of recorded time is missing\./);
  });

  it('says so where nothing is missing, and where nothing could be saved', () => {
    assert.match(describeRepair(repair()), /No recorded time is missing\./);
    assert.match(
      describeRepair(repair({ salvagedRows: 0, lostMs: null })),
      /No row could be saved, and there is no backup\. What was recorded before is missing\./,
    );
  });
});
