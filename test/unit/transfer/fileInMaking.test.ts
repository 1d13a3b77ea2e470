import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileInMaking, FileProblem } from '../../../src/transfer/fileInMaking.ts';
import { withFolder } from '../store/temporaryFolder.ts';

describe('a file in the making', () => {
  it('has its name only once it is whole, and is its user’s alone', () =>
    withFolder(async folder => {
      const path = join(folder, 'out.json');
      const file = await FileInMaking.begin(path);
      await file.write('{"a":');
      await file.write('1}');
      assert.equal(readdirSync(folder).includes('out.json'), false);
      await file.finish();
      assert.deepEqual(readdirSync(folder), ['out.json']);
      assert.equal(readFileSync(path, 'utf8'), '{"a":1}');
      assert.equal(statSync(path).mode & 0o777, 0o600);
    }));

  it('leaves what was there when it is given up', () =>
    withFolder(async folder => {
      const path = join(folder, 'out.json');
      writeFileSync(path, 'before');
      const file = await FileInMaking.begin(path);
      await file.write('half');
      await file.discard();
      assert.deepEqual(readdirSync(folder), ['out.json']);
      assert.equal(readFileSync(path, 'utf8'), 'before');
    }));

  it('takes the place of what was there', () =>
    withFolder(async folder => {
      const path = join(folder, 'out.json');
      writeFileSync(path, 'before');
      const file = await FileInMaking.begin(path);
      await file.write('after');
      await file.finish();
      assert.equal(readFileSync(path, 'utf8'), 'after');
    }));

  it('says in plain words why it cannot be', async () => {
    await assert.rejects(FileInMaking.begin('/nowhere/at/all.json'), {
      name: 'FileProblem',
      message: 'The folder is not there. Choose another place.',
    });
    const full = new FileProblem(Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' }));
    assert.equal(full.message, 'The disk is full. Free some space, or choose another place.');
    assert.equal(new FileProblem(new Error('odd')).message, 'odd');
  });
});
