import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';
import { withFileLock } from './fileLock.ts';
import { CACHE, REPOSITORY } from './paths.ts';
import { untar } from './untar.ts';

const PACKAGE = path.join(REPOSITORY, 'node_modules/@sparticuz/chromium');
const decompress = promisify(zlib.brotliDecompress);

/** What runs in a container as well as on a desk: no sandbox, no GPU, and no calls home. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless Chromium: the one npm ships, or the one that `ANDON_CHROMIUM=/path` names. */
export async function launchChromium(): Promise<Browser> {
  const own = process.env['ANDON_CHROMIUM'];
  if (own !== undefined) return chromium.launch({ executablePath: own, args: FLAGS });
  const folder = await unpackChromium();
  return chromium.launch({
    executablePath: path.join(folder, 'chromium'),
    args: FLAGS,
    env: { ...process.env, ...libraries(folder) },
  });
}

/** The libraries and a font for machines that have none. */
function libraries(folder: string): Record<string, string> {
  const searched = [process.env['LD_LIBRARY_PATH'], path.join(folder, 'lib')].filter(Boolean).join(':');
  const fonts: Record<string, string> = fs.existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_PATH: folder };
  return { LD_LIBRARY_PATH: searched, ...fonts };
}

async function unpackChromium(): Promise<string> {
  const manifest = fs.readFileSync(path.join(PACKAGE, 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const folder = path.join(CACHE, `chromium-${version}`);
  const ready = path.join(folder, '.ready');
  if (fs.existsSync(ready)) return folder;
  await withFileLock(`${folder}.lock`, async () => {
    if (fs.existsSync(ready)) return;
    console.log(`Unpacking Chromium (@sparticuz/chromium ${version}), once.`);
    await unpackInto(folder);
    fs.writeFileSync(ready, '');
  });
  return folder;
}

async function unpackInto(folder: string): Promise<void> {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const read = (name: string): Promise<Buffer> =>
    decompress(fs.readFileSync(path.join(PACKAGE, 'bin', `${name}.br`)));
  for (const archive of ['al2023.tar', 'swiftshader.tar', 'fonts.tar']) untar(await read(archive), folder);
  fs.writeFileSync(path.join(folder, 'chromium'), await read('chromium'), { mode: 0o755 });
}
