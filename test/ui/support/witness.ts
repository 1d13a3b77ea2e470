import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { packHelper, type HelperExtension } from './helperExtension.ts';

/** Prints to a file at once what its host does: what has left the process cannot be taken back. */
const CODE = `
const vscode = require('vscode');
const fs = require('node:fs');
exports.activate = () => {
  const file = fs.openSync(process.env.ANDON_WITNESS, 'a');
  const tell = (word, rest) => fs.writeSync(file, [process.pid, Date.now(), word, rest].join(' ') + '\\n');
  tell('host', vscode.workspace.name);
  vscode.workspace.onDidChangeTextDocument(() => tell('edit', ''));
  vscode.extensions.getExtension('andon.andon').exports.onDidCommit(ids => tell('spans', ids.join(' ')));
};
`;

interface Line {
  readonly pid: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly rest: string;
}

/** A small extension beside Andon that bears witness to what extension hosts saw, whatever became of them. */
export class Witness {
  private readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'andon-witness-'));
  private readonly file = path.join(this.folder, 'told');
  private readonly helper: HelperExtension;

  constructor() {
    fs.writeFileSync(this.file, '');
    this.helper = packHelper('witness', CODE, { extensionDependencies: ['andon.andon'] });
  }

  get vsix(): string {
    return this.helper.vsix;
  }

  /** For the editor that it is installed into. */
  get environment(): NodeJS.ProcessEnv {
    return { ANDON_WITNESS: this.file };
  }

  /** The processes of the hosts that a folder of that name had, in the order of their starts. */
  hostsOf(folder: string): number[] {
    return this.told('host')
      .filter(({ rest }) => rest === folder)
      .map(({ pid }) => pid);
  }

  /** The ids of spans that hosts had printed after COMMIT. */
  get committed(): Set<number> {
    return new Set(this.told('spans').flatMap(({ rest }) => idsIn(rest)));
  }

  /** Whether a host has committed any span since then, epoch milliseconds. */
  hasCommitted(host: number, since: number): boolean {
    return this.told('spans').some(
      ({ pid, at, rest }) => pid === host && at >= since && idsIn(rest).length > 0,
    );
  }

  /** When a host saw an edit, epoch milliseconds, in order. */
  editsOf(host: number): number[] {
    return this.told('edit')
      .filter(({ pid }) => pid === host)
      .map(({ at }) => at);
  }

  dispose(): void {
    this.helper.dispose();
    fs.rmSync(this.folder, { recursive: true });
  }

  /** Every line that was written whole. */
  private told(word: string): Line[] {
    return fs
      .readFileSync(this.file, 'utf8')
      .split('\n')
      .slice(0, -1)
      .map(line => /^(\d+) (\d+) (\w+) (.*)$/.exec(line) ?? [])
      .filter(([, , , said]) => said === word)
      .map(([, pid, at, , rest = '']) => ({ pid: Number(pid), at: Number(at), rest }));
  }
}

function idsIn(words: string): number[] {
  return words.split(' ').filter(Boolean).map(Number);
}
