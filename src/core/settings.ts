import * as z from 'zod/mini';

const ABSOLUTE_PATH = /^(\/|[A-Za-z]:[\\/]|\\\\)[^\\/]/;

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
  /** Absolute paths. */
  'record.excludeFolders': setting({
    schema: z.array(z.string().check(z.regex(ABSOLUTE_PATH))),
    default: [],
    scope: 'application',
  }),
  /** Months; 0: all. */
  'record.keepMonths': numberSetting({ minimum: 0, maximum: 600, default: 0, scope: 'application' }),
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
}): SettingDefinition<number> {
  return {
    schema: z.number().check(z.minimum(d.minimum), z.maximum(d.maximum)),
    default: d.default,
    scope: d.scope,
    bounds: [d.minimum, d.maximum],
  };
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
    const value = clamp(valueOf(key) ?? definition.default, definition.bounds);
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

/** Of a list what is right in it, since one slip must not undo the rest; of anything else the default. */
function usablePart(value: unknown, { schema, default: fallback }: SettingDefinition<unknown>): unknown {
  if (!Array.isArray(value) || !Array.isArray(fallback)) return fallback;
  return value.filter(element => schema.safeParse([element]).success);
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
