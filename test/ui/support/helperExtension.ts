import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { REPOSITORY } from '../../vscode/paths.ts';

export interface HelperExtension {
  readonly vsix: string;
  dispose(): void;
}

/** Packs a small extension `test.NAME` that runs `code` (CommonJS) once VS Code has started. */
export function packHelper(name: string, code: string, manifest: object = {}): HelperExtension {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `andon-${name}-`));
  const vsix = path.join(folder, `${name}.vsix`);
  fs.writeFileSync(path.join(folder, 'main.js'), code);
  fs.writeFileSync(path.join(folder, 'README.md'), `# ${name}\n\nFor tests.\n`);
  fs.writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({
      name,
      publisher: 'test',
      version: '0.0.1',
      engines: { vscode: '^1.133.0' },
      main: './main.js',
      activationEvents: ['onStartupFinished'],
      ...manifest,
    }),
  );
  const vsce = path.join(REPOSITORY, 'node_modules/@vscode/vsce/vsce');
  const options = ['--no-dependencies', '--allow-missing-repository', '--skip-license', '-o', vsix];
  execFileSync(process.execPath, [vsce, 'package', ...options], { cwd: folder, stdio: 'pipe' });
  return {
    vsix,
    dispose: () => {
      fs.rmSync(folder, { recursive: true });
    },
  };
}
