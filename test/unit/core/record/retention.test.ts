import assert from 'node:assert/strict';
import { firstKeptDay } from '../../../../src/core/record/retention.ts';

describe('the first day that is kept', () => {
  it('is the same day some months before', () => {
    assert.equal(firstKeptDay('2026-03-15', 1), '2026-02-15');
    assert.equal(firstKeptDay('2026-03-15', 3), '2025-12-15');
    assert.equal(firstKeptDay('2026-03-15', 24), '2024-03-15');
  });

  it('is the last of a month that is shorter', () => {
    assert.equal(firstKeptDay('2026-03-31', 1), '2026-02-28');
    assert.equal(firstKeptDay('2024-03-30', 1), '2024-02-29');
    assert.equal(firstKeptDay('2026-01-31', 2), '2025-11-30');
  });

  it('is none where all are kept', () => {
    assert.equal(firstKeptDay('2026-03-15', 0), null);
  });
});
