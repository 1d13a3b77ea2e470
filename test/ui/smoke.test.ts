import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Editor } from '../vscode/editor.ts';

describe('the installed extension', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'andon-smoke-'));
  let editor: Editor;

  before(async () => {
    fs.writeFileSync(path.join(folder, 'a.ts'), 'export const a = 1;\n');
    editor = await Editor.start();
  });

  after(async () => {
    await Editor.closeAll();
    fs.rmSync(folder, { recursive: true });
  });

  it('shows itself in the status bar and in a view of its own', async () => {
    const window = await editor.openWindow(folder);
    await window.statusBarItem().waitFor();
    await window.openViewContainer('Andon');
    await window.webview().locator('body').waitFor();
    await window.screenshot('smoke');
  });
});
