import assert from 'node:assert/strict';
import type { RecordDay } from '../../../../src/core/messages/record.ts';
import { PAGE_ROWS } from '../../../../src/core/audit/row.ts';
import {
  layOut,
  lineCount,
  lineOf,
  pagesBetween,
  spotAt,
} from '../../../../src/webview/record/listLayout.ts';

const DAYS: readonly RecordDay[] = [
  ['2026-11-22', 2, null],
  ['2026-11-20', 250, 1000],
  ['2026-11-19', 1, null],
];
const NONE: ReadonlySet<string> = new Set();

describe('the layout of the record', () => {
  it('has a line for each heading and each row', () => {
    const layout = layOut(DAYS, NONE);
    assert.equal(lineCount(layout), 256);
    assert.deepEqual(
      [0, 1, 3, 4, 254].map(line => {
        const spot = spotAt(layout, line);
        return [spot?.date.slice(-2), spot?.index];
      }),
      [
        ['22', -1],
        ['22', 0],
        ['20', -1],
        ['20', 0],
        ['19', -1],
      ],
    );
    assert.deepEqual([spotAt(layout, -1), spotAt(layout, 256)], [null, null]);
  });

  it('finds the line of a row, and the heading of one that does not show', () => {
    const layout = layOut(DAYS, new Set(['2026-11-20']));
    assert.equal(lineOf(layout, '2026-11-22', 1), 2);
    assert.equal(lineOf(layout, '2026-11-20', 7), 3);
    assert.equal(lineOf(layout, '2026-11-19', -1), 4);
    assert.equal(lineOf(layout, '2020-01-01', 0), -1);
  });

  it('folds the days after the first two thousand rows, until they are opened', () => {
    const decade = Array.from({ length: 3650 }, (_, i): RecordDay => [`day ${i}`, 830, null]);
    assert.equal(lineCount(layOut(decade, NONE)), 3650 + 3 * 830);
    assert.equal(lineCount(layOut(decade, new Set(['day 9']))), 3650 + 4 * 830);
  });

  it('knows the pages that are in sight, and none of what is folded', () => {
    const layout = layOut(DAYS, NONE);
    assert.deepEqual(pagesBetween(layout, 0, 4 + PAGE_ROWS), [
      { date: '2026-11-22', page: 0 },
      { date: '2026-11-20', page: 0 },
      { date: '2026-11-20', page: 1 },
    ]);
    assert.deepEqual(pagesBetween(layOut(DAYS, new Set(['2026-11-20'])), 3, 99), [
      { date: '2026-11-19', page: 0 },
    ]);
  });
});
