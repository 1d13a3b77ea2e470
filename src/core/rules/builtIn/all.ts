import type { Rule } from '../rule.ts';
import { CONVEYOR } from './conveyor.ts';
import { EDIT_UNDO } from './editUndo.ts';
import { FAILING_RUN } from './failingRun.ts';
import { LATE_WORK } from './lateWork.ts';
import { LONG_READ } from './longRead.ts';
import { LONG_WAITS } from './longWaits.ts';
import { NO_BREAK } from './noBreak.ts';
import { OVER_BUDGET } from './overBudget.ts';
import { PING_PONG } from './pingPong.ts';
import { PLAN_BEHIND } from './planBehind.ts';
import { STAYING_ERROR } from './stayingError.ts';
import { TOO_MANY } from './tooMany.ts';
import { TWO_FILES } from './twoFiles.ts';
import { UNCOMMITTED } from './uncommitted.ts';
import { UNPROTECTED_FLOW } from './unprotectedFlow.ts';
import { UNTESTED } from './untested.ts';

/** The rules that Andon comes with, in the order in which they are shown. */
export const ALL_RULES: readonly Rule[] = [
  NO_BREAK,
  LATE_WORK,
  PING_PONG,
  TWO_FILES,
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
  UNPROTECTED_FLOW,
];
