import { MINUTE, SECOND } from '../developer.ts';
import { countAt, type Pattern } from '../pattern.ts';
import type { Scene } from '../workday.ts';

/** To and fro between projects in two windows, some 40 s in each. */
export const PROJECT_PING_PONG: Pattern = {
  rule: 'switching/ping-pong',
  place: 'amid',
  without: new Set(['switches', 'items']),
  plant(scene, strength) {
    const { dev, habits, task, day } = scene;
    habits.work(task, 4 * MINUTE);
    for (let turn = 0; turn < countAt(8, strength); turn++) {
      goElsewhere(scene, turn);
      dev.read(dev.chance.between(30, 50) * SECOND);
    }
    // It stays with whichever it has come to.
    for (const until = dev.now + 5 * MINUTE; dev.now < until;) {
      dev.read(80 * SECOND);
      habits.glance();
    }
    dev.leave(6 * MINUTE);
    dev.turnTo(`day ${day} a`);
    dev.branch = task.branch;
  },
};

/** Turns from the task to another project, or back. */
function goElsewhere({ dev, task, others, day }: Scene, turn: number): void {
  const isAway = turn % 2 === 0;
  const next = isAway ? others[turn % 4 === 0 ? 0 : 1] : task;
  dev.turnTo(`day ${day} ${isAway ? 'b' : 'a'}`);
  dev.branch = isAway ? 'main' : task.branch;
  dev.open(next.files[0]);
}

/** To and fro between two files of one task, some seconds in each. */
export const FILE_PING_PONG: Pattern = {
  rule: 'switching/two-files',
  place: 'amid',
  without: new Set(['files']),
  plant({ dev, habits, task }, strength) {
    const [source, test] = task.files;
    dev.branch = task.branch;
    dev.open(source);
    habits.code(3 * MINUTE);
    for (let turn = 0; turn < countAt(16, strength); turn++) {
      dev.open(turn % 2 === 0 ? test : source);
      dev.read(dev.chance.between(11, 18) * SECOND);
      if (dev.chance.is(0.3)) dev.type(3 * SECOND);
    }
    habits.answer();
    habits.code(2 * MINUTE);
    dev.mendAll();
  },
};
