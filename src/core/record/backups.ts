import { isDate } from '../queue/plainDate.ts';

/** How many backups of single days are kept, and of how many weeks before those. */
const DAILY = 7;
const WEEKLY = 4;

const NAME = /^andon-(\d{4}-\d\d-\d\d)\.sqlite$/;

/** The name of the file that holds a day's backup. `date`: ISO. */
export function backupName(date: string): string {
  return `andon-${date}.sqlite`;
}

/** The ISO date of a backup; null for a name that is none. */
export function dateOfBackup(name: string): string | null {
  const date = NAME.exec(name)?.[1];
  return date !== undefined && isDate(date) ? date : null;
}

/** Of any file names those of backups, newest first. */
export function backupsAmong(names: readonly string[]): string[] {
  return names.filter(name => dateOfBackup(name) !== null).sort((a, b) => (a < b ? 1 : -1));
}

/** Whether none was made on `today` (ISO date). */
export function isBackupDue(names: readonly string[], today: string): boolean {
  return !names.includes(backupName(today));
}

/**
 * Which of these files can go: all but the backups of the last seven days that have one, and before those the newest of each of
 * the last four weeks that have one. Names that are no backups are never answered.
 */
export function surplusBackups(names: readonly string[]): string[] {
  const older = backupsAmong(names).slice(DAILY);
  const newestOfWeeks = new Map<number, string>();
  for (const name of older) {
    const week = weekOf(name);
    if (!newestOfWeeks.has(week)) newestOfWeeks.set(week, name);
  }
  const kept = new Set([...newestOfWeeks.values()].slice(0, WEEKLY));
  return older.filter(name => !kept.has(name));
}

/** Weeks since the Monday of 1970-01-05. */
function weekOf(name: string): number {
  return Math.floor((Date.parse(dateOfBackup(name) ?? '') / 86_400_000 - 4) / 7);
}
