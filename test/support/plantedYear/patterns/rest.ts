import { onDay } from '../dates.ts';
import { HOUR, MINUTE } from '../developer.ts';
import { NOTHING } from '../habits.ts';
import type { Pattern } from '../pattern.ts';
import type { Scene } from '../workday.ts';

/** Work goes on, with every sort of change in it, but without a rest. */
export const NO_BREAK: Pattern = {
  rule: 'rest/no-break',
  place: 'amid',
  without: NOTHING,
  plant({ dev, habits, task }, strength) {
    const until = dev.now + 90 * MINUTE * strength;
    while (dev.now < until) {
      habits.work(task, Math.min(20 * MINUTE, until - dev.now));
      dev.commit();
      if (until - dev.now > 10 * MINUTE) habits.answer();
    }
  },
};

const EVENINGS = [18.5, 19.5, 20.5, 21.2] as const;

/** After a day that lies within anybody's habit, the evening is worked; not always the same hours of it, or it were a habit. */
export const LATE_WORK: Pattern = {
  rule: 'rest/late-work',
  place: 'day',
  without: NOTHING,
  plant(scene, strength) {
    const { dev, habits, day, task } = scene;
    dev.now = onDay(day, 9);
    dev.window = `day ${day} a`;
    workUntil(scene, 11.9);
    dev.leave(onDay(day, 13.05) - dev.now);
    workUntil(scene, 15.8);
    dev.leave(onDay(day, dev.chance.of(EVENINGS)) - dev.now);
    const parts = 2;
    for (let part = 0; part < parts; part++) {
      if (part > 0) dev.leave(12 * MINUTE);
      const until = dev.now + (HOUR * strength) / parts;
      habits.work(task, until - dev.now);
      // Nobody stops to the second.
      if (dev.now < until) dev.read(until - dev.now);
    }
  },
};

/** Works with rests between, and stops in time. */
function workUntil({ dev, habits, day, task }: Scene, hours: number): void {
  const until = onDay(day, hours);
  while (dev.now < until - 5 * MINUTE) {
    habits.work(task, Math.min(40 * MINUTE, until - dev.now));
    dev.commit();
    dev.leave(Math.min(8 * MINUTE, Math.max(until - dev.now, MINUTE)));
  }
}
