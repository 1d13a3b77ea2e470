import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { Workbench } from '../../vscode/workbench.ts';

/** How much later than promised a busy machine may paint what was known in time. */
const MACHINE_MS = 3_000;

/** Waits until something is shown, and holds the time since `from` against what is promised. */
export async function shownWithin(promisedMs: number, from: number, what: Locator): Promise<void> {
  await what.waitFor();
  const ms = Date.now() - from;
  console.log(`      shown after ${ms} ms (promised: ${promisedMs} ms)`);
  assert.ok(ms <= promisedMs + MACHINE_MS, `shown after ${ms} ms`);
}

/** Waits until a window shows a time, as it does from when it records. */
export async function recording(window: Workbench): Promise<void> {
  await window.statusBarItem().filter({ hasText: /\d/ }).waitFor();
}

/** The seconds of active time that the tooltip in the status bar tells. */
export async function activeSeconds(window: Workbench): Promise<number> {
  const text = await window.hoverText(window.statusBarItem(), /Active today: \d/);
  return secondsIn(/Active today: (.*)/.exec(text)?.[1] ?? '');
}

/** "1 h 02", "5 min" or "40 s" in seconds; throws where a text says no such thing. */
export function secondsIn(duration: string): number {
  const [, hours, rest = 0] = /^(\d+) h (\d\d)$/.exec(duration.trim()) ?? [];
  if (hours !== undefined) return Number(hours) * 3600 + Number(rest) * 60;
  const [, number, unit] = /^(\d+) (min|s)$/.exec(duration.trim()) ?? [];
  if (number === undefined) throw new Error(`"${duration}" is no length of time`);
  return Number(number) * (unit === 'min' ? 60 : 1);
}
