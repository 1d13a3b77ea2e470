import * as vscode from 'vscode';
import type { Calendar } from '../../core/activity/calendar.ts';
import { addDays, daysBetween, weekdayOf } from '../../core/queue/plainDate.ts';
import { readDue } from '../../core/queue/dueText.ts';
import { sayDay } from '../../core/queue/sayDue.ts';

const HOUR_MS = 3_600_000;
/** What was snoozed to a day is back when the day's work begins. */
const MORNING_HOUR = 9;

interface UntilItem extends vscode.QuickPickItem {
  readonly until: number | null;
}

/** Asks until when something is to be out of sight; epoch milliseconds. undefined: never mind. */
export async function askUntil(
  calendar: Calendar,
  now: number,
  placeHolder = 'Until when is it to be out of sight?',
): Promise<number | undefined> {
  const today = calendar.dayAt(now).date;
  const monday = addDays(today, ((1 - weekdayOf(today) + 6) % 7) + 1);
  const items: UntilItem[] = [
    { label: 'In an hour', until: now + HOUR_MS },
    { label: 'Tomorrow morning', until: morningOf(addDays(today, 1), calendar, now) },
    { label: 'Next Monday', description: sayDay(monday, today), until: morningOf(monday, calendar, now) },
    { label: 'A date…', until: null },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: 'Snooze',
    placeHolder,
  });
  if (!picked || picked.until !== null) return picked?.until ?? undefined;
  const text = await vscode.window.showInputBox({
    title: 'Snooze until',
    prompt: `A day: tomorrow, fri, +3d, +2w or ${monday}. It is back at ${MORNING_HOUR}:00.`,
    validateInput: value => (isLater(value, today) ? undefined : 'That names no day after today.'),
  });
  const date = text === undefined ? null : readDue(text.trim(), today);
  return date === null ? undefined : morningOf(date, calendar, now);
}

function isLater(text: string, today: string): boolean {
  const date = readDue(text.trim(), today);
  return date !== null && daysBetween(today, date) > 0;
}

/** Nine o'clock by the clock on the wall. */
function morningOf(date: string, calendar: Calendar, now: number): number {
  const today = calendar.dayAt(now);
  // Days have 23 to 25 hours; noon lies in the right one.
  const noon = today.start + (daysBetween(today.date, date) + 0.5) * 24 * HOUR_MS;
  const { start } = calendar.dayAt(noon);
  const nine = start + MORNING_HOUR * HOUR_MS;
  // Where the clock is changed in between.
  return nine + (calendar.offsetAt(start) - calendar.offsetAt(nine)) * 60_000;
}
