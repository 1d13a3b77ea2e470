import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Installation } from './install.ts';
import { editorEnvironment } from './server.ts';

/** Installs a VSIX into the profile of a VS Code server, running or not. */
export async function installVSIX(
  installation: Installation,
  dataFolder: string,
  vsix: string,
): Promise<void> {
  await promisify(execFile)(
    process.execPath,
    [
      installation.serverScript,
      '--accept-server-license-terms',
      ...['--server-data-dir', dataFolder],
      ...['--install-extension', vsix, '--force'],
    ],
    { env: editorEnvironment() },
  );
}
