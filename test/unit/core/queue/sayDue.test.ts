import assert from 'node:assert/strict';
import { sayDay, sayDue } from '../../../../src/core/queue/sayDue.ts';
import { TODAY } from './builders.ts';

describe('sayDay', () => {
  const cases: readonly [string, string][] = [
    ['2026-11-22', 'today'],
    ['2026-11-23', 'tomorrow'],
    ['2026-11-24', 'Tue'],
    ['2026-11-28', 'Sat'],
    ['2026-11-29', '29 Nov'],
    ['2026-11-21', '21 Nov'],
    ['2027-01-03', '3 Jan 2027'],
  ];
  for (const [date, text] of cases) {
    it(`says ${text} of ${date}`, () => assert.equal(sayDay(date, TODAY), text));
  }
});

describe('sayDue', () => {
  it('says when something is due, or how long over', () => {
    assert.equal(sayDue('2026-11-23', TODAY), 'due tomorrow');
    assert.equal(sayDue('2026-11-21', TODAY), '1 day over');
    assert.equal(sayDue('2026-11-20', TODAY), '2 days over');
    assert.equal(sayDue('2026-11-22', TODAY), 'due today');
  });

  it('says nothing without a day', () => assert.equal(sayDue(null, TODAY), ''));
});
