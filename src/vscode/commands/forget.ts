import * as vscode from 'vscode';
import type { Interval } from '../../core/activity/interval.ts';
import { readTime } from '../../core/record/readTime.ts';
import { activeBy } from '../../core/stats/measures.ts';
import { clockText } from '../../core/text/clock.ts';
import { countOf } from '../../core/text/count.ts';
import { dayText } from '../../core/text/dayText.ts';
import { formatDuration } from '../../core/text/duration.ts';
import { inMessage } from '../../core/text/inMessage.ts';
import { activeMsIn } from '../../runtime/activeTime.ts';
import type { DayKeeper } from '../../runtime/dayKeeper.ts';
import type { ReadableRecord } from '../../runtime/pastDays.ts';
import type { RecordKeeper } from '../../runtime/recordKeeper.ts';
import { backupNames } from '../../store/copies.ts';
import { StoreError } from '../../store/errors.ts';
import type { Forgettable } from '../../store/forgetSteps.ts';
import { goesWithProject, goesWithTime, projectsIn, type WhatGoes } from '../../store/goesWith.ts';
import { machineZone, yieldTurn } from '../machine.ts';
import { rulesOf } from '../rules.ts';
import type { UserSettings } from '../settings.ts';

export interface ForgetPorts {
  readonly keeper: RecordKeeper;
  readonly days: DayKeeper;
  readonly settings: UserSettings;
  /** The path of the record. */
  readonly file: string;
}

const FORGET = 'Forget';
const HOUR_MS = 3_600_000;

/** Asks which time is to be forgotten, says what goes with it, and forgets it. */
export async function forgetTime(ports: ForgetPorts): Promise<void> {
  const record = ports.keeper.readable;
  if (!record) return;
  const askedAt = Date.now();
  const time = await pickTime(record);
  if (!time) return;
  // What reached to now when it was chosen reaches to now when it is confirmed.
  const what = () => (time.end < askedAt ? time : { ...time, end: Date.now() });
  const named = timeText(time, record);
  const activeMs = await activeMsIn(record, time, rulesOf(ports.settings.current), yieldTurn);
  const goes = await goesWithTime(ports.file, time);
  await confirmAndForget(ports, what, { named, goes, activeMs, goesOn: 'Recording goes on.' });
}

/** Asks which project is to be forgotten, says what goes with it, and forgets it. */
export async function forgetProject(ports: ForgetPorts): Promise<void> {
  const picked = await vscode.window.showQuickPick(projectItems(ports), {
    title: 'Forget a project',
    placeHolder: 'Which project? Its spans, its events and its items of the queue go',
    matchOnDescription: true,
  });
  if (!picked?.project) return;
  const { project, activeMs } = picked;
  const goes = await goesWithProject(ports.file, project);
  const goesOn = 'What you do in it from now on is recorded again, unless you exclude its folder or pause.';
  const named = `“${inMessage(project)}”`;
  await confirmAndForget(ports, () => ({ project }), { named, goes, activeMs, goesOn });
}

interface ProjectItem extends vscode.QuickPickItem {
  /** Empty: there is none. */
  readonly project: string;
  readonly activeMs: number;
}

async function projectItems({ file, days }: ForgetPorts): Promise<ProjectItem[]> {
  const today = activeBy(days.today().day?.pieces ?? [], ({ span }) => span?.project);
  const items = (await projectsIn(file)).map(({ name, sealedMs }) => {
    const activeMs = sealedMs + (today.get(name) ?? 0);
    return { project: name, activeMs, label: inMessage(name), description: formatDuration(activeMs) };
  });
  if (items.length === 0) return [{ label: 'No project is recorded yet', project: '', activeMs: 0 }];
  return items.sort((a, b) => b.activeMs - a.activeMs);
}

interface TimeItem extends vscode.QuickPickItem {
  /** null: it is to be written. */
  readonly time: Interval | null;
}

async function pickTime(record: ReadableRecord): Promise<Interval | undefined> {
  const now = Date.now();
  const today = record.calendar.dayAt(now);
  const yesterday = record.calendar.dayAt(today.start - 1);
  const items: TimeItem[] = [
    { label: 'The last hour', time: { start: now - HOUR_MS, end: now } },
    { label: 'Today', time: { start: today.start, end: now } },
    { label: 'Yesterday', time: yesterday },
    { label: 'A day, or from then to then…', time: null },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: 'Forget a time',
    placeHolder: 'Which time? All that was recorded in it goes, of every project',
  });
  return picked?.time === null ? writeTime(record, today.date) : picked?.time;
}

async function writeTime(record: ReadableRecord, today: string): Promise<Interval | undefined> {
  const { calendar } = record;
  const text = await vscode.window.showInputBox({
    title: 'Forget a time',
    prompt: `A day, ${today}; days, ${today} to ${today}; or a time, 14:00 to 15:30 or ${today} 14:00 to 15:30.`,
    placeHolder: `${today} 14:00 to 15:30`,
    validateInput: value => {
      if (value.trim() === '') return undefined;
      const read = readTime(value, Date.now(), calendar);
      if ('problem' in read) return read.problem;
      return { message: timeText(read.time, record), severity: vscode.InputBoxValidationSeverity.Info };
    },
  });
  const read = text === undefined ? undefined : readTime(text, Date.now(), calendar);
  return read && 'time' in read ? read.time : undefined;
}

/** "Fri 20 Nov, 14:00 to 15:30" */
function timeText({ start, end }: Interval, { calendar }: ReadableRecord): string {
  const clock = clockText(machineZone());
  const [from, to] = [calendar.dayAt(start), calendar.dayAt(end - 1)];
  const isWhole = start === from.start && end === to.end;
  if (from.date === to.date) {
    return isWhole ? dayText(from.date) : `${dayText(from.date)}, ${clock.range({ start, end })}`;
  }
  if (isWhole) return `${dayText(from.date)} to ${dayText(to.date)}`;
  return `${dayText(from.date)}, ${clock.time(start)} to ${dayText(to.date)}, ${clock.time(end)}`;
}

interface Asked {
  readonly named: string;
  readonly goes: WhatGoes;
  readonly activeMs: number;
  /** What is recorded after it. */
  readonly goesOn: string;
}

async function confirmAndForget(ports: ForgetPorts, what: () => Forgettable, asked: Asked): Promise<void> {
  const { named } = asked;
  const backups = backupNames(ports.file).length;
  const answer = await vscode.window.showWarningMessage(
    `Forget ${named}?`,
    { modal: true, detail: detailOf(asked, backups) },
    FORGET,
  );
  if (answer !== FORGET) return;
  const isWiped = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: `Andon: forgetting ${named}` },
    () => forget(ports.keeper, what()),
  );
  void vscode.window.showInformationMessage(
    `Forgotten: ${named}, ${goesText(asked)}${backups > 0 ? ', and all backups' : ''}.${isWiped ? '' : HELD}`,
  );
}

async function forget(keeper: RecordKeeper, what: Forgettable): Promise<boolean> {
  try {
    return await keeper.forget(what);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    const why = error.code === 'busy' ? 'Another window was writing all the time.' : error.message;
    throw new Error(`${why} Nothing was forgotten; try again in a moment.`, { cause: error });
  }
}

const HELD =
  ' Another program holds the record open; until it lets go, traces of it may be left in the file beside it.';

function detailOf(asked: Asked, backups: number): string {
  const copies =
    backups === 0
      ? 'There is no backup that holds it.'
      : `All backups (${backups}) go too, since they hold it; a new one is made today.`;
  return `This removes ${goesText(asked)}. ${copies}\n\nThis cannot be undone. ${asked.goesOn}`;
}

/** "412 spans with 3 h 05 of active time, 2 items of the queue" */
function goesText({ goes, activeMs }: Asked): string {
  const { spans, items, sessions, checkIns } = goes;
  return [
    `${countOf(spans, 'span')} with ${formatDuration(activeMs)} of active time`,
    ...(items > 0 ? [countOf(items, 'item of the queue', 'items of the queue')] : []),
    ...(sessions > 0 ? [countOf(sessions, 'focus session')] : []),
    ...(checkIns > 0 ? [countOf(checkIns, 'check-in')] : []),
  ].join(', ');
}
