import fs from 'node:fs';
import path from 'node:path';
import { withFileLock } from './fileLock.ts';
import { npm } from './npm.ts';
import { CACHE } from './paths.ts';
import { withProgress } from './progress.ts';
import { codeServerVersion, manifestFolder, type VersionName } from './versions.ts';

/** A VS Code server on disk, ready to run. */
export interface Installation {
  readonly name: VersionName;
  /** The version of the npm package; VS Code itself says 1.x, see `vscodeVersion`. */
  readonly codeServerVersion: string;
  readonly vscodeVersion: string;
  /** The script that is the server, for Node to run. */
  readonly serverScript: string;
  /** The folder of the extensions that it comes with. */
  readonly builtInExtensions: string;
}

/** The VS Code of that name, installed from npm the first time it is asked for. */
export async function installVSCode(name: VersionName): Promise<Installation> {
  const version = codeServerVersion(name);
  const folder = path.join(CACHE, `code-server-${version}`);
  const ready = path.join(folder, '.ready');
  if (!fs.existsSync(ready)) {
    await withFileLock(
      `${folder}.lock`,
      async () => {
        if (fs.existsSync(ready)) return;
        await installInto(folder, name, version);
        fs.writeFileSync(ready, '');
      },
      () => {
        console.log('Another run is installing VS Code; waiting for it.');
      },
    );
  }
  return describe(folder, name, version);
}

/**
 * code-server's own install script would compile modules that only its login pages need. Its scripts stay off, and
 * what the server does need is done here by hand.
 */
async function installInto(folder: string, name: VersionName, version: string): Promise<void> {
  console.log(`Installing VS Code (code-server ${version}) from npm, once:`);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.cpSync(manifestFolder(name), folder, { recursive: true });
  const server = path.join(folder, 'node_modules/code-server/lib/vscode');
  const withoutScripts = ['--ignore-scripts', '--no-audit', '--no-fund'];
  await withProgress('1/4 fetch the editor', () => npm(folder, 'ci', ...withoutScripts));
  // Not `npm ci` from here on: the shrinkwrap that code-server ships misses a package.
  await withProgress("2/4 fetch the server's packages", () =>
    npm(server, 'install', '--omit=dev', ...withoutScripts),
  );
  await withProgress("3/4 fetch the built-in extensions' packages", () =>
    npm(path.join(server, 'extensions'), 'install', '--omit=dev', ...withoutScripts),
  );
  await withProgress('4/4 compile two native modules', () =>
    npm(server, 'rebuild', '--ignore-scripts=false', '@vscode/spdlog', '@vscode/native-watchdog'),
  );
}

function describe(folder: string, name: VersionName, version: string): Installation {
  const server = path.join(folder, 'node_modules/code-server/lib/vscode');
  const manifest = fs.readFileSync(path.join(server, 'package.json'), 'utf8');
  return {
    name,
    codeServerVersion: version,
    vscodeVersion: (JSON.parse(manifest) as { version: string }).version,
    serverScript: path.join(server, 'out/server-main.js'),
    builtInExtensions: path.join(server, 'extensions'),
  };
}
