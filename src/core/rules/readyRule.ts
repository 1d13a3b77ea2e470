import type { OptionValues } from './options.ts';
import type { Level, Rule } from './rule.ts';

/** A rule as the user has set it. */
export interface ReadyRule {
  readonly rule: Rule;
  readonly level: Level;
  readonly values: OptionValues;
}
