import { randomBytes } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';

/** Why a file could not be written, in plain words, with what to do next. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';

  constructor(cause: unknown) {
    super(wordsFor(cause), { cause });
  }
}

const FULL = 'The disk is full. Free some space, or choose another place.';
const CLOSED = 'The folder cannot be written. Choose another place.';
const GONE = 'The folder is not there. Choose another place.';

const WORDS: { readonly [errno: string]: string | undefined } = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  EFBIG: FULL,
  EACCES: CLOSED,
  EPERM: CLOSED,
  EROFS: CLOSED,
  ENOENT: GONE,
  ENOTDIR: GONE,
};

function wordsFor(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return WORDS[code] ?? (cause instanceof Error ? cause.message : String(cause));
}

/**
 * A file that has its name only once it is whole: until then it is written beside its place, for the user alone, and what had
 * the name before stays. Methods reject with a `FileProblem`.
 */
export class FileInMaking {
  private readonly path: string;
  private readonly part: string;
  private readonly handle: FileHandle;

  private constructor(path: string, part: string, handle: FileHandle) {
    this.path = path;
    this.part = part;
    this.handle = handle;
  }

  static async begin(path: string): Promise<FileInMaking> {
    const part = `${path}.${randomBytes(4).toString('hex')}.part`;
    return new FileInMaking(path, part, await told(open(part, 'wx', 0o600)));
  }

  /** Appends. */
  async write(text: string): Promise<void> {
    await told(this.handle.writeFile(text));
  }

  /** Gives it its name. */
  async finish(): Promise<void> {
    await told(this.handle.sync());
    await told(this.handle.close());
    await told(rename(this.part, this.path));
  }

  /** Leaves nothing of it. Never rejects. */
  async discard(): Promise<void> {
    await this.handle.close().catch(() => undefined);
    await rm(this.part, { force: true }).catch(() => undefined);
  }
}

async function told<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new FileProblem(error);
  }
}
