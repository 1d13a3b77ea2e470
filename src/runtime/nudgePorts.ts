import type { Clock } from '../base/clock.ts';
import type { Event } from '../base/emitter.ts';
import type { Nudge } from '../core/nudges/nudge.ts';
import type { NudgeRules } from '../core/nudges/policy.ts';
import type { QuietHours } from '../core/nudges/quietHours.ts';
import type { Raised } from '../core/nudges/raised.ts';
import type { RuleStatus } from '../core/rules/finding.ts';
import type { ReadyRule } from '../core/rules/readyRule.ts';
import type { Leader } from './leader.ts';

/** What rules say, as `RuleKeeper` has it. */
export interface RulesAtWork {
  readonly onDidChange: Event<void>;
  readonly rules: readonly ReadyRule[];
  raised(): readonly Raised[];
  /** Empty until the rules have looked. */
  status(): ReadonlyMap<string, RuleStatus>;
}

export interface NudgeKeeperPorts {
  readonly clock: Clock;
  readonly leader: Leader;
  readonly rulesAtWork: RulesAtWork;
  /** The label of this window. */
  readonly window: string;
  readonly nudgeRules: () => NudgeRules;
  readonly quietHours: () => QuietHours | null;
  readonly idleAfterMs: () => number;
  /** This window has the focus: what asks for a look is shown here. */
  readonly isForeground: () => boolean;
  /** Shows what asks for a look; settles when it can be seen. What belongs to one delivery comes together. */
  readonly show: (nudges: readonly Nudge[]) => Promise<void>;
  readonly onFailure: (what: string, error: unknown) => void;
}
