import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A folder to work in, named so that its name is found nowhere by chance, with a file `a.ts`. */
export function makeProject(name: string): string {
  const folder = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'andon-project-')), name);
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, 'a.ts'), 'export const a = 1;\n');
  return folder;
}

/** The files below a folder that hold a text anywhere in their bytes. */
export function filesHolding(folder: string, text: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name))
    .filter(file => fs.readFileSync(file).includes(text));
}
