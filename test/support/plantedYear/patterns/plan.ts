import { onDay } from '../dates.ts';
import { HOUR, MINUTE } from '../developer.ts';
import { NOTHING } from '../habits.ts';
import type { Pattern } from '../pattern.ts';
import { lookAcross, type Scene } from '../workday.ts';
import { WEEKLY_PLAN_HOURS } from '../weeklyPlan.ts';

/** What the plan comes to when Tuesday ends, in parts of the week: Friday is the shortest day. */
const BY_TUESDAY = 0.41;
/** Less than this part of it is too little. */
const THRESHOLD = 0.5;

/** Depth on Monday morning only, and little things for the rest of two days. */
export const PLAN_BEHIND: Pattern = {
  rule: 'plan/behind',
  place: 'week',
  without: NOTHING,
  plant(scene, strength) {
    const { dev, day } = scene;
    dev.now = onDay(day, 8.5);
    dev.window = `day ${day} a`;
    deepTime(scene, (WEEKLY_PLAN_HOURS * HOUR * BY_TUESDAY * THRESHOLD) / strength);
    shallowUntil(scene, 16.8);
    const tuesday = { ...scene, day: day + 1 };
    dev.now = onDay(day + 1, 8.6);
    dev.window = `day ${day + 1} a`;
    shallowUntil(tuesday, 16.8);
    dev.commit();
    dev.now = onDay(day + 1, 21);
  },
};

/** So much time in deep blocks of about three quarters of an hour. */
function deepTime({ dev, habits, task }: Scene, ms: number): void {
  const blocks = Math.round(ms / (45 * MINUTE));
  for (let block = 0; block < blocks; block++) {
    const until = dev.now + ms / blocks;
    habits.work(task, ms / blocks);
    if (dev.now < until) dev.read(until - dev.now);
    dev.leave(8 * MINUTE);
  }
}

/** Work in pieces that are too short for depth: every quarter of an hour another project wants something. */
function shallowUntil(scene: Scene, hours: number): void {
  const { dev, habits, task, day } = scene;
  const until = onDay(day, hours);
  for (let piece = 1; dev.now < until; piece++) {
    habits.work(task, dev.chance.between(12, 17) * MINUTE);
    lookAcross(scene);
    if (piece % 3 !== 0) continue;
    dev.commit();
    dev.leave(dev.chance.between(10, 40) * MINUTE);
  }
}
