import * as z from 'zod/mini';
import { LENGTH } from './length.ts';
import {
  CALENDAR_WINDOWS,
  FIGURES,
  GROUPS,
  INHIBITORS,
  LEVELS,
  RULE_KINDS,
  SUGGESTIONS,
  type AllOf,
  type Condition,
  type Option,
  type Quantity,
  type Rule,
  type Selector,
  type Threshold,
  type Where,
} from './rule.ts';
import { AMOUNTS, FIELDS, STREAM_NAMES, type Stream } from './streams.ts';

/**
 * The form of a rule, checked where one comes in: in `andon.customRules`. What it says of each part is what settings.json shows
 * while a rule is written.
 */

const LONGEST_TEXT = 500;
const MOST_CONDITIONS = 6;
const MOST_OPTIONS = 12;
const MOST_GROUPS = 3;

const text = z.string().check(z.minLength(1), z.maxLength(LONGEST_TEXT));
const length = z.string().check(z.regex(LENGTH));
const optionRef = z.strictObject({ option: z.string().check(z.minLength(1)) });
const quantity: z.ZodMiniType<Quantity> = z.union([z.number(), length, optionRef]);
/** A plain number would not say of what. */
const time: z.ZodMiniType<Quantity> = z.union([length, optionRef]);
const optional = <T extends z.ZodMiniType>(schema: T, description: string) =>
  z.optional(said(schema, description));

/** With what settings.json shows of it. */
function said<T extends z.ZodMiniType>(schema: T, description: string): T {
  return schema.check(z.describe(description));
}

const stream = z.enum(STREAM_NAMES as [Stream, ...Stream[]]);
const names = z.array(z.string()).check(z.minLength(1));
const wanted = z.union([
  z.string(),
  names,
  z.strictObject({ not: names }),
  z.strictObject({ gte: quantity }),
  z.strictObject({ lt: quantity }),
]);
const where = said(
  z.partialRecord(z.enum([...FIELDS, ...AMOUNTS]), wanted),
  'Only occurrences whose fields have (or do not have) one of these values, and whose amounts are at least (gte) or under (lt) a number.',
) as unknown as z.ZodMiniType<Where>;
const selector: z.ZodMiniType<Selector> = z.strictObject({ of: stream, where: z.optional(where) });
const over = z.union([time, z.enum(CALENDAR_WINDOWS)]);

const window = {
  where: z.optional(where),
  over: optional(
    over,
    'The window: a length of time such as 20m, or since the day, the week or the record began.',
  ),
  resetBy: optional(z.array(selector), 'Whatever happened before one of these does not count.'),
};

/** One object for all measures, so that settings.json completes it; `checkRule` says what goes together. */
const measure = {
  count: optional(stream, 'How many of these there are.'),
  sum: optional(z.enum(AMOUNTS), 'An amount, added up; needs of.'),
  distinct: optional(z.enum(FIELDS), 'How many different values of a field there are; needs of.'),
  of: optional(stream, 'Of what.'),
  longestGap: optional(stream, 'The longest time without one of these.'),
  timeSince: optional(stream, 'How long ago the last of these was.'),
  take: optional(
    z.enum(['first', 'last']),
    'Of timeSince: the first or the last one of the window. Default: the last.',
  ),
  figure: optional(
    z.enum(FIGURES),
    'budget: of an item. plannedDeepTime: what the weekly plan comes to by now.',
  ),
  ...window,
};

const part = z.strictObject(measure);
const ratio = optional(
  z.array(part).check(z.minLength(2), z.maxLength(2)),
  'The first measure divided by the second.',
);

const percentile = z.strictObject({
  p: z.number().check(z.minimum(1), z.maximum(99)),
  atLeast: optional(quantity, 'Never below this.'),
});
const threshold: z.ZodMiniType<Threshold> = said(
  z.union([quantity, percentile]),
  'A number, a length of time such as 20m, an option, or a percentile of your own last 30 days.',
);
const comparison = {
  by: optional(
    z.union([z.enum(GROUPS), z.array(z.enum(GROUPS)).check(z.minLength(1), z.maxLength(MOST_GROUPS))]),
    'Each of these by itself.',
  ),
  gte: z.optional(threshold),
  gt: z.optional(threshold),
  lte: z.optional(threshold),
  lt: z.optional(threshold),
};

const condition = z.strictObject({ ...measure, ratio, ...comparison }) as unknown as z.ZodMiniType<Condition>;
const allOf: z.ZodMiniType<AllOf> = z.strictObject({
  all: said(
    z.array(condition).check(z.minLength(1), z.maxLength(MOST_CONDITIONS)),
    'All of these hold; the first one is shown.',
  ),
});

const optionAmount = z.union([z.number(), length]);
const option: z.ZodMiniType<Option> = z.strictObject({
  description: text,
  default: optionAmount,
  minimum: optionAmount,
  maximum: optionAmount,
});

export const levelSchema = said(
  z.enum(LEVELS),
  'off: never. panel: in the panel only. statusBar: in the status bar too. toast: as a message, at a moment that interrupts nothing.',
);

/** Of what only explains a rule nothing is required. */
const shape = {
  id: said(
    z.string().check(z.regex(/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/), z.maxLength(80)),
    'Two words with a slash between, such as mine/many-commits.',
  ),
  description: optional(text, 'What it looks for.'),
  kind: optional(z.enum(RULE_KINDS), 'What it is about.'),
  reason: optional(text, 'Why you want to know.'),
  source: optional(text, 'Who says so.'),
  limits: optional(text, 'What the record cannot tell.'),
  level: z.optional(levelSchema),
  options: optional(
    z
      .record(z.string().check(z.regex(/^[a-z][A-Za-z0-9]*$/)), option)
      .check(z.refine(options => Object.keys(options).length <= MOST_OPTIONS)),
    'Numbers that andon.rules may set.',
  ),
  for: optional(time, 'The condition must hold for so long, such as 5m.'),
  keepFiringFor: optional(time, 'It may break off for so long, such as 10m.'),
  cooldown: optional(time, 'From one finding to the next at least so long, such as 4h.'),
  inhibitedBy: optional(
    z.array(z.enum(INHIBITORS)),
    'Not while a focus session is open, a debug session is, or something of yours runs.',
  ),
  message: said(
    text,
    'What is shown. {value}, {count}, {threshold}, {over}, {group} and the names of options are filled in.',
  ),
  suggest: optional(z.array(z.enum(SUGGESTIONS)), 'What is offered.'),
};

/** What users write. */
export const ruleSchema: z.ZodMiniType<CustomRule> = ruleWith(
  said(z.union([condition, allOf]), 'What must hold: a condition, or { "all": [ … ] } with several.'),
);
const RULE_WITH_ONE = ruleWith(condition);
const RULE_WITH_ALL = ruleWith(allOf);

function ruleWith(when: z.ZodMiniType<Rule['when']>): z.ZodMiniType<CustomRule> {
  return z.strictObject({ ...shape, when });
}

/** The schema of the form that was meant, which says best what is wrong with it. */
export function ruleSchemaFor(value: unknown): z.ZodMiniType<CustomRule> {
  const when = typeof value === 'object' && value !== null && 'when' in value ? value.when : null;
  return typeof when === 'object' && when !== null && 'all' in when ? RULE_WITH_ALL : RULE_WITH_ONE;
}

/** A rule as users write it. */
export type CustomRule = Omit<Rule, 'description' | 'kind' | 'reason' | 'source' | 'level'> & {
  readonly [K in 'description' | 'kind' | 'reason' | 'source' | 'level']?: Rule[K] | undefined;
};
