import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { Editor } from '../vscode/editor.ts';
import { count, query, seed } from './support/database.ts';
import { makeProject } from './support/folders.ts';
import { packHelper } from './support/helperExtension.ts';
import { pause, until } from './support/wait.ts';

/** Prints each committed id and the time of each edit to a file at once: what has left the process cannot be taken back. */
const WITNESS = `
const vscode = require('vscode');
const fs = require('node:fs');
exports.activate = () => {
  const file = fs.openSync(process.env.ANDON_WITNESS, 'a');
  fs.writeSync(file, 'host ' + process.pid + '\\n');
  vscode.workspace.onDidChangeTextDocument(() => fs.writeSync(file, 'edit ' + Date.now() + '\\n'));
  vscode.extensions.getExtension('andon.andon').exports.onDidCommit(ids => fs.writeSync(file, 'spans ' + ids.join(' ') + '\\n'));
};
`;

describe('a killed extension host', () => {
  const folder = makeProject('killed');
  const witness = path.join(path.dirname(folder), 'witness');
  const helper = packHelper('witness', WITNESS, { extensionDependencies: ['andon.andon'] });
  let editor: Editor;

  before(async () => {
    fs.writeFileSync(witness, '');
    editor = await Editor.start({ moreVsix: [helper.vsix], environment: { ANDON_WITNESS: witness } });
    await seed(editor, []);
  });
  after(async () => {
    await editor.close();
    fs.rmSync(path.dirname(folder), { recursive: true });
    helper.dispose();
  });

  const lines = (word: string) =>
    fs
      .readFileSync(witness, 'utf8')
      .split('\n')
      .filter(line => line.startsWith(`${word} `))
      .map(line => line.slice(word.length + 1));

  it('loses no span whose id it had printed after COMMIT, and at most the last 2 s of the open one', async () => {
    const window = await editor.openWindow(folder);
    await window.statusBarItem().waitFor();
    for (const kill of [1, 2]) {
      const [pid] = await until(
        'the host',
        () => lines('host').slice(kill - 1),
        found => found.length === 1,
        60_000,
      );
      await window.openFile('a.ts');
      // Some time of typing, so that the kill comes at a different moment between two writes.
      await window.type('// typed until the end comes\n'.repeat(kill), 110 + 40 * kill);
      editor.killExtensionHost(Number(pid));
      await pause(500);

      const printed = new Set(lines('spans').flatMap(ids => ids.split(' ').filter(Boolean).map(Number)));
      assert.ok(printed.size > 0, 'nothing was written before the kill');
      const kept = new Set(query(editor, 'SELECT id FROM span').map(row => Number(row['id'])));
      assert.deepEqual(
        [...printed].filter(id => !kept.has(id)),
        [],
      );
      const end = count(editor, 'SELECT max(start + ms) FROM span');
      const lost = Math.max(...lines('edit').map(Number)) - end;
      // Two seconds between writes, and one and a half for a busy machine's timer.
      assert.ok(lost <= 3500, `${lost} ms were lost`);
      assert.equal(query(editor, 'PRAGMA quick_check')[0]?.['quick_check'], 'ok');
    }
    await until(
      'another host',
      () => lines('host'),
      found => found.length === 3,
      60_000,
    );
    await window
      .statusBarItem()
      .filter({ hasText: /[1-9]\d* (s|min)/ })
      .waitFor();
  });
});
