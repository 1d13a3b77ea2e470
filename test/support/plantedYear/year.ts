import { Chance } from '../../../src/cli/bench/chance.ts';
import type { Signal } from '../../../src/core/activity/signal.ts';
import { behindPlan } from './behindPlan.ts';
import { onDay, weekday } from './dates.ts';
import { Deck } from './deck.ts';
import { Developer } from './developer.ts';
import { Habits } from './habits.ts';
import { liveDay } from './liveDay.ts';
import type { Pattern } from './pattern.ts';
import { makeTask, type Task } from './task.ts';
import { withTicks } from './ticks.ts';
import type { Truth } from './truth.ts';
import type { Scene } from './workday.ts';
import { yearPlan } from './yearPlan.ts';

export interface YearOptions {
  readonly seed: number;
  readonly weeks: number;
  /** What is planted, each as often as the others. */
  readonly patterns: readonly Pattern[];
}

export interface PlantedYear extends Truth {
  /** In order of time. */
  readonly signals: readonly Signal[];
}

/** Nothing is planted before: habits come first. */
const WEEKS_OF_HABIT = 5;
/** Days on which something is planted. */
const PLANTED_DAYS = 0.7;

/** Lives so many weeks of work, with patterns planted among them. The same for the same options. */
export function plantedYear({ seed, weeks, patterns }: YearOptions): PlantedYear {
  const chance = new Chance(seed * 104_729 + 17);
  const taskOn = taskSource(chance);
  const deck = new Deck(chance, patterns);
  const truths: Truth[] = [];
  const signals: Signal[] = [];
  const plan = yearPlan(chance, weeks);
  for (const [day, kind] of plan.entries()) {
    if (kind === 'off') continue;
    const scene = setScene(chance, day, taskOn(day));
    const isPlanted = kind === 'work' && day >= 7 * WEEKS_OF_HABIT && chance.is(PLANTED_DAYS);
    const canBeWeek = weekday(day) === 0 && plan[day + 1] === 'work';
    const seeds = isPlanted ? deck.draw(day, canBeWeek) : [];
    truths.push(liveDay(scene, kind, seeds));
    // Tuesday is lived, and Wednesday free.
    if (seeds[0]?.pattern.place === 'week') plan.fill('off', day + 1, day + 3);
    signals.push(...scene.dev.signals);
  }
  return {
    signals: withTicks(signals),
    planted: truths.flatMap(({ planted }) => planted),
    alsoThere: [...truths.flatMap(({ alsoThere }) => alsoThere), ...behindPlan(signals)],
  };
}

/** Answers the task of a day: each is worked on for some days. */
function taskSource(chance: Chance): (day: number) => Task {
  let number = 100;
  let until = 0;
  let task = makeTask(chance, number);
  return day => {
    if (day < until) return task;
    until = day + chance.between(1, 6);
    task = makeTask(chance, ++number);
    return task;
  };
}

function setScene(chance: Chance, day: number, task: Task): Scene {
  const dev = new Developer(chance, onDay(day, 0), task.files[0]);
  const other = makeTask(chance, 10_000 + 2 * day, [task]);
  const third = makeTask(chance, 10_001 + 2 * day, [task, other]);
  return { day, dev, habits: new Habits(dev), task, others: [other, third] };
}
