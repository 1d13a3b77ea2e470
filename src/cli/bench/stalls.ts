/** How long something that lets others have their turn took, and for how long at most a timer had to wait meanwhile; milliseconds. */
export interface Stalls {
  readonly ms: number;
  readonly stallMs: number;
}

/** The longest that the editor may stand still: a frame. Milliseconds. */
export const FRAME_MS = 16;

export async function withStalls(work: () => Promise<unknown>): Promise<Stalls> {
  const began = performance.now();
  let last = began;
  let stallMs = 0;
  const look = () => {
    stallMs = Math.max(stallMs, performance.now() - last - 1);
    last = performance.now();
  };
  const timer = setInterval(look, 1);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  look();
  return { ms: performance.now() - began, stallMs };
}

/** Lets everything else that waits have its turn. */
export function yieldTurn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
