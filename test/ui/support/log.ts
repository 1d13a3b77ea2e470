import fs from 'node:fs';
import path from 'node:path';
import type { Editor } from '../../vscode/editor.ts';

/** What Andon wrote to its output channel, in all windows. */
export function logText(editor: Editor): string {
  const files = fs.globSync(path.join(editor.logsFolder, '**/Andon.log'));
  return files.map(file => fs.readFileSync(file, 'utf8')).join('');
}
