import type { Span } from '../../activity/span.ts';
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

  /** A piece of active time; answers what its file is called. */
  add(start: number, end: number, { doc, project }: Pick<Span, 'doc' | 'project'>): string | null {
    if (start > this.end) this.last = null;
    this.end = end;
    if (!doc) return null;
    const file = this.names.of(doc);
    const before = this.last;
    this.last = file;
    if (before !== null && before !== file) {
      const files = pairName(before, file);
      this.emit({ ...BLANK, of: 'fileSwitch', at: start, project, file, files });
    }
    return file;
  }
}
