/** How often a step that still runs says so. */
const HEARTBEAT_MS = 10_000;

/** Runs one slow step and says on the console what it is, that it still runs, and how long it took. */
export async function withProgress<T>(step: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const elapsed = (): string => `${((performance.now() - start) / 1000).toFixed(0)} s`;
  console.log(`  ${step} …`);
  const heartbeat = setInterval(() => {
    console.log(`  ${step} … ${elapsed()}`);
  }, HEARTBEAT_MS);
  try {
    const result = await work();
    console.log(`  ${step}: done in ${elapsed()}`);
    return result;
  } finally {
    clearInterval(heartbeat);
  }
}
