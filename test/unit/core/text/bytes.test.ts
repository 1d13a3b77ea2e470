import assert from 'node:assert/strict';
import { formatBytes } from '../../../../src/core/text/bytes.ts';

describe('the size of a file', () => {
  it('is said in the unit that fits', () => {
    const sizes = [0, 1, 1024, 820_000, 3_565_158, 5 * 1024 ** 3, 5000 * 1024 ** 3];
    assert.deepEqual(sizes.map(formatBytes), [
      ...['0 KB', '1 KB', '1 KB', '801 KB', '3.4 MB', '5.0 GB', '5000.0 GB'],
    ]);
  });
});
