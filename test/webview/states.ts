import type { Snapshot } from '../../src/core/messages/panel.ts';
import { DAILY_STATES } from './dailySnapshots.ts';
import * as snapshots from './snapshots.ts';

/**
 * Every state of the panel, by name: states.test.ts holds each against axe in all themes and widths, and look.ts takes its
 * pictures. A new state is a builder in snapshots.ts and a line here.
 */
export const STATES: Readonly<Record<string, () => Snapshot>> = {
  busy: snapshots.busy,
  inSession: () => snapshots.inSession(),
  sessionPaused: snapshots.sessionPaused,
  sessionOver: snapshots.sessionOver,
  inFlow: snapshots.inFlow,
  toReview: () => snapshots.toReview(),
  empty: snapshots.empty,
  firstMinute: snapshots.firstMinute,
  notStarted: () => snapshots.notStarted(),
  deferred: () => snapshots.notStarted(true),
  paused: snapshots.paused,
  unavailable: snapshots.unavailable,
  hostile: snapshots.hostile,
  ...DAILY_STATES,
};
