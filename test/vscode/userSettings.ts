import fs from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';

/** Settings by their full name, as they stand in a settings.json. */
export type Settings = Readonly<Record<string, unknown>>;

/** A calm editor: nothing opens, asks, updates or reports by itself. */
export const QUIET: Settings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'telemetry.telemetryLevel': 'off',
  'chat.disableAIFeatures': true,
};

/** What tests count on besides. */
export const FOR_TESTS: Settings = {
  ...QUIET,
  // Settings open in a tab, as in older versions.
  'workbench.editor.useModal': 'off',
  // As on a desktop; the web's default saves by itself, and then shows no tab as changed.
  'files.autoSave': 'off',
  // Without it the browser's colour scheme decides, whatever theme is set.
  'window.autoDetectColorScheme': false,
};

/** Merges settings into a profile's settings.json, for windows that are opened later. `undefined` removes one. */
export function writeUserSettings(userDataFolder: string, settings: Settings): void {
  const file = settingsFile(userDataFolder);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, mergedUserSettings(userDataFolder, settings));
}

/** What settings.json says when settings are merged into it. */
export function mergedUserSettings(userDataFolder: string, settings: Settings): string {
  const merged = { ...readSettings(settingsFile(userDataFolder)), ...settings };
  return `${JSON.stringify(merged, undefined, 2)}\n`;
}

/** Whether settings.json says these things already; not while VS Code is writing it. */
export function hasUserSettings(userDataFolder: string, settings: Settings): boolean {
  try {
    const current = readSettings(settingsFile(userDataFolder));
    return Object.entries(settings).every(([name, value]) => isDeepStrictEqual(current[name], value));
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function settingsFile(userDataFolder: string): string {
  return path.join(userDataFolder, 'User/settings.json');
}

function readSettings(file: string): Settings {
  if (!fs.existsSync(file)) return {};
  return JSON.parse(fs.readFileSync(file, 'utf8')) as Settings;
}
