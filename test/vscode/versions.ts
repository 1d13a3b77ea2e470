import fs from 'node:fs';
import path from 'node:path';

/** The two ends of the range of VS Code that is tested; each has a manifest and a lock file of its own in `versions/`. */
export type VersionName = 'newest' | 'floor';

interface Manifest {
  dependencies: { 'code-server': string };
}

/** The version to test, by the environment (`ANDON_TEST_VERSION=floor`), else the newest. */
export function versionUnderTest(): VersionName {
  const name = process.env['ANDON_TEST_VERSION'] ?? 'newest';
  if (name === 'newest' || name === 'floor') return name;
  throw new Error(`ANDON_TEST_VERSION must be "newest" or "floor", not "${name}"`);
}

/** The folder with the pinned manifest and lock file of a version. */
export function manifestFolder(name: VersionName): string {
  return path.join(import.meta.dirname, 'versions', name);
}

/** The version of the npm package, such as 4.139.1. */
export function codeServerVersion(name: VersionName): string {
  const text = fs.readFileSync(path.join(manifestFolder(name), 'package.json'), 'utf8');
  return (JSON.parse(text) as Manifest).dependencies['code-server'];
}
