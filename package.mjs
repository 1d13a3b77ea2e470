// Packs what `node esbuild.mjs --production` has built into andon.vsix: `node package.mjs`.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';

const PACKED = ['dist', 'media', 'README.md', 'CHANGELOG.md', 'LICENSE', '.vscodeignore'];

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'andon-'));
try {
  for (const name of PACKED) fs.cpSync(name, path.join(folder, name), { recursive: true });
  // Most of the manifest is schemas of settings: a third of what it takes in the package would be their white space.
  const manifest = JSON.stringify(JSON.parse(fs.readFileSync('package.json', 'utf8')));
  fs.writeFileSync(path.join(folder, 'package.json'), manifest);
  await createVSIX({ cwd: folder, packagePath: path.resolve('andon.vsix'), dependencies: false });
} finally {
  fs.rmSync(folder, { recursive: true });
}
