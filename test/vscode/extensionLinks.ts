import fs from 'node:fs';
import path from 'node:path';

interface ExtensionManifest {
  publisher: string;
  name: string;
  version: string;
}

/** Makes extension folders look installed in `extensionsFolder`, without copying them. */
export function linkExtensions(extensions: readonly string[], extensionsFolder: string): void {
  fs.mkdirSync(extensionsFolder, { recursive: true });
  for (const extension of extensions) {
    const text = fs.readFileSync(path.join(extension, 'package.json'), 'utf8');
    const { publisher, name, version } = JSON.parse(text) as ExtensionManifest;
    fs.symlinkSync(extension, path.join(extensionsFolder, `${publisher}.${name}-${version}`), 'junction');
  }
}
