import type { Pattern } from './pattern.ts';
import { FLOW, LONG_READ } from './patterns/offer.ts';
import { PLAN_BEHIND } from './patterns/plan.ts';
import { CONVEYOR, OVER_BUDGET, TOO_MANY } from './patterns/queue.ts';
import { LATE_WORK, NO_BREAK } from './patterns/rest.ts';
import { UNCOMMITTED, UNTESTED } from './patterns/risk.ts';
import { EDIT_UNDO, FAILING_RUN, STAYING_ERROR } from './patterns/stuck.ts';
import { FILE_PING_PONG, PROJECT_PING_PONG } from './patterns/switching.ts';
import { LONG_WAITS } from './patterns/waiting.ts';

/** Everything that is planted. */
export const PATTERNS: readonly Pattern[] = [
  NO_BREAK,
  LATE_WORK,
  PROJECT_PING_PONG,
  FILE_PING_PONG,
  FAILING_RUN,
  STAYING_ERROR,
  EDIT_UNDO,
  LONG_READ,
  LONG_WAITS,
  UNCOMMITTED,
  UNTESTED,
  OVER_BUDGET,
  TOO_MANY,
  CONVEYOR,
  PLAN_BEHIND,
  FLOW,
];
