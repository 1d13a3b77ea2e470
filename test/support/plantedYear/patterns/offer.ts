import { MINUTE, SECOND } from '../developer.ts';
import { NOTHING } from '../habits.ts';
import type { Pattern } from '../pattern.ts';

/** Coding that nothing disturbs: no look away, no other file, no lull longer than a minute. */
export const FLOW: Pattern = {
  rule: 'offer/unprotected-flow',
  place: 'amid',
  without: NOTHING,
  plant({ dev, habits, task }, strength) {
    dev.branch = task.branch;
    dev.open(task.files[0]);
    habits.code(15 * MINUTE * strength, new Set(['looks', 'bulk']));
    dev.type(4 * SECOND);
    dev.mendAll();
  },
};

/** Reads in the files of a task, and touches nothing. */
export const LONG_READ: Pattern = {
  rule: 'offer/long-read',
  place: 'amid',
  without: NOTHING,
  plant({ dev, habits, task }, strength) {
    dev.branch = task.branch;
    dev.open(task.files[0]);
    habits.code(2 * MINUTE);
    dev.mendAll();
    const until = dev.now + 40 * MINUTE * strength;
    while (dev.now < until) {
      dev.open(dev.chance.of(task.files));
      dev.read(Math.min(dev.chance.between(60, 240) * SECOND, until - dev.now));
      if (dev.chance.is(0.3) && until - dev.now > 2 * MINUTE) habits.glance();
    }
    habits.code(2 * MINUTE);
    dev.mendAll();
  },
};
