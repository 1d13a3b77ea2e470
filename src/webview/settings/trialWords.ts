import type { TrialNudge, TrialResult, TrialRow, TrialSide } from '../../core/messages/tuning.ts';
import { countOf } from '../../core/text/count.ts';
import { shortDayText } from '../parts/dateText.ts';

/** What a trial comes to, in words. */
export function trialSentences({ before, after, dates }: TrialResult): string[] {
  const days = countOf(dates.length, 'day');
  const main = after ?? before;
  return [
    countSentence(before, after, days),
    ...(main?.silence ? [main.silence] : []),
    ...offSentence(before, after),
    ...missedSentence(main),
    ...totalSentence(before, after),
  ];
}

/** "12 suggestions in 30 days, 5 with these settings." */
function countSentence(before: TrialSide | null, after: TrialSide | null, days: string): string {
  if (!before) return `${nudges(after)} in ${days}.`;
  const now = `${nudges(before)} in ${days}`;
  return after ? `${now}, ${after.count === 0 ? 'none' : after.count} with these settings.` : `${now}.`;
}

function nudges(side: TrialSide | null): string {
  return side && side.count > 0 ? countOf(side.count, 'suggestion') : 'No suggestion';
}

function offSentence(before: TrialSide | null, after: TrialSide | null): string[] {
  if (after?.isOff) return ['With these settings the rule is off.'];
  return before?.isOff ? ['As it is set, the rule is off.'] : [];
}

function missedSentence(side: TrialSide | null): string[] {
  if (!side || side.missed === 0) return [];
  const what = side.missed === 1 ? '1 finding was' : `${countOf(side.missed, 'finding')} were`;
  return [`${what} over before there was a moment to tell of it.`];
}

function totalSentence(before: TrialSide | null, after: TrialSide | null): string[] {
  if (!before || !after || before.ofAll === after.ofAll) return [];
  return [`All rules together: ${before.ofAll} as they are set, ${after.ofAll} with these settings.`];
}

/** "Monday 16 Nov: as set at 9:40; with these settings at 9:52" */
export function dayWords(date: string, rows: readonly TrialRow[]): string {
  const before = timesOf(rows, row => row.before);
  const after = timesOf(rows, row => row.after);
  const sides = [before && `as set at ${before}`, after && `with these settings at ${after}`];
  return `${shortDayText(date)}: ${sides.filter(Boolean).join('; ') || 'nothing'}`;
}

function timesOf(rows: readonly TrialRow[], side: (row: TrialRow) => TrialNudge | null): string {
  return rows.flatMap(row => side(row)?.time ?? []).join(', ');
}
