import type { StatsSnapshot } from '../../src/core/messages/stats.ts';
import * as records from './recordSnapshots.ts';
import * as snapshots from './statsSnapshots.ts';

/**
 * Every state of the stats, by name: statsStates.test.ts holds each against axe in all themes and widths, and look.ts takes its
 * pictures. A new state is a builder in statsSnapshots.ts and a line here.
 */
export const STATS_STATES: Readonly<Record<string, () => StatsSnapshot>> = {
  busyWeek: snapshots.busyWeek,
  currentWeek: snapshots.currentWeek,
  pastWeek: snapshots.pastWeek,
  withoutUsual: snapshots.withoutUsual,
  withoutPlan: snapshots.withoutPlan,
  emptyWeek: snapshots.emptyWeek,
  pausedWeek: snapshots.pausedWeek,
  notStarted: snapshots.notStarted,
  unavailable: snapshots.unavailable,
  hostileWeek: snapshots.hostileWeek,
  busyDay: snapshots.busyDay,
  pastDay: snapshots.pastDay,
  emptyDay: snapshots.emptyDay,
  hostileDay: snapshots.hostileDay,
  record: records.record,
  recordBehind: records.recordBehind,
  recordEvents: records.recordEvents,
  recordTimes: records.recordTimes,
  recordCorrected: records.recordCorrected,
  recordLooking: records.recordLooking,
  recordEmpty: records.recordEmpty,
  recordUnmatched: records.recordUnmatched,
  recordHostile: records.recordHostile,
  recordLong: records.recordLong,
};
export const STATS_WIDTHS: readonly number[] = [200, 330, 900, 1400];
