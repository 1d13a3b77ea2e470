import * as z from 'zod/mini';

/**
 * Every setting, once: key (without the `andon.` prefix), type, bounds, default and scope. `package.json` says the same to
 * VS Code, and a test fails where the two disagree.
 */
export const SETTINGS = {
  'idle.after': { schema: z.number().check(z.minimum(0.5), z.maximum(60)), default: 5, scope: 'application' },
  'focus.deepBlockMinutes': {
    schema: z.number().check(z.minimum(5), z.maximum(240)),
    default: 25,
    scope: 'application',
  },
  'record.excludeFolders': { schema: z.array(z.string()), default: [] as string[], scope: 'application' },
  'statusBar.show': {
    schema: z.enum(['activeTime', 'deepTime', 'hidden']),
    default: 'activeTime',
    scope: 'window',
  },
} as const satisfies { readonly [key: string]: SettingDefinition };

/** `application`: only the user's own settings decide, never a repository's. */
export type SettingScope = 'application' | 'machine' | 'window' | 'resource';

interface SettingDefinition {
  readonly schema: z.ZodMiniType;
  readonly default: unknown;
  readonly scope: SettingScope;
}

export type SettingKey = keyof typeof SETTINGS;
export type Settings = { readonly [K in SettingKey]: z.output<(typeof SETTINGS)[K]['schema']> };

export const SETTING_KEYS = Object.keys(SETTINGS) as SettingKey[];
