import type { Seed } from './deck.ts';
import { onDay, weekday } from './dates.ts';
import { MINUTE } from './developer.ts';
import type { Without } from './habits.ts';
import type { AlsoThere, Planted, Truth } from './truth.ts';
import { CALM_MS, liveWorkday, type Interlude, type Scene } from './workday.ts';
import type { DayKind } from './yearPlan.ts';

/** Lives a day, with at most two patterns in it; answers where they are. */
export function liveDay(scene: Scene, kind: DayKind, seeds: readonly Seed[]): Truth {
  const truth: Planting = { planted: [], alsoThere: [] };
  const [first, second] = seeds.map(seed => planting(seed, truth));
  if (kind === 'weekend') workABit(scene);
  else if (first && seeds[0]?.pattern.place !== 'amid') first(scene);
  else liveOrdinarily(scene, kind, seeds, [first ?? null, second ?? null]);
  if (kind === 'late') {
    truth.alsoThere.push({ rule: 'rest/late-work', from: onDay(scene.day, 0), to: onDay(scene.day, 24) });
  }
  return truth;
}

interface Planting extends Truth {
  readonly planted: Planted[];
  readonly alsoThere: AlsoThere[];
}

function liveOrdinarily(
  scene: Scene,
  kind: DayKind,
  seeds: readonly Seed[],
  [first, second]: readonly [Interlude | null, Interlude | null],
): void {
  const without: Without = new Set(seeds.flatMap(({ pattern }) => [...pattern.without]));
  const isMorning = scene.dev.chance.is(0.5);
  liveWorkday(scene, {
    from: 8.3 + scene.dev.chance.next(),
    until: untilOf(scene, kind),
    without,
    morning: isMorning ? first : second,
    afternoon: isMorning ? second : first,
  });
}

function planting({ pattern, strength }: Seed, { planted, alsoThere }: Planting): Interlude {
  return scene => {
    const from = scene.dev.now;
    pattern.plant(scene, strength);
    // The calm after it belongs to it: what is measured may be told some minutes late.
    const to = scene.dev.now + CALM_MS;
    planted.push({ rule: pattern.rule, strength, from, to });
    const also = pattern.alsoShows;
    if (also && strength >= also.from) alsoThere.push({ rule: also.rule, from, to });
  };
}

/** Friday ends early; in a late week the evening goes by at the desk. */
function untilOf({ dev: { chance }, day }: Scene, kind: DayKind): number {
  if (kind === 'late') return 20.5 + chance.next();
  return weekday(day) === 4 ? 16 + 0.7 * chance.next() : 16.8 + 0.9 * chance.next();
}

/** A little work on a day off. */
function workABit({ dev, habits, day, task }: Scene): void {
  dev.now = onDay(day, 10 + 6 * dev.chance.next());
  dev.window = `day ${day} a`;
  habits.work(task, dev.chance.between(15, 40) * MINUTE);
  dev.commit();
}
