import { MINUTE } from '../developer.ts';
import { onDay } from '../dates.ts';
import { NOTHING } from '../habits.ts';
import { countAt, type Pattern } from '../pattern.ts';
import type { Scene } from '../workday.ts';

/** After half an hour of depth one item after the other is begun, and the first taken up again. */
export const TOO_MANY: Pattern = {
  rule: 'queue/too-many',
  place: 'amid',
  without: new Set(['items']),
  plant(scene, strength) {
    const { dev, habits, task } = scene;
    habits.work(task, 32 * MINUTE);
    dev.leave(10 * MINUTE);
    // The one that the day began with is the first of them.
    for (let i = 1; i < countAt(5, strength); i++) {
      workOnItem(scene, `S-${scene.day}-${i}`, dev.chance.between(6, 9));
    }
    dev.startItem(task.item);
  },
};

/** What every item of `OVER_BUDGET` may take, in minutes. */
export const BUDGET_MINUTES = 60;

/** One item with a budget is worked on, with a rest in the middle. */
export const OVER_BUDGET: Pattern = {
  rule: 'queue/over-budget',
  place: 'amid',
  without: new Set(['items']),
  plant(scene, strength) {
    const { dev, habits, task, day } = scene;
    const item = budgetedItem(day);
    dev.stopItem(task.item);
    dev.startItem(item);
    const parts = 2;
    for (let part = 0; part < parts; part++) {
      if (part > 0) dev.leave(10 * MINUTE);
      const until = dev.now + (BUDGET_MINUTES * MINUTE * strength) / parts;
      habits.work(task, until - dev.now);
      if (dev.now < until) dev.read(until - dev.now);
    }
    dev.stopItem(item);
    dev.startItem(task.item);
  },
};

const BUDGETED = 'budgeted ';

function budgetedItem(day: number): string {
  return `${BUDGETED}${day}`;
}

export function isBudgeted(item: string): boolean {
  return item.startsWith(BUDGETED);
}

const SLOTS = 9;

/** A day of small things with a pause after each, none of which takes as long as depth does. */
export const CONVEYOR: Pattern = {
  rule: 'plan/conveyor',
  place: 'day',
  without: NOTHING,
  alsoShows: { rule: 'queue/too-many', from: 0.9 },
  plant(scene, strength) {
    const { dev, day } = scene;
    dev.now = onDay(day, 9);
    dev.window = `day ${day} a`;
    const items = countAt(6, strength);
    for (let slot = 0; slot < SLOTS; slot++) {
      workOnItem(scene, `S-${day}-${slot % items}`, dev.chance.between(17, 20));
      dev.commit();
      dev.leave(dev.chance.between(9, 16) * MINUTE);
    }
  },
};

function workOnItem({ dev, habits, task }: Scene, item: string, minutes: number): void {
  dev.startItem(item);
  habits.work(task, minutes * MINUTE);
  dev.stopItem(item);
}
