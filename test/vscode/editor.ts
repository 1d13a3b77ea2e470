import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { installVSCode, type Installation } from './install.ts';
import { installVSIX } from './installVsix.ts';
import { TEST_RESULTS, VSIX } from './paths.ts';
import { killNow } from './processes.ts';
import { VSCodeServer, type ServerOptions } from './server.ts';
import { FOR_TESTS, writeUserSettings, type Settings } from './userSettings.ts';
import { versionUnderTest } from './versions.ts';
import { Workbench } from './workbench.ts';

const EXTENSION_ID = 'andon.andon';

export interface EditorOptions {
  readonly settings?: Settings;
  /** Default: the VSIX of this repository. */
  readonly vsix?: string;
  /** Further extensions to install. */
  readonly moreVsix?: readonly string[];
  /** Ask whether a folder is trusted; off, every folder is. */
  readonly workspaceTrust?: boolean;
  readonly environment?: NodeJS.ProcessEnv;
}

/** A VS Code with the packaged extension in a throwaway profile; it may have any number of windows. */
export class Editor {
  /** Those that are not closed yet. */
  static readonly running = new Set<Editor>();

  /** The throwaway profile; `close` deletes it. */
  readonly folder: string;
  readonly #options: EditorOptions;
  readonly #installation: Installation;
  readonly #browser: Browser;
  #context: BrowserContext;
  #server: VSCodeServer;

  static async closeAll(): Promise<void> {
    for (const editor of Editor.running) await editor.close();
  }

  static async start(options: EditorOptions = {}): Promise<Editor> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'andon-ui-'));
    const installation = await installVSCode(versionUnderTest());
    writeUserSettings(path.join(folder, 'data'), { ...FOR_TESTS, ...options.settings });
    for (const vsix of [options.vsix ?? VSIX, ...(options.moreVsix ?? [])]) {
      await installVSIX(installation, folder, vsix);
    }
    const server = await VSCodeServer.start(serverOptions(installation, folder, options));
    const browser = await launchChromium();
    return new Editor(folder, options, installation, server, browser, await newContext(browser));
  }

  private constructor(
    folder: string,
    options: EditorOptions,
    installation: Installation,
    server: VSCodeServer,
    browser: Browser,
    context: BrowserContext,
  ) {
    this.folder = folder;
    this.#options = options;
    this.#installation = installation;
    this.#server = server;
    this.#browser = browser;
    this.#context = context;
    Editor.running.add(this);
  }

  /** Such as 1.139.1. */
  get vscodeVersion(): string {
    return this.#installation.vscodeVersion;
  }

  get server(): VSCodeServer {
    return this.#server;
  }

  /** Opens a window, with an extension host of its own; `open` is a folder or a `.code-workspace` file. */
  async openWindow(open?: string): Promise<Workbench> {
    const url = this.#server.url({ open });
    return Workbench.open(await this.#context.newPage(), url, this.#userDataFolder);
  }

  /** Changes the user's settings for windows opened from now on; for an open one see `Workbench.changeSettings`. */
  writeSettings(settings: Settings): void {
    writeUserSettings(this.#userDataFolder, settings);
  }

  /** Where the extension under test keeps its data, whether or not the folder is there yet. */
  get globalStorageFolder(): string {
    return path.join(this.#userDataFolder, 'User/globalStorage', EXTENSION_ID);
  }

  /** What the server and the extension hosts wrote about themselves. */
  get logsFolder(): string {
    return path.join(this.#userDataFolder, 'logs');
  }

  /** One process for each window. */
  extensionHostPids(): number[] {
    return this.#server.extensionHostPids();
  }

  /** SIGKILL: VS Code starts a new extension host for the window by itself. */
  killExtensionHost(pid: number): void {
    killNow(pid);
  }

  /** Ends everything and starts again on the same profile and port; all windows are gone. */
  async restart(): Promise<void> {
    await this.closeWindows();
    await this.#server.stop();
    const options = serverOptions(this.#installation, this.folder, this.#options);
    this.#server = await VSCodeServer.start({ ...options, port: this.#server.port });
  }

  /** Closes all windows in order, so that `deactivate()` runs in each. */
  async closeWindows(): Promise<void> {
    await Promise.all(this.#context.pages().map(page => page.close({ runBeforeUnload: false })));
  }

  /** Forgets what the browser kept (`globalState`, window layout), as a new browser profile would. */
  async forgetBrowserProfile(): Promise<void> {
    await this.#context.close();
    this.#context = await newContext(this.#browser);
  }

  /** A picture of each window, numbered. */
  async screenshots(name: string): Promise<void> {
    for (const [index, page] of this.#context.pages().entries()) {
      await page.screenshot({ path: path.join(TEST_RESULTS, 'screenshots', `${name}-${index + 1}.png`) });
    }
  }

  async close(): Promise<void> {
    Editor.running.delete(this);
    await this.closeWindows();
    await this.#browser.close();
    await this.#server.stop();
    fs.rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  get #userDataFolder(): string {
    return path.join(this.folder, 'data');
  }
}

function serverOptions(
  installation: Installation,
  dataFolder: string,
  options: EditorOptions,
): ServerOptions {
  return {
    installation,
    dataFolder,
    workspaceTrust: options.workspaceTrust,
    environment: options.environment,
    logFile: path.join(TEST_RESULTS, 'logs/ui-server.log'),
  };
}

function newContext(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
}
