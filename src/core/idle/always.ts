import type { Interval } from '../activity/interval.ts';
import type { AwayKind } from '../activity/signal.ts';
import type { ClockText } from '../text/clock.ts';

/** Pauses that name themselves, as the setting `andon.idle.always` says it. */
export interface AlwaysRule {
  /** A pause begins at or after this time of day: "12:00". */
  readonly from: string;
  /** And before this one. At or before `from`: on the next day. */
  readonly to: string;
  /** How long it is, in minutes; both ends belong to it. */
  readonly minMinutes: number;
  readonly maxMinutes: number;
  readonly as: AwayKind;
}

const MINUTE_MS = 60_000;
const HOUR = 60;
const DAY = 24 * HOUR;

/** What a pause is named by itself: the first rule that fits holds. null: none fits. */
export function nameByRule(rules: readonly AlwaysRule[], pause: Interval, clock: ClockText): AwayKind | null {
  return rules.find(rule => fits(rule, pause, clock))?.as ?? null;
}

function fits({ from, to, minMinutes, maxMinutes }: AlwaysRule, pause: Interval, clock: ClockText): boolean {
  const minutes = (pause.end - pause.start) / MINUTE_MS;
  if (minutes < minMinutes || minutes > maxMinutes) return false;
  const begun = clock.minuteOfDay(pause.start);
  const [first, end] = [minuteOf(from), minuteOf(to)];
  return first < end ? begun >= first && begun < end : begun >= first || begun < end;
}

/** Between half and one and a half times as long; the bounds are said in these steps. */
const LENGTH_STEP = 5;
/** Begun an hour sooner or later, said in half hours. */
const TIME_STEP = 30;

/** The rule for pauses like this one: begun at about that time of day, and about as long. It fits the pause itself. */
export function ruleLike(pause: Interval, as: AwayKind, clock: ClockText): AlwaysRule {
  const minutes = (pause.end - pause.start) / MINUTE_MS;
  const begun = clock.minuteOfDay(pause.start);
  return {
    from: timeText(Math.round((begun - HOUR) / TIME_STEP) * TIME_STEP),
    to: timeText(Math.round((begun + HOUR) / TIME_STEP) * TIME_STEP),
    minMinutes: Math.floor(minutes / 2 / LENGTH_STEP) * LENGTH_STEP,
    maxMinutes: Math.ceil((minutes * 1.5) / LENGTH_STEP) * LENGTH_STEP,
    as,
  };
}

/** The rules with one more. It stands first, so that what was said last holds, and in place of one for the same pauses. */
export function withRule(rules: readonly AlwaysRule[], added: AlwaysRule): AlwaysRule[] {
  return [added, ...rules.filter(rule => likeText(rule) !== likeText(added))];
}

/** "Pauses of 20 to 60 min that begin between 12:00 and 14:00" */
export function likeText({ from, to, minMinutes, maxMinutes }: AlwaysRule): string {
  const length = minMinutes > 0 ? `${minMinutes} to ${maxMinutes} min` : `up to ${maxMinutes} min`;
  return `Pauses of ${length} that begin between ${clockTime(from)} and ${clockTime(to)}`;
}

/** "Pauses of 20 to 60 min that begin between 12:00 and 14:00 are breaks." */
export function ruleText(rule: AlwaysRule): string {
  return `${likeText(rule)} are ${PLURALS[rule.as]}.`;
}

const PLURALS: { readonly [A in AwayKind]: string } = {
  reading: 'reading',
  thinking: 'thinking',
  meeting: 'meetings',
  break: 'breaks',
  discard: 'discarded',
};

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * HOUR + Number(time.slice(3));
}

function timeText(minute: number): string {
  const within = ((minute % DAY) + DAY) % DAY;
  const [hours, minutes] = [Math.floor(within / HOUR), within % HOUR];
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** As clocks are said elsewhere: "9:00". */
function clockTime(time: string): string {
  return time.replace(/^0/, '');
}
