import type { SettingKey } from '../../core/settings.ts';

type Group = SettingKey extends infer Key ? (Key extends `${infer First}.${string}` ? First : never) : never;

/** The groups of settings, in the order in which they stand. */
export const SETTING_GROUPS: { readonly [G in Group]: string } = {
  record: 'Recording',
  idle: 'Idle',
  focus: 'Focus',
  queue: 'Queue',
  nudges: 'Suggestions',
  checkIn: 'Check-in',
  statusBar: 'Status bar',
};

export function groupOf(key: SettingKey): Group {
  return key.split('.')[0] as Group;
}

/** "Max defer", "Pomodoro: long break" */
export function settingName(key: SettingKey): string {
  const words = key
    .split('.')
    .slice(1)
    .map(part => part.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`));
  const name = words.join(': ');
  return name.charAt(0).toUpperCase() + name.slice(1);
}
