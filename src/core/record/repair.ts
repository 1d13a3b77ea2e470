import { intersect, lengthOf, union, type Interval } from '../activity/interval.ts';
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

/** What of the recorded time could not be read. Epoch milliseconds. */
export interface MissingTime {
  /** In the damaged file. */
  readonly inFile: readonly Interval[];
  /** After what backups had was filled in. */
  readonly inBackups: readonly Interval[];
  /** What backups know of was before; -Infinity: there is none. */
  readonly backedUpUntil: number;
  /** When the record was last written. */
  readonly lastKnown: number;
}

/** The most that can be missing of recorded time, milliseconds; null: all of it, however much that was. */
export function mostLost({ inFile, inBackups, backedUpUntil, lastKnown }: MissingTime): number | null {
  // A backup fills every hole of the file, but for its own and for what came after it.
  const since = lengthBetween(inFile, backedUpUntil, lastKnown);
  const before = lengthBetween(inBackups, -Infinity, Math.min(backedUpUntil, lastKnown));
  return Number.isFinite(since + before) ? since + before : null;
}

function lengthBetween(holes: readonly Interval[], from: number, to: number): number {
  return lengthOf(intersect(union(holes), [{ start: from, end: Math.max(from, to) }]));
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
