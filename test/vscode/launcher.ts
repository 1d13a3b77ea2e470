/**
 * Takes the place of the desktop `code` executable in a test run: runs the suite that `--extensionTestsPath` names in
 * the extension host of a VS Code server, with its workbench in a headless Chromium, and ends with the suite's code.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { linkBuiltIns, linkExtensions } from './extensionLinks.ts';
import { installVSCode } from './install.ts';
import { parseLauncherArguments, type LauncherArguments } from './launcherArguments.ts';
import { onStop } from './onStop.ts';
import { VSCodeServer } from './server.ts';
import { openTestPage, type SuiteResult } from './testPage.ts';
import { FOR_TESTS, writeUserSettings } from './userSettings.ts';
import { versionUnderTest } from './versions.ts';
import { remoteURI } from './workbenchUrl.ts';

const TIMEOUT_MS = Number(process.env['ANDON_HOST_TIMEOUT_MS'] ?? 300_000);
const HOST_EXIT_TIMEOUT_MS = 5_000;

const options = parseLauncherArguments(process.argv.slice(2));
const installation = await installVSCode(versionUnderTest());
if (options.versionOnly) {
  console.log(installation.vscodeVersion);
  process.exit(0);
}
process.exit(await launch(options));

/** Runs the suite and tidies up after it, whatever happens; the answer is the exit code. */
async function launch(args: LauncherArguments): Promise<number> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'andon-launcher-'));
  const ended = Promise.withResolvers<SuiteResult>();
  onStop(reason => {
    ended.resolve({ code: 130, reason: `stopped by ${reason}` });
  });
  const timer = setTimeout(() => {
    ended.resolve({ code: 124, reason: `no result after ${TIMEOUT_MS} ms` });
  }, TIMEOUT_MS);
  let server: VSCodeServer | undefined;
  let browser: Browser | undefined;
  try {
    server = await startServer(args, folder);
    server.onExit(code => {
      ended.resolve({ code: 1, reason: `VS Code server ended with ${code ?? 'a signal'}` });
    });
    browser = await launchChromium();
    const url = server.url({ open: args.open, payload: payload(args, server.authority) });
    await openTestPage(browser, url, ended.resolve);
    return await report(await ended.promise, server);
  } catch (error) {
    console.error(error);
    return 1;
  } finally {
    clearTimeout(timer);
    await browser?.close().catch(() => undefined);
    await server?.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function startServer(args: LauncherArguments, folder: string): Promise<VSCodeServer> {
  const dataFolder = path.join(folder, 'server');
  writeUserSettings(args.userDataFolder ?? path.join(dataFolder, 'data'), FOR_TESTS);
  // The web workbench takes one extension under development: further ones are linked in as if installed.
  const [, ...further] = args.extensionDevelopmentPaths;
  const linked = path.join(folder, 'extensions');
  if (further.length > 0) linkExtensions(further, linked);
  return VSCodeServer.start({
    installation,
    extraArguments: builtInsWithout(args.disabledExtensions, folder),
    dataFolder,
    userDataFolder: args.userDataFolder,
    extensionsFolder: further.length > 0 ? linked : args.extensionsFolder,
    smokeTestDriver: true,
    logFile: process.env['ANDON_SERVER_LOG'],
  });
}

/** A server knows no `--disable-extension`, but it can be told where its built-in ones are. */
function builtInsWithout(ids: readonly string[], folder: string): string[] {
  if (ids.length === 0) return [];
  const linked = path.join(folder, 'built-in');
  linkBuiltIns(installation.builtInExtensions, linked, ids);
  return ['--builtin-extensions-dir', linked];
}

function payload(args: LauncherArguments, authority: string): [string, string][] {
  const [developed] = args.extensionDevelopmentPaths;
  const result: [string, string][] = [];
  if (developed !== undefined) result.push(['extensionDevelopmentPath', remoteURI(authority, developed)]);
  if (args.extensionTestsPath !== undefined) {
    result.push(['extensionTestsPath', remoteURI(authority, args.extensionTestsPath)]);
  }
  if (args.disableExtensions) result.push(['disableExtensions', 'true']);
  return result;
}

/** The workbench reports 0 also when its extension host crashed; the server knows how that ended. */
async function report(
  { code, reason, workbenchReported }: SuiteResult,
  server: VSCodeServer,
): Promise<number> {
  if (reason !== undefined) console.error(reason);
  if (workbenchReported !== true) return code;
  const deadline = Date.now() + HOST_EXIT_TIMEOUT_MS;
  while (server.extensionHostExits.length === 0 && Date.now() < deadline) {
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  const crash = server.extensionHostExits.find(exit => !exit.orderly);
  if (crash !== undefined) console.error(`extension host ended with ${crash.code}, signal ${crash.signal}`);
  else if (server.extensionHostExits.length === 0) console.error('the extension host did not end');
  else return code;
  return code === 0 ? 1 : code;
}
