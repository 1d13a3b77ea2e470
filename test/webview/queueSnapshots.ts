import { zoneCalendar } from '../../src/core/activity/calendar.ts';
import type { QueueView } from '../../src/core/messages/queue.ts';
import { DEFAULT_COEFFICIENTS } from '../../src/core/queue/coefficients.ts';
import type { Item, ItemState } from '../../src/core/queue/item.ts';
import { QueueViewer, type QueueViewInput } from '../../src/core/queue/queueViewer.ts';
import { clockText } from '../../src/core/text/clock.ts';
import { row } from '../unit/core/queue/builders.ts';
import { clock } from './snapshots.ts';

/** Queues to show, made by the code that makes the real ones. */

const ZONE = 'Europe/Berlin';
const NOW = clock('15:12');
const MINUTE = 60_000;
const DAY = 86_400_000;

/** An item that was worked on for `used` minutes. */
interface Task extends Partial<Item> {
  readonly used?: number;
}

/** The tasks in their own order; their ids are i1, i2, …, their keys, …. */
export function queueOf(tasks: readonly Task[], options: Partial<QueueViewInput> = {}): QueueView {
  const calendar = zoneCalendar(ZONE);
  const used = tasks.map(({ used: minutes = 0 }, i): [string, number] => [`i${i + 1}`, minutes * MINUTE]);
  return new QueueViewer().view({
    items: row(tasks.length, i => ({ createdAt: NOW - i * DAY, ...fieldsOf(tasks[i] ?? {}) })),
    now: NOW,
    today: calendar.dayAt(NOW).date,
    clock: clockText(ZONE),
    dateAt: time => calendar.dayAt(time).date,
    usedMs: new Map(used),
    activeId: null,
    coefficients: DEFAULT_COEFFICIENTS,
    freeMinutes: null,
    deepBlock: null,
    sorting: 'own',
    wipLimit: 2,
    undo: null,
    redo: null,
    ...options,
  });
}

function fieldsOf({ used: _, ...fields }: Task): Partial<Item> {
  return fields;
}

const closed = (title: string, state: ItemState, more: Task = {}): Task => ({
  title,
  state,
  closedAt: NOW - DAY,
  ...more,
});

/** Twelve features that took longer than planned, for a range. */
const DONE: readonly Task[] = Array.from({ length: 12 }, (_, i) =>
  closed(`Finished feature ${i + 1}`, 'done', {
    labels: ['feature'],
    budgetMinutes: 60,
    used: 50 + i * 6,
    closedAt: NOW - (i + 1) * DAY,
  }),
);

const OPEN: readonly Task[] = [
  {
    title: 'Idle rule: recompute history',
    state: 'doing',
    labels: ['feature'],
    budgetMinutes: 90,
    used: 72,
    startedAt: NOW - DAY,
  },
  { title: 'Two windows end one session twice', labels: ['bug'], priority: 'high', due: '2026-11-23' },
  { title: '#482 Review: store migrations', labels: ['review'], due: '2026-11-20', project: 'andon' },
  { title: 'Name the rules by what they see', budgetMinutes: 30, labels: ['maintenance'] },
  { title: 'Answer the question about exports', budgetMinutes: 10 },
  { title: 'Say what a lone signal counts', blockedBy: ['i2'], priority: 'medium' },
  { title: 'Export loses the last row of a day that crosses a change of clocks', state: 'inbox' },
  { title: 'Look at the new diff view', state: 'inbox', labels: ['exploration'] },
  { title: 'Translations', state: 'inbox', createdAt: NOW - 300 * DAY },
  { title: 'A reply from the hosting', state: 'waiting', due: '2026-12-24' },
];

const ASIDE: readonly Task[] = [
  { title: 'Renew the certificate', snoozedUntil: NOW + 3 * DAY, due: '2026-12-01' },
  closed('Old idea that nobody needs', 'dropped', { closedAt: NOW - 2 * DAY }),
];

export const nothing = (): QueueView => queueOf([]);

const BUSY: readonly Task[] = [...OPEN, ...ASIDE, ...DONE];

/** A queue in use: i1 in work, i2 to i6 next, i7 to i9 in the inbox, i10 waiting, i11 snoozed, i12 dropped, the rest done. */
export const busy = (options: Partial<QueueViewInput> = {}): QueueView => queueOf(BUSY, options);

/** As `busy`, after something was done to one of its items. */
export function busyAfter(id: string, change: Task, options: Partial<QueueViewInput> = {}): QueueView {
  const changed = BUSY.map((task, i) => (id === `i${i + 1}` ? { ...task, ...change } : task));
  return queueOf(changed, options);
}

/** As `busy`, with one more item at its end. */
export const busyAnd = (task: Task): QueueView => queueOf([...BUSY, task]);

/** As `busy`, with the clock of the first item running. */
export const running = (): QueueView =>
  busy({ activeId: 'i1', undo: 'Start “Idle rule: recompute history”' });

export const byScore = (): QueueView => busy({ sorting: 'score', activeId: 'i1' });

/** More in work than was meant, over its budget, and budgets that nothing is known of. */
export const overBudget = (): QueueView =>
  queueOf(
    [
      { title: 'Fix the login', state: 'doing', budgetMinutes: 120, used: 140, labels: ['bug'] },
      { title: 'Idle rule: recompute history', state: 'doing', budgetMinutes: 90, used: 30 },
      { title: 'A look at exports', state: 'doing', used: 25, labels: ['exploration'] },
    ],
    { activeId: 'i1' },
  );

const HOSTILE = [
  '<img src=x onerror="document.title=\'hit\'">',
  '[click](command:andon.eraseEverything) **bold** `code`',
  '\u202Egnp.exe\u202C right to left',
  '\u2069\u2069\u202Ecloses isolates',
  'שלום עולם, a title of two directions',
  '</bdi></main><script>document.title="hit"</script>',
  'line\nbreak\u0000null\u0007bell',
  'a-title-without-a-single-break-that-is-far-longer-than-any-side-bar-would-ever-be-wide'.repeat(3),
  'very long '.repeat(1_000),
  '__proto__',
];

/** Titles that no item should have; the host would have cleaned some of them. */
export const hostile = (): QueueView =>
  queueOf(
    HOSTILE.map((title, i) => ({
      title,
      labels: i === 4 ? ['عربي', 'constructor'] : Array.from({ length: i }, (_, j) => `label-${j}`),
      state: i < 2 ? 'doing' : 'next',
      budgetMinutes: i === 0 ? 60_000 : null,
      used: i === 0 ? 59_000 : 0,
      blockedBy: i === 5 ? ['i2', 'i9'] : [],
    })),
    { activeId: 'i2' },
  );

/** 5,000 open items, of all kinds. */
export const long = (): QueueView =>
  queueOf(
    Array.from({ length: 5_000 }, (_, i): Task => {
      const like = OPEN[i % OPEN.length] ?? {};
      return {
        ...like,
        state: i === 0 ? 'doing' : i < 2_000 ? 'next' : 'inbox',
        title: `${i + 1} ${like.title ?? ''}`,
      };
    }),
    { activeId: 'i1' },
  );
