import fs from 'node:fs';
import path from 'node:path';

const BLOCK = 512;

interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
  readonly size: number;
}

/** Unpacks a plain tar archive of files and folders; enough for the ones that come with Chromium, without a package. */
export function untar(archive: Buffer, target: string): void {
  for (let offset = 0; offset + BLOCK <= archive.length;) {
    const entry = readHeader(archive.subarray(offset, offset + BLOCK));
    if (entry === undefined) return;
    const start = offset + BLOCK;
    writeEntry(entry, archive.subarray(start, start + entry.size), target);
    offset = start + Math.ceil(entry.size / BLOCK) * BLOCK;
  }
}

function readHeader(header: Buffer): Entry | undefined {
  const text = (start: number, length: number): string =>
    header
      .subarray(start, start + length)
      .toString()
      .replace(/\0[\s\S]*$/, '');
  const name = text(0, 100);
  if (name === '') return undefined;
  return { name, isFolder: text(156, 1) === '5', size: parseInt(text(124, 12).trim() || '0', 8) };
}

function writeEntry(entry: Entry, content: Buffer, target: string): void {
  const file = path.join(target, entry.name);
  fs.mkdirSync(entry.isFolder ? file : path.dirname(file), { recursive: true });
  if (!entry.isFolder) fs.writeFileSync(file, content, { mode: 0o755 });
}
