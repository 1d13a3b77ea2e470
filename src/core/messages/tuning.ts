import * as z from 'zod/mini';
import { RECORD_FILTER } from '../audit/filterSchema.ts';
import { LEVELS, type Level, type Option } from '../rules/rule.ts';
import { SETTING_KEYS, type SettingKey } from '../settings.ts';
import type { Explanation } from './numbers.ts';
import type { RecordingState } from './panel.ts';
import { ROWS_REQUEST } from './record.ts';

/** What the page that tunes rules and settings and the host say to each other, by the same rules as the panel. */
export interface TuningMessage {
  readonly type: 'tuning';
  readonly tuning: TuningView;
}

/** What became of the last request to try something. */
export interface TrialMessage {
  readonly type: 'trial';
  readonly trial: TrialView;
}

/** What became of the last request to check a rule. */
export interface CheckedMessage {
  readonly type: 'checked';
  readonly checked: CheckedRule;
}

/** A rule of one's own, as it is being written. */
export interface CheckedRule {
  /** Which request it answers. */
  readonly turn: number;
  /** The rule's id; null: something is wrong with it. */
  readonly id: string | null;
  /** What is wrong, each as a sentence. */
  readonly faults: readonly string[];
}

export interface TuningView {
  readonly recording: RecordingState;
  /** Those that Andon comes with, as they are set. */
  readonly rules: readonly RuleView[];
  /** The user's own, in the order of `andon.customRules`. */
  readonly custom: readonly CustomRuleView[];
  /** What is wrong in `andon.rules` and belongs to none of these, each as a sentence. */
  readonly problems: readonly string[];
  readonly settings: readonly SettingView[];
  /** What the user last asked to tune; null: nothing by itself. */
  readonly wanted: WantedRule | null;
}

/** A rule that the user wants to see open. */
export interface WantedRule {
  readonly id: string;
  /** When that was. */
  readonly at: number;
}

export interface RuleView {
  readonly id: string;
  readonly description: string;
  readonly reason: string;
  readonly source: string;
  /** What the record cannot tell; null: nothing that matters. */
  readonly limits: string | null;
  readonly level: Level;
  readonly defaultLevel: Level;
  /** The threshold first. */
  readonly options: readonly OptionView[];
  /** Set otherwise than it comes. */
  readonly isChanged: boolean;
  /** What is wrong in its setting, each as a sentence. */
  readonly problems: readonly string[];
  /** So many more days of record it needs before it says anything. */
  readonly missingDays: number;
  /** The rule as one would write it in `andon.customRules`. */
  readonly text: string;
}

/** A number that can be set, or a length of time such as `20m`. */
export interface OptionView extends Option {
  readonly name: string;
  readonly value: number | string;
  /** What is measured is held against it. */
  readonly isThreshold: boolean;
}

export interface CustomRuleView {
  /** Its place in the setting. */
  readonly index: number;
  /** What it says it is called; null: nothing. */
  readonly id: string | null;
  /** null: it has none, or is not understood. */
  readonly description: string | null;
  /** As it stands in the setting. */
  readonly text: string;
  /** Each as a sentence; with any the rule is off. */
  readonly problems: readonly string[];
  /** As of the others. */
  readonly missingDays: number;
  readonly level: Level;
}

export interface SettingView {
  readonly key: SettingKey;
  /** What VS Code's own settings say of it: Markdown with `code` and *emphasis* only. */
  readonly description: string;
  readonly form: SettingForm;
  readonly value: unknown;
  readonly default: unknown;
  readonly isChanged: boolean;
  /** A value of the workspace stands before the user's own. */
  readonly isOfWorkspace: boolean;
}

/** How a setting is changed here; `elsewhere`: better in VS Code's own editor. */
export type SettingForm =
  | {
      readonly kind: 'number';
      readonly minimum: number;
      readonly maximum: number;
      readonly isWhole: boolean;
    }
  | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
  | { readonly kind: 'switch' }
  /** `pattern`: what it must match, as a regular expression; null: anything. */
  | { readonly kind: 'text'; readonly pattern: string | null }
  | { readonly kind: 'elsewhere' };
export interface Choice {
  readonly value: string;
  readonly description: string;
}

/** The last days, looked at with a rule as it is and as it is under edit. */
export interface TrialView {
  /** Which request it answers. */
  readonly turn: number;
  readonly state: TrialState;
}
export type TrialState =
  /** `done`: 0 to 1. */
  | { readonly kind: 'running'; readonly done: number }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'noRecord' }
  | { readonly kind: 'failed' }
  | ({ readonly kind: 'done' } & TrialResult);

export interface TrialResult {
  /** ISO dates of the days that were looked at, the first one first; those before the record began are left out. */
  readonly dates: readonly string[];
  /** With the settings as they are; null: there is no such rule yet. */
  readonly before: TrialSide | null;
  /** As under edit; null: nothing is. */
  readonly after: TrialSide | null;
  /** In order of time. */
  readonly rows: readonly TrialRow[];
}

export interface TrialSide {
  /** How many nudges of the rule would have come. */
  readonly count: number;
  /** Findings that were over before there was a moment to tell of them. */
  readonly missed: number;
  /** Nudges of all rules. */
  readonly ofAll: number;
  /** The rule is off. */
  readonly isOff: boolean;
  /** Why it says nothing, as a sentence; null: it can say something. */
  readonly silence: string | null;
}

/** What both sides tell of the same; one of them may say nothing of it. */
export interface TrialRow {
  readonly before: TrialNudge | null;
  readonly after: TrialNudge | null;
}

export interface TrialNudge {
  /** ISO date of the local day, and minutes since midnight by the clock on the wall. */
  readonly date: string;
  readonly minute: number;
  /** "14:05" */
  readonly time: string;
  /** "In the panel, after a commit." */
  readonly how: string;
  readonly message: string;
  readonly explanation: Explanation;
}

const LONGEST_ID = 200;
/** A rule as JSON is some hundred characters long. */
const MOST_RULES = 1000;

const ID = z.string().check(z.maxLength(LONGEST_ID));
const INDEX = z.int().check(z.minimum(0), z.maximum(MOST_RULES));
const AMOUNT = z.union([z.number(), z.string().check(z.maxLength(LONGEST_ID))]);

/** A rule under edit: how one is set, or one of the user's own. */
export const DRAFT = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('setting'),
    rule: ID,
    level: z.enum(LEVELS),
    options: z.record(z.string(), AMOUNT),
  }),
  /** `index` null: a new one. `rule`: checked as every rule is that comes from settings. */
  z.object({ kind: z.literal('custom'), index: z.nullable(INDEX), rule: z.unknown() }),
]);
export type Draft = z.output<typeof DRAFT>;

/** From the page. */
export const TUNING_REQUEST = z.discriminatedUnion('type', [
  /** The page is there and wants a snapshot. */
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('start') }),
  /** Tries the rule `rule` (its id) on the last days; `draft` null: as it is. Whatever was being tried is given up. */
  z.object({ type: z.literal('try'), turn: z.int(), rule: ID, draft: z.nullable(DRAFT) }),
  z.object({ type: z.literal('stopTrial') }),
  /** `index` null: it is a new one. */
  z.object({ type: z.literal('checkRule'), turn: z.int(), index: z.nullable(INDEX), rule: z.unknown() }),
  z.object({ type: z.literal('keepDraft'), draft: DRAFT }),
  z.object({ type: z.literal('removeRule'), index: INDEX }),
  z.object({ type: z.literal('writeSetting'), key: z.enum(SETTING_KEYS), value: z.unknown() }),
  z.object({ type: z.literal('resetSetting'), key: z.enum(SETTING_KEYS) }),
  z.object({ type: z.literal('openSetting'), key: z.enum(SETTING_KEYS) }),
  z.object({ type: z.literal('openRecord'), filter: RECORD_FILTER }),
  ROWS_REQUEST,
]);
export type TuningRequest = z.output<typeof TUNING_REQUEST>;
