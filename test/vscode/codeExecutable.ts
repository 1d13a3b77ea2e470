import path from 'node:path';
import { versionUnderTest } from './versions.ts';

/**
 * What runs in the place of desktop `code` for host tests: the one that `ANDON_VSCODE=/path` names, else VS Code from
 * npm, which is the same on every machine. The floor is always the one from npm: no other has that version.
 */
export function codeExecutable(): string {
  const desktop = versionUnderTest() === 'newest' ? process.env['ANDON_VSCODE'] : undefined;
  return desktop ?? path.join(import.meta.dirname, 'code.sh');
}
