import * as z from 'zod/mini';
import { QUEUE_SORTINGS, type QueueSorting } from './messages/queue.ts';
import { DEFAULT_COEFFICIENTS } from './queue/coefficients.ts';

const ABSOLUTE_PATH = /^(\/|[A-Za-z]:[\\/]|\\\\)[^\\/]/;

/** Longer ones could take long to match. */
const LONGEST_GLOB = 500;

/**
 * Every setting, once: key (without the `andon.` prefix), type, bounds, default and scope. `package.json` says the same to
 * VS Code, and a test fails where the two disagree.
 */
export const SETTINGS = {
  /** Minutes. */
  'idle.after': numberSetting({ minimum: 0.5, maximum: 60, default: 5, scope: 'application' }),
  /** Minutes. */
  'focus.deepBlockMinutes': numberSetting({ minimum: 5, maximum: 240, default: 25, scope: 'application' }),
  /** Minutes. */
  'focus.minutes': numberSetting({ minimum: 1, maximum: 180, default: 25, scope: 'application' }),
  /** Minutes. */
  'focus.softLanding': numberSetting({ minimum: 0, maximum: 15, default: 3, scope: 'application' }),
  /** Minutes, as the next two. */
  'focus.pomodoro.round': numberSetting({ minimum: 1, maximum: 180, default: 25, scope: 'application' }),
  'focus.pomodoro.break': numberSetting({ minimum: 1, maximum: 60, default: 5, scope: 'application' }),
  'focus.pomodoro.longBreak': numberSetting({ minimum: 1, maximum: 120, default: 15, scope: 'application' }),
  /** Hours; 0: no plan. */
  'focus.weeklyPlan': numberSetting({ minimum: 0, maximum: 80, default: 0, scope: 'application' }),
  'checkIn.ask': setting({ schema: z.boolean(), default: true, scope: 'application' }),
  /** Absolute paths. */
  'record.excludeFolders': setting({
    schema: z.array(z.string().check(z.regex(ABSOLUTE_PATH))),
    default: [],
    scope: 'application',
  }),
  /** Globs. */
  'record.exclude': setting({
    schema: z.array(z.string().check(z.minLength(1), z.maxLength(LONGEST_GLOB))),
    default: [],
    scope: 'application',
  }),
  /** Items; 0: no limit. */
  'queue.wipLimit': numberSetting({
    minimum: 0,
    maximum: 20,
    default: 2,
    scope: 'application',
    isWhole: true,
  }),
  'queue.sortBy': setting<QueueSorting>({
    schema: z.enum(QUEUE_SORTINGS),
    default: 'own',
    scope: 'application',
  }),
  /** Whether starting an item begins a focus session too. */
  'queue.startSession': setting<'never' | 'ask' | 'always'>({
    schema: z.enum(['never', 'ask', 'always']),
    default: 'never',
    scope: 'application',
  }),
  /** Points of a score. */
  'queue.coefficients': numbersSetting({
    minimum: -100,
    maximum: 100,
    default: DEFAULT_COEFFICIENTS,
    scope: 'application',
  }),
  /** Months; 0: all. */
  'record.keepMonths': numberSetting({ minimum: 0, maximum: 600, default: 0, scope: 'application' }),
  /** Levels and options of rules by id; `core/rules/readRules.ts` says what is right in them. */
  rules: setting<Readonly<Record<string, unknown>>>({
    schema: z.record(z.string(), z.unknown()),
    default: {},
    scope: 'application',
  }),
  /** Rules of one's own; as above. */
  customRules: setting<readonly unknown[]>({
    schema: z.array(z.unknown()),
    default: [],
    scope: 'application',
  }),
  'statusBar.show': setting({
    schema: z.enum(['activeTime', 'deepTime', 'nothing']),
    default: 'activeTime',
    scope: 'window',
  }),
} as const;

/** `application`: only the user's own settings decide, never a repository's. */
export type SettingScope = 'application' | 'machine' | 'window' | 'resource';

export interface SettingDefinition<T> {
  readonly schema: z.ZodMiniType<T>;
  readonly default: T;
  readonly scope: SettingScope;
  /** Bounds of a number: what lies outside is taken as the nearest one. */
  readonly bounds: readonly [minimum: number, maximum: number] | null;
}

export type SettingKey = keyof typeof SETTINGS;
export type Settings = { readonly [K in SettingKey]: (typeof SETTINGS)[K]['default'] };

export const SETTING_KEYS = Object.keys(SETTINGS) as SettingKey[];

function setting<T>(definition: Omit<SettingDefinition<T>, 'bounds'>): SettingDefinition<T> {
  return { ...definition, bounds: null };
}

function numberSetting(d: {
  minimum: number;
  maximum: number;
  default: number;
  scope: SettingScope;
  isWhole?: boolean;
}): SettingDefinition<number> {
  return {
    schema: (d.isWhole ? z.int() : z.number()).check(z.minimum(d.minimum), z.maximum(d.maximum)),
    default: d.default,
    scope: d.scope,
    bounds: [d.minimum, d.maximum],
  };
}

/** Several numbers by name; what the user does not name keeps its default. */
function numbersSetting<T extends { readonly [name in keyof T]: number }>(d: {
  minimum: number;
  maximum: number;
  default: T;
  scope: SettingScope;
}): SettingDefinition<T> {
  const shape = Object.entries<number>(d.default).map(([name, fallback]) => [
    name,
    z._default(z.number().check(z.minimum(d.minimum), z.maximum(d.maximum)), fallback),
  ]);
  const schema = z.strictObject(Object.fromEntries(shape) as z.core.$ZodShape);
  return { schema: schema as unknown as z.ZodMiniType<T>, default: d.default, scope: d.scope, bounds: null };
}

/** A setting that could not be used; the default stands in for it. */
export interface SettingProblem {
  readonly key: SettingKey;
  /** In plain words, naming the setting. */
  readonly message: string;
}

/**
 * Reads settings from what the user wrote. A number outside its bounds is taken as the nearest bound; a value of a wrong type
 * falls back to the default and is told as a problem; `undefined` is the default.
 */
export function readSettings(valueOf: (key: SettingKey) => unknown): {
  settings: Settings;
  problems: SettingProblem[];
} {
  const problems: SettingProblem[] = [];
  const entries = SETTING_KEYS.map(key => {
    const definition: SettingDefinition<unknown> = SETTINGS[key];
    const value = completed(clamp(valueOf(key) ?? definition.default, definition.bounds), definition);
    if (definition.schema.safeParse(value).success) return [key, value];
    const usable = usablePart(value, definition);
    problems.push({ key, message: describeProblem(key, value, usable) });
    return [key, usable];
  });
  return { settings: Object.fromEntries(entries) as Settings, problems };
}

function clamp(value: unknown, bounds: SettingDefinition<unknown>['bounds']): unknown {
  if (bounds === null || typeof value !== 'number' || Number.isNaN(value)) return value;
  return Math.min(Math.max(value, bounds[0]), bounds[1]);
}

/** Values by name, each of which has a default. */
function isByName(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function completed(value: unknown, { default: fallback }: SettingDefinition<unknown>): unknown {
  return isByName(value) && isByName(fallback) ? { ...fallback, ...value } : value;
}

/** Of a list and of values by name what is right in them, since one slip must not undo the rest; of anything else the default. */
function usablePart(value: unknown, { schema, default: fallback }: SettingDefinition<unknown>): unknown {
  const isUsable = (part: unknown) => schema.safeParse(part).success;
  if (Array.isArray(value) && Array.isArray(fallback)) return value.filter(element => isUsable([element]));
  if (!isByName(value) || !isByName(fallback)) return fallback;
  const usable = Object.entries(value).filter(([name, part]) => isUsable({ ...fallback, [name]: part }));
  return { ...fallback, ...Object.fromEntries(usable) };
}

function describeProblem(key: SettingKey, value: unknown, used: unknown): string {
  return `The setting andon.${key} cannot be ${inShort(value)}. ${inShort(used)} is used instead.`;
}

const LONGEST_QUOTE = 80;

function inShort(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE - 1)}…`;
}

/** Minutes, as settings give them, in whole milliseconds: 4.1 min are 246,000 ms, and floating point would lose one. */
export function minutes(count: number): number {
  return Math.round(count * 60_000);
}
