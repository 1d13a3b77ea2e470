import path from 'node:path';

/**
 * What runs in the place of desktop `code` for host tests: the one that `ANDON_VSCODE=/path` names, else VS Code from
 * npm, which is the same on every machine.
 */
export function codeExecutable(): string {
  return process.env['ANDON_VSCODE'] ?? path.join(import.meta.dirname, 'code.sh');
}
