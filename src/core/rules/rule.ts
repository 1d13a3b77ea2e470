import type { Amount, Field, Stream } from './streams.ts';

/**
 * A rule as data: what built-in rules are written in and what users write in `andon.customRules`.
 *
 * In the manner of Sigma's correlations and Prometheus' alerts: a measure over a window of the record passes a threshold, for a
 * while; as long as it does there is a finding.
 */
export interface Rule {
  /** Two words with a slash between, such as `switching/ping-pong`. */
  readonly id: string;
  /** What it looks for, in a sentence. */
  readonly description: string;
  readonly kind: RuleKind;
  /** Why one may want to know, and who says so. */
  readonly reason: string;
  readonly source: string;
  /** What the record cannot tell, where that matters. */
  readonly limits?: string | undefined;
  readonly level: Level;
  /** Numbers that can be set without writing the rule anew: `{ "option": "name" }` stands for them in `when` and the lengths below. */
  readonly options?: Readonly<Record<string, Option>> | undefined;
  readonly when: Condition | AllOf;
  /** The condition must hold for so long. Default: at once. */
  readonly for?: Quantity | undefined;
  /** The finding outlasts shorter breaks of the condition. Default: none. */
  readonly keepFiringFor?: Quantity | undefined;
  /** From the beginning of one finding to that of the next. Default: none. */
  readonly cooldown?: Quantity | undefined;
  /** While one of these is so, the rule holds its peace. */
  readonly inhibitedBy?: readonly Inhibitor[] | undefined;
  /** With `{value}`, `{count}`, `{threshold}`, `{over}`, `{group}` and the names of options to be filled in. */
  readonly message: string;
  /** What is offered. */
  readonly suggest?: readonly Suggestion[] | undefined;
}

export const RULE_KINDS = [
  'rest',
  'switching',
  'stuck',
  'waiting',
  'risk',
  'queue',
  'plan',
  'offer',
] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

/** Where a finding may show, from nowhere up. */
export const LEVELS = ['off', 'panel', 'statusBar', 'toast'] as const;
export type Level = (typeof LEVELS)[number];

export const INHIBITORS = ['focus', 'debugging', 'running'] as const;
/** `focus`: a focus session is open. `debugging`: a debug session is. `running`: a background task or a command that runs something. */
export type Inhibitor = (typeof INHIBITORS)[number];

export const SUGGESTIONS = [
  'startFocus',
  'takeBreak',
  'endDay',
  'parkItem',
  'openBeside',
  'addNote',
  'addItem',
  'commit',
  'runTests',
  'changeBudget',
  'showQueue',
  'showStats',
  'planWeek',
] as const;
/** Something that can be done about a finding; what each does is the surface's business. */
export type Suggestion = (typeof SUGGESTIONS)[number];

/** A number, a length of time such as `20m`, or what an option says. */
export type Quantity = number | string | OptionRef;
export interface OptionRef {
  readonly option: string;
}

/** One number that the user may set. */
export interface Option {
  readonly description: string;
  /** A number, or a length of time such as `20m`; so are the bounds. */
  readonly default: number | string;
  readonly minimum: number | string;
  readonly maximum: number | string;
}

/** Every condition holds, for one group where they are grouped. The first one is what is shown. */
export interface AllOf {
  readonly all: readonly Condition[];
}

export type Condition = Measure & Grouped & Comparison;

/** What is measured. */
export type Measure = Counted | Ratio | Figured;

export type Counted = Window &
  (
    | { /** How many occurrences. */ readonly count: Stream }
    | { /** Their amounts added up. */ readonly sum: Amount; readonly of: Stream }
    | { /** How many different ones. */ readonly distinct: Field; readonly of: Stream }
    | {
        /** The longest time without one, in milliseconds; the present one included. */ readonly longestGap: Stream;
      }
    | {
        /** How long ago the first or last of the window was, in milliseconds. */ readonly timeSince: Stream;
        readonly take?: 'first' | 'last' | undefined;
      }
  );

/** The first divided by the second; nothing where that is 0. What the two do not say is said beside them. */
export interface Ratio extends Pick<Window, 'over'> {
  readonly ratio: readonly [Counted | Figured, Counted | Figured];
}

/** A figure that is kept elsewhere. */
export interface Figured {
  readonly figure: Figure;
}

export const FIGURES = ['budget', 'plannedDeepTime'] as const;
/** `budget`: of an item. `plannedDeepTime`: what the weekly plan comes to by now. Both in milliseconds. */
export type Figure = (typeof FIGURES)[number];

/** Which occurrences. */
export interface Window {
  readonly where?: Where | undefined;
  /** A length of time, or since the local day, the week (from Monday on) or the record began. Default: `record`. */
  readonly over?: Over | undefined;
  /** Whatever happened before one of these does not count. */
  readonly resetBy?: readonly Selector[] | undefined;
}

export const CALENDAR_WINDOWS = ['day', 'week', 'record'] as const;
export type CalendarWindow = (typeof CALENDAR_WINDOWS)[number];
export type Over = Quantity;

export interface Selector {
  readonly of: Stream;
  readonly where?: Where | undefined;
}

/** Fields that must have (or must not have) one of some values, and amounts that must pass a bound. */
export type Where = { readonly [F in Field]?: Wanted | undefined } & {
  readonly [A in Amount]?: Bound | undefined;
};

export type Bound = { readonly gte: Quantity } | { readonly lt: Quantity };
export type Wanted = string | readonly string[] | { readonly not: readonly string[] };

/** Each project, file, branch, item, kind or pair of files by itself, or each combination of several. */
export interface Grouped {
  readonly by?: Group | readonly Group[] | undefined;
}
export const GROUPS = ['project', 'branch', 'file', 'files', 'item', 'kind'] as const;
export type Group = (typeof GROUPS)[number];

/** Exactly one of these. */
export interface Comparison {
  readonly gte?: Threshold | undefined;
  readonly gt?: Threshold | undefined;
  readonly lte?: Threshold | undefined;
  readonly lt?: Threshold | undefined;
}
export const COMPARATORS = ['gte', 'gt', 'lte', 'lt'] as const;
export type Comparator = (typeof COMPARATORS)[number];

export type Threshold = Quantity | Percentile;

/**
 * A percentile of one's own last 30 days: of each day's highest value (for `lte` and `lt` the lowest). Silent until there are
 * enough days. `atLeast`: never below this.
 */
export interface Percentile {
  readonly p: number;
  readonly atLeast?: Quantity | undefined;
}
