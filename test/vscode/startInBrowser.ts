import path from 'node:path';
import { installVSCode } from './install.ts';
import { installVSIX } from './installVsix.ts';
import { VSIX } from './paths.ts';
import { withProgress } from './progress.ts';
import type { RunningEditor } from './runningEditor.ts';
import { VSCodeServer } from './server.ts';
import type { StartArguments } from './startArguments.ts';
import { QUIET, writeUserSettings } from './userSettings.ts';

/** Serves VS Code from npm on 127.0.0.1 and prints the address to open. */
export async function startInBrowser(profile: string, options: StartArguments): Promise<RunningEditor> {
  const installation = await installVSCode('newest');
  const dataFolder = path.join(profile, 'server');
  writeUserSettings(path.join(dataFolder, 'data'), QUIET);
  await withProgress('install the extension', () => installVSIX(installation, dataFolder, VSIX));
  const server = await VSCodeServer.start({
    installation,
    dataFolder,
    port: options.port,
    autoShutdown: false,
    logFile: path.join(profile, 'server.log'),
  });
  console.log(
    `\nVS Code ${installation.vscodeVersion} with Andon:\n\n  ${server.url({ open: options.open })}\n`,
  );
  console.log('Open this address in a browser. Ctrl-C ends it.');
  const ended = new Promise<number>(resolve => {
    server.onExit(code => {
      resolve(code ?? 1);
    });
  });
  return { ended, stop: () => server.stop() };
}
