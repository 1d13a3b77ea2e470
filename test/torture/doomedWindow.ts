import fs from 'node:fs';
import path from 'node:path';
import { count } from '../ui/support/database.ts';
import { makeProject } from '../ui/support/folders.ts';
import { pause, until } from '../ui/support/wait.ts';
import type { Witness } from '../ui/support/witness.ts';
import type { Editor } from '../vscode/editor.ts';
import type { Workbench } from '../vscode/workbench.ts';

/** VS Code starts a host anew by itself this often within five minutes; then somebody has to open the window again. */
const RESTARTS = 2;
const START_MS = 90_000;

/** A window whose extension hosts are killed, one after the other, while somebody types in it. */
export class DoomedWindow {
  private readonly editor: Editor;
  private readonly witness: Witness;
  private readonly name: string;
  private readonly folder: string;
  private window: Workbench | null = null;
  private restarts = 0;
  private host = 0;
  private kills = 0;

  /** `name`: of its folder, and so of the project; another one for each window. */
  constructor(editor: Editor, witness: Witness, name: string) {
    this.editor = editor;
    this.witness = witness;
    this.name = name;
    this.folder = makeProject(name);
  }

  /** Waits for a host that lives, with a cursor in a file. One window at a time: what is behind another is not drawn. */
  async prepare(): Promise<void> {
    const window = await this.open();
    this.window = window;
    await window.page.bringToFront();
    const hosts = await until(
      `host ${this.kills + 1} of ${this.name}`,
      () => this.witness.hostsOf(this.name),
      found => found.length > this.kills,
      START_MS,
    );
    this.host = hosts.at(-1)!;
    await window.openFile('a.ts');
  }

  /**
   * Types until the host has committed something of it and for some more time, then kills it. Answers how much of the typing
   * is not in the record, in milliseconds.
   */
  async typeUntilKilled(moreMs: number): Promise<number> {
    const { window, host } = this;
    const began = Date.now();
    const end = new AbortController();
    const typing = (async () => {
      while (!end.signal.aborted) await window?.type('// until the end\n', 90);
    })();
    try {
      await until('a commit', () => this.witness.hasCommitted(host, began), Boolean, START_MS);
      await pause(moreMs);
      this.editor.killExtensionHost(host);
      this.kills++;
    } finally {
      end.abort();
      await typing;
    }
    const recordedUntil = this.recordedUntil();
    const missing = this.witness.editsOf(host).filter(at => at > recordedUntil);
    return missing.length === 0 ? 0 : missing.at(-1)! - missing[0]!;
  }

  dispose(): void {
    fs.rmSync(path.dirname(this.folder), { recursive: true });
  }

  /** The window, opened anew where VS Code would give it no further host. */
  private async open(): Promise<Workbench> {
    if (this.window && this.restarts++ < RESTARTS) return this.window;
    await this.window?.close();
    this.restarts = 0;
    return this.editor.openWindow(this.folder);
  }

  private recordedUntil(): number {
    return count(
      this.editor,
      `SELECT max(start + ms) FROM span JOIN project ON project.id = span.project WHERE name = '${this.name}'`,
    );
  }
}
