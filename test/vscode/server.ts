import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import type { Installation } from './install.ts';
import { descendants, endWithThisProcess, extensionHostPids, killNow } from './processes.ts';
import { ServerOutput, type ExtensionHostExit } from './serverOutput.ts';
import { workbenchURL, type WorkbenchTarget } from './workbenchUrl.ts';

/** Longer than the five seconds that VS Code gives all `deactivate()` calls together. */
const STOP_TIMEOUT_MS = 8_000;

export interface ServerOptions {
  readonly installation: Installation;
  /** Where the server keeps everything: profile, logs, and extensions unless told otherwise. */
  readonly dataFolder: string;
  readonly extensionsFolder?: string | undefined;
  readonly userDataFolder?: string | undefined;
  /** 0 takes any free port. */
  readonly port?: number | undefined;
  /**
   * Lets the workbench's address name extensions under development and tests to run. It hides notification toasts:
   * tests that look at toasts install a VSIX and leave this off.
   */
  readonly smokeTestDriver?: boolean | undefined;
  /** Ask whether a folder is trusted, as a desktop does (Restricted Mode); off, every folder is. */
  readonly workspaceTrust?: boolean | undefined;
  /** End by itself some minutes after the last window went, lest a killed run leaves a server behind. */
  readonly autoShutdown?: boolean | undefined;
  readonly logFile?: string | undefined;
  readonly extraArguments?: readonly string[] | undefined;
  readonly environment?: NodeJS.ProcessEnv | undefined;
}

/** A VS Code server on 127.0.0.1; browsers open windows of it, each with an extension host of its own. */
export class VSCodeServer {
  readonly port: number;
  readonly #child: ChildProcess;
  readonly #output: ServerOutput;

  static async start(options: ServerOptions): Promise<VSCodeServer> {
    fs.mkdirSync(options.dataFolder, { recursive: true });
    const child = spawn(process.execPath, serverArguments(options), {
      env: editorEnvironment(options.environment),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    endWithThisProcess(child);
    const output = new ServerOutput(child, options.logFile);
    return new VSCodeServer(child, output, await output.listening());
  }

  private constructor(child: ChildProcess, output: ServerOutput, port: number) {
    this.#child = child;
    this.#output = output;
    this.port = port;
  }

  get authority(): string {
    return `127.0.0.1:${this.port}`;
  }

  /** Every extension host that ended, and how. */
  get extensionHostExits(): readonly ExtensionHostExit[] {
    return this.#output.extensionHostExits;
  }

  extensionHostPids(): number[] {
    return this.#child.pid === undefined ? [] : extensionHostPids(this.#child.pid);
  }

  url(target: WorkbenchTarget): string {
    return workbenchURL(this.authority, target);
  }

  onExit(listener: (code: number | null) => void): void {
    this.#child.once('exit', listener);
  }

  /** Ends the server in order, so that extension hosts run `deactivate()`; what does not end in time is killed. */
  async stop(): Promise<void> {
    const below = this.#child.pid === undefined ? [] : descendants(this.#child.pid);
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const gone = once(this.#child, 'exit');
      const timer = setTimeout(() => this.#child.kill('SIGKILL'), STOP_TIMEOUT_MS);
      this.#child.kill('SIGTERM');
      await gone;
      clearTimeout(timer);
    }
    for (const { pid } of below) killNow(pid);
  }
}

/** The environment of an editor that must not take itself for a part of the one it may have been started from. */
export function editorEnvironment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const inherited = Object.entries({ ...process.env, EXTENSIONS_GALLERY: '{}', ...extra });
  return Object.fromEntries(
    inherited.filter(([name]) => !/^(VSCODE_(?!TEST)|ELECTRON_|NODE_OPTIONS$|npm_)/.test(name)),
  );
}

function serverArguments(options: ServerOptions): string[] {
  const optional = (flag: string, value: string | undefined): string[] =>
    value === undefined ? [] : [flag, path.resolve(value)];
  return [
    options.installation.serverScript,
    ...['--host', '127.0.0.1', '--port', String(options.port ?? 0), '--without-connection-token'],
    ...['--accept-server-license-terms', '--telemetry-level', 'off', '--disable-experiments'],
    ...['--reconnection-grace-time', '5', '--server-data-dir', path.resolve(options.dataFolder)],
    ...(options.workspaceTrust === true ? [] : ['--disable-workspace-trust']),
    ...(options.autoShutdown === false ? [] : ['--enable-remote-auto-shutdown']),
    ...optional('--extensions-dir', options.extensionsFolder),
    ...optional('--user-data-dir', options.userDataFolder),
    ...(options.smokeTestDriver === true ? ['--enable-smoke-test-driver'] : []),
    ...(options.extraArguments ?? []),
  ];
}
