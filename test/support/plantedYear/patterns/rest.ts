import { hoursOf, onDay } from '../dates.ts';
import { HOUR, MINUTE } from '../developer.ts';
import { NOTHING } from '../habits.ts';
import type { Pattern } from '../pattern.ts';
import { liveWorkday } from '../workday.ts';

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

const EVENING = 20;

/** After a day that is short enough to lie within anybody's habit, the evening is worked. */
export const LATE_WORK: Pattern = {
  rule: 'rest/late-work',
  place: 'day',
  without: NOTHING,
  plant(scene, strength) {
    const { dev, habits, day, task } = scene;
    liveWorkday(scene, { from: 9, until: 15.8, without: NOTHING, morning: null, afternoon: null });
    dev.leave(onDay(day, EVENING) - dev.now);
    const parts = 2;
    for (let part = 0; part < parts; part++) {
      if (part > 0) dev.leave(12 * MINUTE);
      const until = dev.now + (HOUR * strength) / parts;
      habits.work(task, until - dev.now);
      // Nobody stops to the second.
      if (dev.now < until) dev.read(until - dev.now);
    }
    if (hoursOf(day, dev.now) > 23) throw new Error('The evening is over');
  },
};
