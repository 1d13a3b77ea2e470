import fs from 'node:fs';
import path from 'node:path';

/** Settings by their full name, as they stand in a settings.json. */
export type Settings = Readonly<Record<string, unknown>>;

/** A calm editor: nothing opens, asks, updates or reports by itself. */
const QUIET: Settings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'telemetry.telemetryLevel': 'off',
  'chat.disableAIFeatures': true,
};

/** Merges settings into a profile's settings.json; a running editor takes them over at once. `undefined` removes one. */
export function writeUserSettings(userDataFolder: string, settings: Settings = {}): void {
  const file = path.join(userDataFolder, 'User/settings.json');
  const merged = { ...QUIET, ...readSettings(file), ...settings };
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `${JSON.stringify(merged, undefined, 2)}\n`);
}

function readSettings(file: string): Settings {
  if (!fs.existsSync(file)) return {};
  return JSON.parse(fs.readFileSync(file, 'utf8')) as Settings;
}
