import { join } from 'node:path';
import { zoneCalendar } from '../../core/activity/calendar.ts';
import type { Change } from '../../core/queue/change.ts';
import { DEFAULT_COEFFICIENTS } from '../../core/queue/coefficients.ts';
import { ITEM_STATES, keyOfNumber, PRIORITIES, type Item, type Items } from '../../core/queue/item.ts';
import { orderBetween } from '../../core/queue/order.ts';
import { QueueViewer, type QueueViewInput } from '../../core/queue/queueViewer.ts';
import { clockText } from '../../core/text/clock.ts';
import { openStore } from '../../store/open.ts';
import { Chance } from './chance.ts';
import { figure, medianOf, ratio, type Measured } from './figures.ts';
import type { Databases } from './places.ts';
import { BENCH_ZONE, DAY_MS, YEAR_DAYS, YEAR_START } from './workday.ts';

const COUNT = 5_000;
const NOW = YEAR_START + YEAR_DAYS * DAY_MS;
const LABELS = ['bug', 'feature', 'review', 'docs', 'exploration'] as const;

/** What a long queue costs: to show it, to write into it, and to follow another window that does. */
export async function benchQueue({ folder }: Databases): Promise<Measured[]> {
  const chance = new Chance(42);
  const items = makeItems(chance);
  const shown = benchView(items, chance);

  const path = join(folder, 'queue.sqlite');
  const store = await openStore(path);
  const changes = [...items.values()].map((item): Change => ({ kind: 'add', item }));
  store.tasks.change(() => ({ kind: 'all', changes }));
  const other = await openStore(path);
  let edits = 0;
  const edit = () => {
    const id = keyOfNumber(chance.between(1, COUNT));
    return store.tasks.change(() => ({ kind: 'edit', id, fields: { title: `Edited ${edits++}` } }));
  };
  const change = medianOf(100, edit);
  const changeAndFollow = medianOf(100, () => {
    edit();
    other.tasks.all();
  });
  const same = medianOf(100, () => other.tasks.all());
  other.close();
  store.close();

  const whole: number[] = [];
  for (let i = 0; i < 5; i++) {
    const again = await openStore(path);
    const began = performance.now();
    again.tasks.all();
    whole.push(performance.now() - began);
    again.close();
  }
  const readAll = Math.min(...whole);
  return [
    ...shown,
    figure('one item changed, of 5,000', change, 'ms', 2),
    figure('queue of 5,000 items read whole', readAll, 'ms', null),
    figure('queue read where nobody wrote it', same, 'ms', 0.1),
    ratio("following another window's change ÷ reading all", changeAndFollow - change, readAll, 0.25),
  ];
}

function benchView(start: Items, chance: Chance): Measured[] {
  const ids = [...start.keys()];
  const usedMs = new Map(ids.filter(() => chance.is(0.6)).map(id => [id, chance.between(1, 200) * 60_000]));
  const clock = clockText(BENCH_ZONE);
  const calendar = zoneCalendar(BENCH_ZONE);
  const inputOf = (items: Items): QueueViewInput => ({
    ...{ items, usedMs, clock, now: NOW, today: calendar.dayAt(NOW).date },
    dateAt: time => calendar.dayAt(time).date,
    ...{ activeId: ids[0] ?? null, coefficients: DEFAULT_COEFFICIENTS, sorting: 'score', wipLimit: 2 },
    ...{ freeMinutes: 25, deepBlock: null, undo: null, redo: null },
  });
  let items = start;
  let edits = 0;
  const viewer = new QueueViewer();
  const changed = medianOf(60, () => {
    const id = ids[chance.between(0, ids.length - 1)] ?? '';
    const item = items.get(id);
    if (item) items = new Map(items).set(id, { ...item, title: `Edited ${edits++}` });
    viewer.view(inputOf(items));
  });
  const anew = medianOf(60, () => new QueueViewer().view(inputOf(items)));
  return [
    figure('panel snapshot of 5,000 items built, one changed', changed, 'ms', 16),
    figure('panel snapshot of 5,000 items built, all anew', anew, 'ms', 16),
  ];
}

function makeItems(chance: Chance): Items {
  const items = new Map<string, Item>();
  let order: string | null = null;
  for (let number = 1; number <= COUNT; number++) {
    order = orderBetween(order, null);
    const item = randomItem(chance, number, order);
    items.set(item.id, item);
  }
  return items;
}

/** A third of them is closed. */
function randomItem(chance: Chance, number: number, order: string): Item {
  const createdAt = NOW - chance.between(0, 400) * DAY_MS;
  const state = chance.of(ITEM_STATES);
  const isClosed = state === 'done' || state === 'dropped';
  const day = new Date(NOW + chance.between(-20, 40) * DAY_MS).toISOString().slice(0, 10);
  return {
    id: keyOfNumber(number),
    key: keyOfNumber(number),
    title: `Something to do about file ${chance.between(1, 999)}, number ${number}`,
    state,
    labels: LABELS.filter(() => chance.is(0.3)),
    priority: chance.is(0.4) ? chance.of(PRIORITIES) : null,
    project: chance.is(0.8) ? 'shop' : null,
    budgetMinutes: chance.is(0.6) ? chance.between(1, 16) * 15 : null,
    due: chance.is(0.3) ? day : null,
    scheduled: null,
    snoozedUntil: chance.is(0.1) ? NOW + chance.between(-5, 20) * DAY_MS : null,
    createdAt,
    startedAt: null,
    closedAt: isClosed ? createdAt + DAY_MS : null,
    order,
    blockedBy: chance.is(0.1) ? [keyOfNumber(chance.between(1, COUNT))] : [],
  };
}
