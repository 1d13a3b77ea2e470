import { hoursOf, onDay } from './dates.ts';
import { MINUTE, SECOND, type Developer } from './developer.ts';
import { NOTHING, type Habits, type Without } from './habits.ts';
import type { Task } from './task.ts';

/** What stands around a pattern: a person at work on a task, and what else could be worked on. */
export interface Scene {
  readonly day: number;
  readonly dev: Developer;
  readonly habits: Habits;
  /** In work. */
  readonly task: Task;
  readonly others: readonly [Task, Task, ...Task[]];
}

/** Something that is done in the middle of a day, between two breaks. */
export type Interlude = (scene: Scene) => void;

export interface Workday {
  /** When work begins and about when it ends, in hours after midnight by the clock on the wall. */
  readonly from: number;
  readonly until: number;
  readonly without: Without;
  readonly morning: Interlude | null;
  readonly afternoon: Interlude | null;
}

/** The calm around something planted: longer than a quarter of an hour. */
export const CALM_MS = 17 * MINUTE;

/** An ordinary day: stretches of work with breaks between them, lunch, some meetings; in it what is planted. */
export function liveWorkday(scene: Scene, plan: Workday): void {
  const { dev, day } = scene;
  const { chance } = dev;
  dev.now = onDay(day, plan.from);
  dev.window = `day ${day} a`;
  dev.startItem(scene.task.item);
  stretch(scene, plan.without);
  amid(scene, plan.morning);
  while (hoursOf(day, dev.now) < 11.6) {
    stretch(scene, plan.without);
    rest(scene);
  }
  if (hoursOf(day, dev.now) < 12.2) stretch(scene, plan.without);
  lunch(scene);
  if (!plan.without.has('items') && chance.is(0.4)) helpOut(scene, plan.without);
  else stretch(scene, plan.without);
  amid(scene, plan.afternoon);
  while (hoursOf(day, dev.now) < plan.until - 0.6) {
    stretch(scene, plan.without);
    rest(scene);
  }
  if (hoursOf(day, dev.now) < plan.until - 0.4) stretch(scene, plan.without);
  dev.commit();
  dev.stopItem(scene.task.item);
}

/** Half an hour to an hour on the task, at times with a look into another project, and most often a commit at its end. */
export function stretch(scene: Scene, without: Without = NOTHING): void {
  const { dev, habits, task } = scene;
  const { chance } = dev;
  const parts = chance.between(1, 3);
  const ms = (chance.between(25, 62) * MINUTE) / parts;
  for (let part = 0; part < parts; part++) {
    if (part > 0) {
      if (without.has('switches')) habits.answer();
      else lookAcross(scene);
    }
    habits.work(task, ms, without);
  }
  if (chance.is(0.85)) dev.commit();
}

/** Looks something up in another project, which has a window of its own. */
export function lookAcross({ dev, others, day }: Scene): void {
  const { window, branch } = dev;
  const [other] = others;
  dev.turnTo(`day ${day} b`);
  dev.branch = 'main';
  dev.open(dev.chance.of(other.files));
  dev.read(dev.chance.between(25, 110) * SECOND);
  dev.branch = branch;
  dev.turnTo(window);
}

/** Works on another item for once. */
function helpOut(scene: Scene, without: Without): void {
  const { dev, task, day } = scene;
  const item = `H-${day}`;
  dev.stopItem(task.item);
  dev.startItem(item);
  stretch({ ...scene, task: { ...task, item } }, without);
  dev.stopItem(item);
  dev.startItem(task.item);
}

/** A coffee, a talk, or a meeting with the way to it and back. */
function rest({ dev }: Scene): void {
  const { chance } = dev;
  if (!chance.is(0.22)) {
    dev.leave(chance.between(7, 19) * MINUTE);
    return;
  }
  const meeting = chance.between(20, 55) * MINUTE;
  const before = chance.between(6, 9) * MINUTE;
  const start = dev.now + before;
  dev.leave(before + meeting + chance.between(6, 11) * MINUTE);
  if (chance.is(0.6)) dev.nameAway(start, start + meeting, 'meeting');
}

function lunch({ dev }: Scene): void {
  const start = dev.now;
  dev.leave(dev.chance.between(35, 60) * MINUTE);
  if (dev.chance.is(0.4)) dev.nameAway(start + MINUTE, dev.now - MINUTE, 'break');
}

/** What is planted, with calm before and after it. */
function amid(scene: Scene, interlude: Interlude | null): void {
  if (!interlude) {
    rest(scene);
    return;
  }
  scene.dev.leave(CALM_MS);
  interlude(scene);
  scene.dev.leave(CALM_MS);
}
