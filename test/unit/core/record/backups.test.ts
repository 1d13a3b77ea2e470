import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import {
  backupName,
  backupsAmong,
  dateOfBackup,
  isBackupDue,
  surplusBackups,
} from '../../../../src/core/record/backups.ts';

const DAY = 86_400_000;
const dateAt = (day: number) => new Date(Date.UTC(2026, 0, 1) + day * DAY).toISOString().slice(0, 10);

/** What is there after a backup on each of these days. */
function after(days: readonly number[]): string[] {
  let names: string[] = [];
  for (const day of days) {
    names.push(backupName(dateAt(day)));
    const surplus = new Set(surplusBackups(names));
    names = names.filter(name => !surplus.has(name));
  }
  return names;
}

describe('backups', () => {
  it('are named after their day', () => {
    assert.equal(backupName('2026-03-02'), 'andon-2026-03-02.sqlite');
    assert.equal(dateOfBackup('andon-2026-03-02.sqlite'), '2026-03-02');
  });

  it('are told from other files', () => {
    const others = ['andon.sqlite', 'andon-2026-03-02.sqlite.part', 'andon-2026-13-40.sqlite', 'notes.txt'];
    assert.deepEqual(backupsAmong([...others, 'andon-2026-03-02.sqlite', 'andon-2026-03-03.sqlite']), [
      'andon-2026-03-03.sqlite',
      'andon-2026-03-02.sqlite',
    ]);
  });

  it('are due once a day', () => {
    assert.equal(isBackupDue([backupName('2026-03-02')], '2026-03-03'), true);
    assert.equal(isBackupDue([backupName('2026-03-02')], '2026-03-02'), false);
  });

  it('come to seven days and four weeks, and reach a month back', () => {
    const names = after(Array.from({ length: 200 }, (_, day) => day));
    assert.equal(names.length, 11);
    const ages = backupsAmong(names).map(
      name => (Date.parse(dateAt(199)) - Date.parse(dateOfBackup(name)!)) / DAY,
    );
    assert.deepEqual(ages.slice(0, 7), [0, 1, 2, 3, 4, 5, 6]);
    assert.ok(ages.at(-1)! >= 27, `the oldest is ${ages.at(-1)} days old`);
    const weekly = ages.slice(6);
    assert.ok(weekly.every((age, i) => i === 0 || age - weekly[i - 1]! <= 7));
  });

  it('of somebody who is seldom there are kept as long as there are no newer ones', () => {
    assert.equal(after([0, 40, 80, 120]).length, 4);
  });

  it('are never more than eleven, and the seven newest always stay', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(400), { maxLength: 120 }), days => {
        const sorted = [...days].sort((a, b) => a - b);
        const names = after(sorted);
        assert.ok(names.length <= 11);
        for (const day of sorted.slice(-7)) assert.ok(names.includes(backupName(dateAt(day))));
      }),
    );
  });

  it('leave every other file alone', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.nat(400).map(dateAt).map(backupName))), names => {
        assert.ok(surplusBackups(names).every(name => dateOfBackup(name) !== null));
      }),
    );
  });
});
