import { minutes, type Settings } from '../core/settings.ts';
import type { Rules } from '../runtime/keepers.ts';

/** What the settings say of numbers and sessions, in milliseconds. */
export function rulesOf(settings: Settings): Rules {
  return {
    idleAfterMs: minutes(settings['idle.after']),
    deepBlockMs: minutes(settings['focus.deepBlockMinutes']),
    // Hours; 0 is no plan.
    planMs: minutes(settings['focus.weeklyPlan'] * 60) || null,
    softLandingMs: minutes(settings['focus.softLanding']),
    pomodoro: {
      roundMs: minutes(settings['focus.pomodoro.round']),
      breakMs: minutes(settings['focus.pomodoro.break']),
      longBreakMs: minutes(settings['focus.pomodoro.longBreak']),
    },
  };
}
