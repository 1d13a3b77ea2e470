import type { Interval } from '../activity/interval.ts';
import { countOf, formatCount } from '../text/count.ts';
import { dateOfBackup } from './backups.ts';

/** What came of mending a damaged record. */
export interface Repair {
  /** The file was there, but empty. */
  readonly wasEmpty: boolean;
  /** The name under which the damaged file is kept. */
  readonly setAside: string;
  /** Rows of the record (spans, events, edits, named times, sessions, tasks) that the damaged file still gave. */
  readonly salvagedRows: number;
  /** Rows that the backup had and the damaged file had not. */
  readonly backupRows: number;
  /** Name of the backup that was used; null: none. */
  readonly backup: string | null;
  /** The most that can be missing of recorded time, milliseconds; null: all of it. */
  readonly lostMs: number | null;
}

/**
 * The most that can be missing of recorded time, in milliseconds, where `holes` could not be read and a backup filled in what
 * was before `backedUpUntil` (-Infinity: none did). `lastKnown`: when the record was last written. Epoch milliseconds.
 * null: nothing is known of the time before the first hole's end.
 */
export function lostTime(
  holes: readonly Interval[],
  backedUpUntil: number,
  lastKnown: number,
): number | null {
  let lost = 0;
  for (const hole of holes) {
    const start = Math.max(hole.start, backedUpUntil);
    const end = Math.min(hole.end, lastKnown);
    if (end <= start) continue;
    if (start === -Infinity) return null;
    lost += end - start;
  }
  return lost;
}

/** What the user is told of it, in plain words: what happened, what was saved, what is missing, where the damaged file is. */
export function describeRepair(repair: Repair): string {
  const { wasEmpty, salvagedRows, backupRows, backup } = repair;
  const sentences = [wasEmpty ? 'The file of the record was empty.' : 'The file of the record was damaged.'];
  if (salvagedRows > 0) sentences.push(`${countOf(salvagedRows, 'row')} of it ${are(salvagedRows)} saved.`);
  if (backup !== null) {
    const of = `the backup of ${dateOfBackup(backup) ?? backup}`;
    if (backupRows > 0) {
      sentences.push(`${countOf(backupRows, 'row')} ${backupRows === 1 ? 'comes' : 'come'} from ${of}.`);
    }
  }
  if (salvagedRows + backupRows === 0) sentences.push('No row could be saved, and there is no backup.');
  sentences.push(lossText(repair.lostMs));
  sentences.push(`Recording goes on. The damaged file is kept as ${repair.setAside}.`);
  return sentences.join(' ');
}

function are(count: number): string {
  return count === 1 ? 'was' : 'were';
}

function lossText(lostMs: number | null): string {
  if (lostMs === null) return 'What was recorded before is missing.';
  const minutes = Math.ceil(lostMs / 60_000);
  if (minutes === 0) return 'No recorded time is missing.';
  return `At most ${formatCount(minutes)} ${minutes === 1 ? 'minute' : 'minutes'} of recorded time ${
    minutes === 1 ? 'is' : 'are'
  } missing.`;
}
