import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { RecordKeeper } from '../../src/runtime/recordKeeper.ts';
import { eraseFiles } from '../../src/store/file.ts';
import { openStore } from '../../src/store/open.ts';
import type { FakeClock } from './fakeClock.ts';

/** A record on disk that several windows may open, each with a keeper of its own. */
export class SharedRecord {
  readonly clock: FakeClock;
  readonly file: string;
  readonly failures: string[] = [];
  private readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'andon-record-'));
  private readonly disposables: { dispose(): void }[] = [];

  constructor(clock: FakeClock) {
    this.clock = clock;
    this.file = path.join(this.folder, 'andon.sqlite');
  }

  readonly onFailure = (what: string, error: unknown): void => {
    this.failures.push(`${what} ${String(error)}`);
  };

  add<T extends { dispose(): void }>(part: T): T {
    this.disposables.push(part);
    return part;
  }

  /** The keeper of one more window. To be begun and started once the parts that listen to it are there. */
  window(): RecordKeeper {
    const { clock, file, onFailure } = this;
    return this.add(
      new RecordKeeper({
        clock,
        zone: () => 'Europe/Berlin',
        fileId: () => (fs.existsSync(file) ? String(fs.statSync(file).ino) : null),
        open: () => openStore(file),
        checkSupport: () => Promise.resolve(),
        eraseFiles: () => eraseFiles(file),
        eraseCopies: () => undefined,
        onFailure,
      }),
    );
  }

  /** Nothing may have failed. */
  close(): void {
    for (const part of this.disposables.reverse()) part.dispose();
    fs.rmSync(this.folder, { recursive: true });
    assert.deepEqual(this.failures, []);
  }
}
