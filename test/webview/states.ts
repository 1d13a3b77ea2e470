import type { Snapshot } from '../../src/core/messages/panel.ts';
import type { QueueView } from '../../src/core/messages/queue.ts';
import * as queues from './queueSnapshots.ts';
import { DAILY_STATES } from './dailySnapshots.ts';
import { NUDGE_STATES, suggested } from './nudgeSnapshots.ts';
import { firstRows } from './recordSnapshots.ts';
import * as snapshots from './snapshots.ts';
import type { Shown } from './panelUnderTest.ts';

const WITHOUT_QUEUE: Readonly<Record<string, () => Snapshot>> = {
  busy: snapshots.busy,
  inSession: () => snapshots.inSession(),
  sessionPaused: snapshots.sessionPaused,
  sessionOver: snapshots.sessionOver,
  inFlow: snapshots.inFlow,
  toReview: () => snapshots.toReview(),
  withWeek: () => snapshots.withWeek(),
  withWeekUnplanned: () => snapshots.withWeek(null),
  firstWeek: snapshots.firstWeek,
  empty: snapshots.empty,
  firstMinute: snapshots.firstMinute,
  notStarted: () => snapshots.notStarted(),
  deferred: () => snapshots.notStarted(true),
  paused: snapshots.paused,
  pausedUntil: snapshots.pausedUntil,
  leftOut: snapshots.leftOut,
  unavailable: snapshots.unavailable,
  hostile: snapshots.hostile,
  ...DAILY_STATES,
  ...NUDGE_STATES,
};

const OF_QUEUE: Readonly<Record<string, () => QueueView>> = {
  queueEmpty: queues.nothing,
  queueBusy: () => queues.busy(),
  queueRunning: queues.running,
  queueOverBudget: queues.overBudget,
  queueByScore: queues.byScore,
  queueHostile: queues.hostile,
  queueLong: queues.long,
};

/**
 * Every state of the panel, by name: states.test.ts holds each against axe in all themes and widths, and look.ts takes its
 * pictures. A new state is a builder in snapshots.ts or queueSnapshots.ts, and a line above.
 */
export const STATES: Readonly<Record<string, () => Shown>> = {
  ...mapped(WITHOUT_QUEUE, snapshot => ({ snapshot })),
  nudgeRows: () => ({
    snapshot: suggested(),
    rows: firstRows({ spansADay: 12 }),
    kept: { toggled: ['nudge:1'] },
  }),
  ...mapped(OF_QUEUE, queue => ({ snapshot: snapshots.inSession(), queue })),
};

function mapped<T>(
  states: Readonly<Record<string, () => T>>,
  shown: (state: T) => Shown,
): Record<string, () => Shown> {
  return Object.fromEntries(Object.entries(states).map(([name, make]) => [name, () => shown(make())]));
}
