import { existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';

/** Ways in which a file on disk comes to harm. */
export const DAMAGES = {
  /** The second half of it is gone. */
  truncated(path) {
    truncateSync(path, Math.floor(statSync(path).size / 2));
  },
  /** The first hundred bytes are zeros. */
  zeroedHeader(path) {
    overwrite(path, 0, Buffer.alloc(100));
  },
  /** Some pages hold noise. */
  noiseInside(path) {
    const pages = Math.floor(statSync(path).size / 4096);
    for (let part = 1; part < 8; part++)
      overwrite(path, Math.floor((pages * part) / 8) * 4096, noise(4096, part));
  },
  /** Nothing is left in it. */
  zeroLength(path) {
    truncateSync(path, 0);
  },
  /** Another file lies in its place. */
  foreignFile(path) {
    writeFileSync(path, 'what somebody else keeps here\n'.repeat(500));
  },
} satisfies { readonly [name: string]: (path: string) => void };

export type DamageName = keyof typeof DAMAGES;

/** Does harm to a record that no window has open. */
export function damage(path: string, name: DamageName): void {
  DAMAGES[name](path);
  for (const suffix of ['-wal', '-shm']) if (existsSync(path + suffix)) rmSync(path + suffix);
}

/** Overwrites a page; they are counted from 0. */
export function makeNoise(path: string, page: number): void {
  overwrite(path, page * 4096, noise(4096, page));
}

function overwrite(path: string, at: number, bytes: Buffer): void {
  const content = readFileSync(path);
  bytes.copy(content, at);
  writeFileSync(path, content);
}

/** The same bytes for the same seed. */
function noise(length: number, seed: number): Buffer {
  let state = seed * 7919;
  return Buffer.from(
    Array.from({ length }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state >>> 24;
    }),
  );
}
