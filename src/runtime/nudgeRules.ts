import type { NudgeRules } from '../core/nudges/policy.ts';
import { minutes, type Settings } from '../core/settings.ts';

/** What the settings say of nudges. */
export function nudgeRulesOf(settings: Settings): NudgeRules {
  return {
    toastsPerDay: settings['nudges.toastsPerDay'],
    maxDeferMs: minutes(settings['nudges.maxDefer']),
    isLearning: settings['nudges.learning'],
  };
}
