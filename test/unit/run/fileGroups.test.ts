import assert from 'node:assert/strict';
import { fileGroups } from '../../run/fileGroups.ts';

const ALL = ['ui/a.test.ts', 'ui/b.test.ts'];

describe('the processes of a suite', () => {
  it('are one for each file', () => {
    assert.deepEqual(fileGroups(ALL, []), [['ui/a.test.ts'], ['ui/b.test.ts']]);
  });

  it('are one for each file that is named', () => {
    assert.deepEqual(fileGroups(ALL, ['ui/b.test.ts']), [['ui/b.test.ts']]);
  });

  it('are one for all files where an option may leave some without a test', () => {
    assert.deepEqual(fileGroups(ALL, ['--grep', 'kept']), [ALL]);
    assert.deepEqual(fileGroups(ALL, ['ui/b.test.ts', '--bail']), [['ui/b.test.ts']]);
  });
});
