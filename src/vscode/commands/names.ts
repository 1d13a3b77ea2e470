/** Every command of package.json; a test fails where the two lists differ. */
export const COMMANDS = [
  'andon.start',
  'andon.pause',
  'andon.resume',
  'andon.showToday',
  'andon.focus.menu',
  'andon.focus.start',
  'andon.focus.pause',
  'andon.focus.resume',
  'andon.focus.extend',
  'andon.focus.end',
  'andon.focus.next',
  'andon.focus.interrupted',
  'andon.checkIn',
  'andon.excludeFolder',
  'andon.openDataFolder',
  'andon.erase',
  'andon.showLog',
] as const;
export type Command = (typeof COMMANDS)[number];
