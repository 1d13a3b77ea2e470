import { MINUTE, SECOND } from '../developer.ts';
import { countAt, type Pattern } from '../pattern.ts';

/** One test task fails again and again, with attempts at mending it between. */
export const FAILING_RUN: Pattern = {
  rule: 'stuck/failing-run',
  place: 'amid',
  without: new Set(['runs']),
  plant({ dev, habits, task }, strength) {
    const run = { group: 'test', id: 'npm: test' } as const;
    dev.branch = task.branch;
    dev.open(task.files[1]);
    dev.run({ ...run, ms: 9 * SECOND, exitCode: 0 });
    for (let i = 0; i < countAt(5, strength); i++) {
      habits.code(dev.chance.between(50, 110) * SECOND);
      dev.save();
      if (i % 4 === 3) habits.answer();
      dev.run({ ...run, ms: dev.chance.between(5, 14) * SECOND, exitCode: 1 });
    }
    habits.answer();
    habits.code(3 * MINUTE);
    dev.run({ ...run, ms: 9 * SECOND, exitCode: 0 });
    dev.mendAll();
  },
};

/** An error stays in the file that is worked on, with looks into others. */
export const STAYING_ERROR: Pattern = {
  rule: 'stuck/staying-error',
  place: 'amid',
  without: new Set(['errors']),
  plant({ dev, habits, task }, strength) {
    const [broken, ...others] = task.files;
    const still = new Set(['errors'] as const);
    dev.branch = task.branch;
    dev.open(broken);
    dev.type(5 * SECOND);
    const until = dev.now + 40 * MINUTE * strength;
    dev.errors(2);
    while (dev.now < until - MINUTE) {
      habits.code(Math.min(4 * MINUTE, until - dev.now), still);
      if (until - dev.now < 6 * MINUTE) continue;
      dev.open(dev.chance.of([others[0], ...others.slice(1)]));
      dev.read(dev.chance.between(20, 60) * SECOND);
      habits.answer();
      dev.open(broken);
    }
    dev.pause(Math.max(until - dev.now, 0));
    dev.mendAll();
  },
};

/** Some keys are typed and taken back, and typed again. */
export const EDIT_UNDO: Pattern = {
  rule: 'stuck/edit-undo',
  place: 'amid',
  without: new Set(['undo']),
  plant({ dev, habits, task }, strength) {
    const undos = countAt(25, strength);
    dev.branch = task.branch;
    dev.open(task.files[0]);
    for (let i = 0; i < undos; i++) {
      // As many keys as there are undos: half of all edits.
      if (i % 4 === 0) dev.type(4 * 2.2 * SECOND);
      dev.pause(SECOND);
      dev.edit('undo', 0, 1);
      if (i % 4 === 3) dev.read(30 * SECOND);
    }
    habits.answer();
    dev.read(3 * MINUTE);
    dev.save();
  },
};
