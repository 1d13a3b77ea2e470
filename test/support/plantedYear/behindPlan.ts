import type { Signal } from '../../../src/core/activity/signal.ts';
import { hoursOf, onDay, weekday } from './dates.ts';
import { HOUR, MINUTE } from './developer.ts';
import type { AlsoThere } from './truth.ts';
import { WEEKLY_PLAN_HOURS } from './weeklyPlan.ts';

const PULSE_GAP_MS = 5 * MINUTE;
const DEEP_MS = 25 * MINUTE;
/** The plan is spread over these hours of Monday to Friday. */
const WORKDAY = { from: 8.5, to: 17.3, days: 5 };
/** Behind is who has less than half of what the plan comes to, and nearly behind who has little more. */
const NEARLY_BEHIND = 0.5 / 0.9;
const LEAST_PLANNED_HOURS = 2.7;

/** The hours of each week in which deep time was behind the plan or nearly so: after days off, and days of little things. */
export function behindPlan(signals: readonly Signal[]): AlsoThere[] {
  const blocks = deepBlocks(signals);
  const last = Math.ceil(hoursOf(0, signals.at(-1)?.at ?? 0) / 24);
  const there: AlsoThere[] = [];
  for (let day = 0; day < last; day++) {
    const monday = onDay(day - weekday(day), 0);
    const ofWeek = blocks.filter(({ start }) => start >= monday && start < monday + 7 * 24 * HOUR);
    for (let hour = 0; hour < 24; hour++) {
      const from = onDay(day, hour);
      const to = from + HOUR;
      const planned = plannedHours(day, hour + 1);
      const done = ofWeek
        .filter(block => block.end <= from)
        .reduce((sum, block) => sum + block.end - block.start, 0);
      const isBehind = planned >= LEAST_PLANNED_HOURS && done < planned * HOUR * NEARLY_BEHIND;
      if (isBehind) there.push({ rule: 'plan/behind', from, to });
    }
  }
  return there;
}

/** What the plan of the week comes to at so many hours of a day. */
function plannedHours(day: number, hours: number): number {
  const ofDay = Math.min(Math.max((hours - WORKDAY.from) / (WORKDAY.to - WORKDAY.from), 0), 1);
  return (WEEKLY_PLAN_HOURS * Math.min(weekday(day) + ofDay, WORKDAY.days)) / WORKDAY.days;
}

/** Stretches of one project and item without a pause. */
function deepBlocks(signals: readonly Signal[]): { start: number; end: number }[] {
  const blocks: { start: number; end: number }[] = [];
  let item = '';
  let work = '';
  let block = { start: 0, end: 0 };
  for (const signal of signals) {
    if (signal.kind === 'queue') item = signal.phase === 'start' ? signal.item : '';
    if (!signal.doc || signal.kind === 'diagnostics') continue;
    const now = `${signal.doc.project ?? ''} ${item}`;
    if (now !== work || signal.at - block.end > PULSE_GAP_MS) {
      if (block.end - block.start >= DEEP_MS) blocks.push(block);
      block = { start: signal.at, end: signal.at };
      work = now;
    }
    block.end = signal.at;
  }
  if (block.end - block.start >= DEEP_MS) blocks.push(block);
  return blocks;
}
