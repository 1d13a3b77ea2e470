import fs from 'node:fs';
import path from 'node:path';

interface ExtensionManifest {
  publisher: string;
  name: string;
  version: string;
}

/** Links all built-in extensions but some, told by id, and what they share, into a folder that takes the place of theirs. */
export function linkBuiltIns(builtIns: string, folder: string, without: readonly string[]): void {
  fs.mkdirSync(folder, { recursive: true });
  for (const name of fs.readdirSync(builtIns)) {
    const source = path.join(builtIns, name);
    if (!without.includes(idOf(source) ?? '')) fs.symlinkSync(source, path.join(folder, name));
  }
}

/** Makes extension folders look installed in `extensionsFolder`, without copying them. */
export function linkExtensions(extensions: readonly string[], extensionsFolder: string): void {
  fs.mkdirSync(extensionsFolder, { recursive: true });
  for (const extension of extensions) {
    const { publisher, name, version } = manifestOf(extension);
    fs.symlinkSync(extension, path.join(extensionsFolder, `${publisher}.${name}-${version}`), 'junction');
  }
}

/** undefined: this is no extension's folder. */
function idOf(folder: string): string | undefined {
  if (!fs.existsSync(path.join(folder, 'package.json'))) return undefined;
  const { publisher, name } = manifestOf(folder);
  return `${publisher}.${name}`;
}

function manifestOf(folder: string): ExtensionManifest {
  return JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) as ExtensionManifest;
}
