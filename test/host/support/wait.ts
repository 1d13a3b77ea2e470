export const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

export async function until(what: string, holds: () => boolean, withinMs = 20_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`${what} did not come true`);
    await pause(100);
  }
}

/** Longer than a beat: what was to be written is. */
export const WRITTEN_MS = 3500;
