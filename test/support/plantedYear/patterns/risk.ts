import { MINUTE, SECOND } from '../developer.ts';
import type { Pattern } from '../pattern.ts';

const PIECES = 24;

/** Much is pasted and completed, and tested in between, but not committed. */
export const UNCOMMITTED: Pattern = {
  rule: 'risk/uncommitted',
  place: 'amid',
  without: new Set(['bulk']),
  plant({ dev, habits, task }, strength) {
    dev.branch = task.branch;
    dev.open(task.files[0]);
    dev.commit();
    for (let piece = 1; piece <= PIECES; piece++) {
      dev.open(dev.chance.of(task.files));
      dev.edit('bulk', Math.round((12_000 * strength) / PIECES));
      dev.read(dev.chance.between(40, 110) * SECOND);
      if (piece % 4 === 0) dev.run({ group: 'test', ms: 8 * SECOND, exitCode: 0 });
      if (piece % 6 === 0) habits.answer();
    }
    dev.read(3 * MINUTE);
    dev.commit();
  },
};

const INSERTS = 5;

/** Whole functions come from somewhere else, are looked at, and nothing is run. */
export const UNTESTED: Pattern = {
  rule: 'risk/untested',
  place: 'amid',
  without: new Set(['bulk']),
  plant({ dev, habits, task }, strength) {
    dev.branch = task.branch;
    dev.open(task.files[0]);
    dev.run({ group: 'test', ms: 8 * SECOND, exitCode: 0 });
    for (let i = 0; i < INSERTS; i++) {
      dev.open(dev.chance.of(task.files));
      dev.edit('bulk', Math.round((4_000 * strength) / INSERTS));
      dev.read(dev.chance.between(60, 150) * SECOND);
      dev.type(2 * SECOND);
      if (i === 2) habits.answer();
    }
    dev.read(3 * MINUTE);
    dev.run({ group: 'test', ms: 8 * SECOND, exitCode: 0 });
  },
};
