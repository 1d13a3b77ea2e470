import { MINUTE, SECOND } from '../developer.ts';
import type { Pattern } from '../pattern.ts';

const BUILDS = 7;

/** Builds that take minutes, and somebody who looks on. */
export const LONG_WAITS: Pattern = {
  rule: 'waiting/builds',
  place: 'amid',
  without: new Set(['runs']),
  plant({ dev, habits, task }, strength) {
    dev.branch = task.branch;
    dev.open(task.files[0]);
    for (let i = 0; i < BUILDS; i++) {
      habits.code(2 * MINUTE);
      dev.run({ group: 'build', id: 'make all', ms: (20 * MINUTE * strength) / BUILDS, exitCode: 0 });
      dev.read(20 * SECOND);
    }
    dev.mendAll();
  },
};
