import type { Interval } from './interval.ts';
import { union } from './interval.ts';
import type { Run } from './runs.ts';
import type { Stretch } from './timeline.ts';

/** A maximal stretch of active, thinking and reading time without a switch. Not yet clipped to days. */
export interface Block extends Interval {
  readonly project: string | null;
  readonly item: string | null;
}

/** Where attention held: active, thinking and reading time joined, whatever it was spent on. In order of time. */
export function connectedTime(stretches: readonly Stretch[]): Interval[] {
  return union(stretches.filter(isConnected));
}

function isConnected(stretch: Stretch): boolean {
  return stretch.kind === 'active' || stretch.as === 'thinking' || stretch.as === 'reading';
}

/** The blocks that hold active time, in order. All three arguments must be in order of time. */
export function layBlocks(
  connected: readonly Interval[],
  switches: readonly number[],
  runs: readonly Run[],
): Block[] {
  const blocks: Block[] = [];
  let nextSwitch = 0;
  let nextRun = 0;
  for (const { start, end } of connected) {
    let from = start;
    for (let at = switches[nextSwitch]; at !== undefined && at < end; at = switches[++nextSwitch]) {
      if (at > from) push(from, at);
      from = Math.max(from, at);
    }
    push(from, end);
  }
  return blocks;

  function push(start: number, end: number): void {
    for (let run = runs[nextRun]; run && run.end <= start; run = runs[nextRun]) nextRun++;
    const run = runs[nextRun];
    if (run && run.start < end) blocks.push({ start, end, project: run.project, item: run.item });
  }
}
