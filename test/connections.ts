/**
 * What VS Code connects to with Andon and without, as the system sees it: `node test/connections.ts`; `npm run package` comes first.
 * Ends with 1 where Andon adds anything, and with 0 where there is no strace to ask.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { connectionsIn } from './connections/straceLog.ts';
import { seed } from './ui/support/database.ts';
import { makeProject } from './ui/support/folders.ts';
import { packHelper } from './ui/support/helperExtension.ts';
import { pause } from './ui/support/wait.ts';
import { Editor } from './vscode/editor.ts';
import { VSIX } from './vscode/paths.ts';
import { processesWith } from './vscode/processes.ts';

const OPEN_MS = 45_000;

if (spawnSync('strace', ['-V']).error) console.log('There is no strace here: nothing was compared.');
else process.exitCode = await compare();

/** Answers the exit code. */
async function compare(): Promise<number> {
  const known = await connectionsOf(
    `exports.activate = () => require('node:net').connect(9, '127.0.0.1').on('error', () => undefined);`,
  );
  if (!known.has('connect 127.0.0.1:9')) {
    console.error('A connection that was made was not seen: nothing can be said.');
    return 2;
  }
  const without = await connectionsOf('exports.activate = () => undefined;');
  const withAndon = await connections(VSIX);
  for (const each of [...new Set([...without, ...withAndon])].sort()) {
    console.log(
      [without.has(each) ? 'without' : '       ', withAndon.has(each) ? 'with' : '    ', each].join('  '),
    );
  }
  const added = [...withAndon].filter(each => !without.has(each));
  console.log(added.length === 0 ? '\nAndon adds nothing.' : `\nAndon adds: ${added.join(', ')}`);
  return added.length === 0 ? 0 : 1;
}

/** As `connections`, with an extension of that code. */
async function connectionsOf(code: string): Promise<ReadonlySet<string>> {
  const helper = packHelper('stranger', code);
  try {
    return await connections(helper.vsix);
  } finally {
    helper.dispose();
  }
}

/** To what a server and all that it starts connects, binds or sends while somebody types in a window of it. */
async function connections(vsix: string): Promise<ReadonlySet<string>> {
  const folder = makeProject('observed');
  const log = path.join(path.dirname(folder), 'strace');
  const editor = await Editor.start({ vsix });
  try {
    await seed(editor, []);
    const [server] = processesWith(editor.folder);
    const strace = spawn('strace', [
      '-f',
      '-qq',
      '-e',
      'trace=connect,bind,sendto,sendmsg',
      '-o',
      log,
      '-p',
      String(server),
    ]);
    const window = await editor.openWindow(folder);
    await window.openFile('a.ts');
    await window.type('// somebody at work\n', 60);
    await window.save();
    await pause(OPEN_MS);
    await editor.close();
    await once(strace, 'close');
    return connectionsIn(fs.readFileSync(log, 'utf8'));
  } finally {
    if (Editor.running.has(editor)) await editor.close();
    fs.rmSync(path.dirname(folder), { recursive: true });
  }
}
