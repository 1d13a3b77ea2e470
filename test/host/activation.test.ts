import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('activation', () => {
  it('happens by itself once VS Code has started', async () => {
    const extension = vscode.extensions.getExtension('andon.andon');
    assert.ok(extension, 'the extension is not installed');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('needs none of the extensions that this run is without', () => {
    const without = process.env['ANDON_TEST_WITHOUT']?.split(' ').filter(Boolean) ?? [];
    for (const id of without) assert.equal(vscode.extensions.getExtension(id), undefined, `${id} is there`);
    assert.equal(vscode.extensions.getExtension('vscode.git') === undefined, without.includes('vscode.git'));
  });
});
