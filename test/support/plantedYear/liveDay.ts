import type { Seed } from './deck.ts';
import { hoursOf, onDay, weekday } from './dates.ts';
import type { Without } from './habits.ts';
import type { Planted } from './truth.ts';
import { liveWorkday, stretch, type Interlude, type Scene } from './workday.ts';
import type { DayKind } from './yearPlan.ts';

/** Lives a day, with at most two patterns in it; answers where they are. */
export function liveDay(scene: Scene, kind: DayKind, seeds: readonly Seed[]): Planted[] {
  if (kind === 'weekend') {
    anHourOff(scene);
    return [];
  }
  const planted: Planted[] = [];
  const [first, second] = seeds.map(seed => planting(seed, planted));
  if (first && seeds[0]?.pattern.place === 'day') {
    first(scene);
    return planted;
  }
  const without: Without = new Set(seeds.flatMap(({ pattern }) => [...pattern.without]));
  const isMorning = scene.dev.chance.is(0.5);
  liveWorkday(scene, {
    until: untilOf(scene, kind),
    without,
    morning: (isMorning ? first : second) ?? null,
    afternoon: (isMorning ? second : first) ?? null,
  });
  return planted;
}

function planting({ pattern, strength }: Seed, planted: Planted[]): Interlude {
  return scene => {
    const from = scene.dev.now;
    pattern.plant(scene, strength);
    planted.push({ rule: pattern.rule, strength, from, to: scene.dev.now });
  };
}

/** Friday ends early; in a late week the evening goes by at the desk. */
function untilOf({ dev: { chance }, day }: Scene, kind: DayKind): number {
  if (kind === 'late') return 20.5 + chance.next();
  return weekday(day) === 4 ? 16 + 0.7 * chance.next() : 16.8 + 0.9 * chance.next();
}

/** A little work on a day off. */
function anHourOff(scene: Scene): void {
  const { dev, day } = scene;
  dev.now = onDay(day, 10 + 6 * dev.chance.next());
  dev.window = `day ${day} a`;
  const from = hoursOf(day, dev.now);
  while (hoursOf(day, dev.now) < from + 0.3) stretch(scene);
}
