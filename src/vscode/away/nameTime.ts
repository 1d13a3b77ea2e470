import * as vscode from 'vscode';
import type { Calendar, LocalDay } from '../../core/activity/calendar.ts';
import type { Interval } from '../../core/activity/interval.ts';
import { UNNAMED, type AwayWord } from '../../core/activity/signal.ts';
import { readClockRange } from '../../core/idle/clockRange.ts';
import type { RestPiece } from '../../core/idle/pause.ts';
import { AWAY_NAMES } from '../../core/text/activityName.ts';
import type { ClockText } from '../../core/text/clock.ts';
import { formatDuration } from '../../core/text/duration.ts';
import type { DayTimes } from '../../runtime/timesAway.ts';
import { nameItems } from './pickAnswer.ts';

export interface NameTimePorts {
  /** Of today, then of yesterday. */
  readonly days: readonly [DayTimes, DayTimes];
  readonly calendar: Calendar;
  readonly clock: ClockText;
}

/** A time of a day; null: it is still to be said which. */
interface Chosen {
  readonly day: LocalDay;
  readonly time: RestPiece | null;
}

/** Lets the user choose a time of today or yesterday, or a part of one, and what it was; null: Escape. */
export async function nameTime(
  ports: NameTimePorts,
): Promise<{ readonly range: Interval; readonly as: AwayWord } | null> {
  const chosen = await chooseTime(ports);
  if (!chosen) return null;
  if (!chosen.time) return nameRange(ports, chosen.day, null);
  const as = await chooseName(chosen.time, ports.clock, [ONLY_A_PART]);
  if (as === undefined) return null;
  return as === null ? nameRange(ports, chosen.day, chosen.time) : { range: chosen.time, as };
}

async function chooseTime({ days, clock }: NameTimePorts): Promise<Chosen | undefined> {
  const items = days.flatMap(({ day, times }, index) => {
    const name = index === 0 ? 'Today' : 'Yesterday';
    const separator = { label: name, kind: vscode.QuickPickItemKind.Separator, day, time: null };
    const known = times.toReversed().map(time => ({ ...timeItem(time, clock), day, time }));
    return [separator, ...known, { label: `Another time ${name.toLowerCase()}…`, day, time: null }];
  });
  return vscode.window.showQuickPick<vscode.QuickPickItem & Chosen>(items, {
    title: 'Name a time away',
    placeHolder: 'Which time? What was named can be named anew.',
  });
}

function timeItem(time: RestPiece, clock: ClockText): vscode.QuickPickItem {
  const name = time.as === null ? 'idle' : AWAY_NAMES[time.as];
  return { label: clock.range(time), description: `${formatDuration(time.end - time.start)}, ${name}` };
}

type NameItem = vscode.QuickPickItem & { readonly answer: AwayWord | null };

const ONLY_A_PART: NameItem = { label: 'Only a part of it…', answer: null };

/** null: only a part of it is meant; undefined: Escape. */
async function chooseName(
  time: RestPiece,
  clock: ClockText,
  more: readonly NameItem[],
): Promise<AwayWord | null | undefined> {
  const takeBack: NameItem[] = time.as === null ? [] : [{ label: 'Take the name back', answer: UNNAMED }];
  const picked = await vscode.window.showQuickPick<NameItem>([...nameItems(time.as), ...more, ...takeBack], {
    title: `${clock.range(time)}, ${formatDuration(time.end - time.start)}`,
    placeHolder: 'What was it?',
  });
  return picked?.answer;
}

/** Asks for a range of times, then for its name. */
async function nameRange({ calendar, clock }: NameTimePorts, day: LocalDay, within: RestPiece | null) {
  const read = (text: string) => readClockRange(text, { day, calendar, clock, within });
  const text = await vscode.window.showInputBox({
    title: 'Name a time away',
    prompt: 'From when to when? Time in which you did something in the editor keeps counting as that.',
    value: within ? clock.range(within) : '',
    placeHolder: '12:05 to 12:28',
    validateInput: value => {
      const range = read(value);
      return typeof range === 'string' ? range : null;
    },
  });
  const range = text === undefined ? '' : read(text);
  if (typeof range === 'string') return null;
  const as = await chooseName({ ...range, as: within?.as ?? null }, clock, []);
  return as ? { range, as } : null;
}
