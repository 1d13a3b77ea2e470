import type { AwayKind } from '../activity/signal.ts';
import type { Explanation } from '../messages/numbers.ts';
import { AWAY_NAMES } from '../text/activityName.ts';
import { formatDuration } from '../text/duration.ts';
import { lastTerms } from './cutTerms.ts';
import type { ExplainInput } from './explain.ts';

export function explainWaiting({ day, clock, idleAfterMs }: ExplainInput): Explanation {
  const waits = day.waits.map(wait => ({
    label: clock.range(wait),
    value: formatDuration(wait.end - wait.start),
  }));
  return {
    definition:
      'Pauses of at least 15 s while a build or a test ran in the foreground. ' +
      `Of one pause at most ${formatDuration(idleAfterMs)} count. Part of it may be active time too.`,
    terms: [
      ...lastTerms(waits, { one: 'earlier one' }),
      { label: 'Together', value: formatDuration(day.waitingMs) },
    ],
    setting: 'idle.after',
  };
}

const WORK: readonly AwayKind[] = ['reading', 'thinking', 'meeting'];
const NO_WORK: readonly AwayKind[] = ['break', 'discard'];

export function explainAway({ day }: Pick<ExplainInput, 'day'>): Explanation {
  const named = (kinds: readonly AwayKind[]) =>
    kinds
      .map(kind => ({ label: capitalized(AWAY_NAMES[kind]), ms: namedMs(day.pieces, kind) }))
      .filter(({ ms }) => ms > 0)
      .map(({ label, ms }) => ({ label, value: formatDuration(ms) }));
  return {
    definition:
      'Work away from the keyboard: time that you named reading, thinking or meeting, where you did nothing in the editor. ' +
      'It is no active time. A break is not counted in it, nor is what you discarded.',
    terms: [
      ...named(WORK),
      { label: 'Together', value: formatDuration(day.awayMs) },
      ...named(NO_WORK).map(({ label, value }) => ({ label: `${label}, not counted`, value })),
    ],
    setting: null,
    isNamed: true,
  };
}

function namedMs(pieces: ExplainInput['day']['pieces'], kind: AwayKind): number {
  return pieces.reduce((ms, { as, start, end }) => (as === kind ? ms + end - start : ms), 0);
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
