import type { Doc } from '../../activity/signal.ts';
import { BLANK, type Occurrence } from '../streams.ts';
import { FileNames, pairName } from './fileNames.ts';

/** Follows which file is in work through active time. What has no document changes nothing. */
export class FileTrack {
  private readonly emit: (occurrence: Occurrence) => void;
  private readonly names = new FileNames();
  private last: string | null = null;
  private end = -Infinity;

  constructor(emit: (occurrence: Occurrence) => void) {
    this.emit = emit;
  }

  /** A piece of active time on a document; answers what the file is called. */
  add(start: number, end: number, doc: Doc | null): string | null {
    if (start > this.end) this.last = null;
    this.end = end;
    if (!doc) return null;
    const file = this.names.of(doc);
    const before = this.last;
    this.last = file;
    if (before !== null && before !== file) {
      const files = pairName(before, file);
      this.emit({ ...BLANK, of: 'fileSwitch', at: start, project: doc.project, file, files });
    }
    return file;
  }
}
