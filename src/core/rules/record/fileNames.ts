import type { Doc } from '../../activity/signal.ts';

/** Between a pair of files in one name: no path holds a line break. */
const BETWEEN = '\n';

/** What measures call a file. */
export function fileName(project: string | null, path: string): string {
  return project === null ? path : `${project}/${path}`;
}

/** What measures call a pair of files, whichever comes first. */
export function pairName(a: string, b: string): string {
  return a < b ? a + BETWEEN + b : b + BETWEEN + a;
}

/** The files that the name of one or of a pair stands for. */
export function filesOf(name: string): string[] {
  return name.split(BETWEEN);
}

/** Remembers what documents are called. */
export class FileNames {
  private readonly names = new WeakMap<Doc, string>();
  /** Neighbours mostly lie on one document. */
  private last: Doc | null = null;
  private lastName = '';

  of(doc: Doc): string {
    if (doc !== this.last) {
      this.last = doc;
      this.lastName = this.lookUp(doc);
    }
    return this.lastName;
  }

  private lookUp(doc: Doc): string {
    let name = this.names.get(doc);
    if (name === undefined) {
      name = fileName(doc.project, doc.path);
      this.names.set(doc, name);
    }
    return name;
  }
}
