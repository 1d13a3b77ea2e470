import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const START_TIMEOUT_MS = 60_000;
const OUTPUT_KEPT = 20_000;
const LISTENING = /Extension host agent listening on (\d+)/;
const HOST_EXIT = /<(\d+)> Extension Host Process exited with code: (\S+), signal: (\w+)/g;

/** How an extension host ended; `orderly` is false for a crash or a kill. */
export interface ExtensionHostExit {
  readonly pid: number;
  readonly code: string;
  readonly signal: string;
  readonly orderly: boolean;
}

/** Reads from what a VS Code server prints when it listens and how its extension hosts ended. */
export class ServerOutput {
  readonly extensionHostExits: ExtensionHostExit[] = [];
  readonly #child: ChildProcess;
  readonly #log: number | undefined;
  #text = '';

  constructor(child: ChildProcess, logFile: string | undefined) {
    this.#child = child;
    if (logFile !== undefined) fs.mkdirSync(path.dirname(logFile), { recursive: true });
    this.#log = logFile === undefined ? undefined : fs.openSync(logFile, 'a');
    child.stdout?.on('data', this.#read);
    child.stderr?.on('data', this.#read);
  }

  /** The port, once the server listens on it. */
  async listening(): Promise<number> {
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    const fail = (why: string): void => {
      this.#child.kill('SIGKILL');
      reject(new Error(`VS Code server ${why}:\n${this.#text}`));
    };
    const timer = setTimeout(fail, START_TIMEOUT_MS, 'did not start in time');
    const onExit = (code: number | null): void => {
      fail(`ended with ${code ?? 'a signal'}`);
    };
    const onData = (): void => {
      const port = LISTENING.exec(this.#text)?.[1];
      if (port !== undefined) resolve(Number(port));
    };
    this.#child.once('exit', onExit);
    this.#child.stdout?.on('data', onData);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      this.#child.removeListener('exit', onExit);
      this.#child.stdout?.removeListener('data', onData);
    }
  }

  readonly #read = (chunk: Buffer): void => {
    const text = chunk.toString();
    this.#text = (this.#text + text).slice(-OUTPUT_KEPT);
    if (this.#log !== undefined) fs.writeSync(this.#log, text);
    for (const [, pid = '', code = '', signal = ''] of text.matchAll(HOST_EXIT)) {
      const orderly = code === '0' && signal === 'null';
      this.extensionHostExits.push({ pid: Number(pid), code, signal, orderly });
    }
  };
}
