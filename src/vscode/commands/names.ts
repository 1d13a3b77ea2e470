/** Every command of package.json; a test fails where the two lists differ. */
export const COMMANDS = [
  'andon.start',
  'andon.pause',
  'andon.resume',
  'andon.showToday',
  'andon.excludeFolder',
  'andon.openDataFolder',
  'andon.erase',
  'andon.showLog',
] as const;
export type Command = (typeof COMMANDS)[number];
