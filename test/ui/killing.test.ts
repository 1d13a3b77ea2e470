import assert from 'node:assert/strict';
import { killHosts } from '../torture/hosts.ts';
import { Editor } from '../vscode/editor.ts';
import { Witness } from './support/witness.ts';

/** The short form of `npm run torture -- hosts`. */
describe('extension hosts that are killed', () => {
  const witness = new Witness();
  let editor: Editor;

  before(async () => {
    editor = await Editor.start({ moreVsix: [witness.vsix], environment: witness.environment });
  });
  after(async () => {
    await editor.close();
    witness.dispose();
  });

  it('lose no span whose id they had printed after COMMIT, and at most the last 2 s of the open one', async () => {
    const found = await killHosts(editor, witness, { kills: 4, windows: 2 });
    assert.ok(found.acknowledged >= 4, `${found.acknowledged} spans were written`);
    const { lost, overlapping, damaged } = found;
    assert.deepEqual({ lost, overlapping, damaged }, { lost: 0, overlapping: 0, damaged: 0 });
    // Two seconds between writes, and one and a half for a busy machine's timer.
    assert.ok(Math.max(...found.openMs) <= 3_500, `${found.openMs.join(', ')} ms were lost`);
  });
});
