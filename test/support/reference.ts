import type { AwayKind, Doc, Signal } from '../../src/core/activity/signal.ts';

/**
 * The definitions of the design, section 3, once more and by brute force: every second of a log is asked whose it is. Slow and
 * plain on purpose, and written apart from `src/`: where the two disagree, one of them misreads the definitions.
 *
 * Every time in the log must be a multiple of `STEP`. Days are UTC days.
 */
export const STEP = 1000;
const DAY = 86_400_000;

export interface RefSpan {
  start: number;
  end: number;
  order: number;
  activity: string;
  doc: Doc | null;
  project: string | null;
  branch: string | null;
  pulses: number[];
  /** Given to an item afterwards; null: to none; absent: not given. */
  item?: string | null;
}

export interface RefDay {
  date: string;
  activeMs: number;
  idleMs: number;
  byActivity: { [name: string]: number };
  byProject: { [name: string]: number };
  byLanguage: { [name: string]: number };
  deepBlocks: { start: number; end: number; project: string }[];
  awayMs: number;
  waitingMs: number;
  switches: number;
  fragmentation: number | null;
  edits: { typed: number; bulk: number; program: number; undo: number };
}

const same = (a: Doc | null, b: Doc | null) => JSON.stringify(a) === JSON.stringify(b);

/** Spans by the pulse rule. */
function pulse(signals: readonly Signal[]): RefSpan[] {
  const spans: RefSpan[] = [];
  const windows = [...new Set(signals.map(s => s.window))];
  for (const name of windows) {
    let focused = true;
    let project: string | null = null;
    let branch: string | null = null;
    const debugging = new Set<string>();
    let previous: Signal | undefined;
    let open: RefSpan | undefined;
    const edits: { at: number; doc: Doc }[] = [];
    signals.forEach((s, order) => {
      if (s.window !== name) return;
      if (s.kind === 'read' && edits.some(e => s.at - e.at <= 500 && same(e.doc, s.doc))) return;
      if (s.kind === 'edit' && s.origin !== 'program') edits.push({ at: s.at, doc: s.doc });
      if (s.doc?.project != null) project = s.doc.project;
      if (s.branch !== null) branch = s.branch;
      const carries =
        focused &&
        ((s.kind === 'edit' && s.origin !== 'program') ||
          s.kind === 'read' ||
          s.kind === 'save' ||
          (s.kind === 'open' && s.doc !== null) ||
          (s.kind === 'task' && s.phase === 'start' && !s.background) ||
          (s.kind === 'debug' && s.phase === 'start') ||
          (s.kind === 'terminal' &&
            s.phase === 'start' &&
            previous !== undefined &&
            s.at - previous.at <= 60_000));
      if (carries) {
        const looking =
          'view' in s && s.view === 'diff' ? 'reviewing' : debugging.size > 0 ? 'debugging' : 'reading';
        let activity = looking;
        if (s.kind === 'edit') activity = 'coding';
        if (s.kind === 'save' && previous?.kind === 'edit' && same(previous.doc, s.doc)) activity = 'coding';
        if (s.kind === 'debug') activity = 'debugging';
        const group = s.kind === 'task' ? s.group : s.kind === 'terminal' ? s.class : null;
        if (group) activity = group === 'build' ? 'building' : group === 'test' ? 'testing' : 'terminal';
        const key = {
          activity,
          doc: s.doc,
          project: s.doc ? s.doc.project : project,
          branch: s.doc ? s.branch : branch,
        };
        const fits =
          open &&
          s.at - open.end <= 30_000 &&
          open.activity === key.activity &&
          same(open.doc, key.doc) &&
          open.project === key.project &&
          open.branch === key.branch;
        if (open && fits) {
          open.end = s.at;
          open.pulses.push(s.at);
        } else {
          open = { start: s.at, end: s.at, order, ...key, pulses: [s.at] };
          spans.push(open);
        }
        previous = s;
      }
      if (s.kind === 'focus') {
        focused = s.focused;
        if (!focused) open = undefined;
      }
      if (s.kind === 'debug') {
        if (s.phase === 'start') debugging.add(s.id);
        else debugging.delete(s.id);
      }
    });
  }
  return spans.sort((a, b) => a.start - b.start || a.order - b.order);
}

function suspends(signals: readonly Signal[]): [number, number][] {
  const found: [number, number][] = [];
  for (const window of new Set(signals.map(s => s.window))) {
    const ticks = signals.filter(s => s.kind === 'tick' && s.window === window).map(s => s.at);
    ticks.forEach((at, i) => {
      const since = ticks[i - 1];
      if (since === undefined || at - since <= 69_600) return;
      if (!signals.some(s => s.at > since && s.at < at)) found.push([since, at]);
    });
  }
  return found;
}

interface Second {
  at: number;
  owner: RefSpan | null;
  as: AwayKind | null;
  item: string | null;
  run: number;
}

function seconds(signals: readonly Signal[], spans: readonly RefSpan[], idleAfter: number): Second[] {
  const slept = suspends(signals);
  const aways = signals.filter(s => s.kind === 'away');
  const queue = signals.filter(s => s.kind === 'queue');
  const times = [...signals.map(s => s.at), ...aways.flatMap(a => [a.start, a.end])];
  const from = Math.min(...times);
  const to = Math.max(...times);
  const all: Second[] = [];
  for (let at = from; at < to; at += STEP) {
    const covering = spans.filter(s => s.start <= at && at < s.end).at(-1) ?? null;
    let as: AwayKind | null = null;
    for (const a of aways) if (a.start <= at && at < a.end) as = a.as === 'none' ? null : a.as;
    if (covering) as = null;
    let owner = covering;
    if (!owner && as === null && !slept.some(([a, b]) => a <= at && at < b))
      owner = gapOwner(spans, at, idleAfter);
    let item: string | null = null;
    for (const q of queue) {
      if (q.at > at) break;
      if (q.phase === 'start') item = q.item;
      else if (item === q.item) item = null;
    }
    if (owner?.item !== undefined) item = owner.item;
    all.push({ at, owner, as, item, run: -1 });
  }
  return all;
}

function gapOwner(spans: readonly RefSpan[], at: number, idleAfter: number): RefSpan | null {
  const before = spans.filter(s => s.start <= at);
  const next = spans.find(s => s.start > at);
  if (before.length === 0 || !next) return null;
  const end = Math.max(...before.map(s => s.end));
  if (next.start - end > idleAfter) return null;
  return before.filter(s => s.end === end).at(-1) ?? null;
}

/** Gives each active second the number of its run, and answers each run's work. */
function runs(all: readonly Second[]): string[] {
  const raw: { first: number; last: number; work: string }[] = [];
  all.forEach((second, i) => {
    if (!second.owner) return;
    const work = JSON.stringify([second.owner.project, second.item]);
    const before = raw.at(-1);
    if (before?.last === i - 1 && before.work === work) before.last = i;
    else raw.push({ first: i, last: i, work });
  });
  const joined: typeof raw = [];
  for (const run of raw) {
    const before = joined.at(-1);
    const adjoins = before?.last === run.first - 1;
    const isShort = (run.last - run.first + 1) * STEP < 10_000;
    if (before && adjoins && (isShort || before.work === run.work)) before.last = run.last;
    else joined.push({ ...run });
  }
  joined.forEach((run, n) => {
    for (let i = run.first; i <= run.last; i++) (all[i] as Second).run = n;
  });
  return joined.map(run => run.work);
}

/** Every day of the log by the definitions; `correct` may leave spans out, or give them to something else. */
export function referenceDays(
  signals: readonly Signal[],
  idleAfter: number,
  deepBlock: number,
  correct: (spans: RefSpan[]) => RefSpan[] = spans => spans,
): RefDay[] {
  if (signals.length === 0) return [];
  const spans = correct(pulse(signals));
  const all = seconds(signals, spans, idleAfter);
  const works = runs(all);
  const isSwitch = all.map((second, i) => {
    if (!second.owner || all[i - 1]?.run === second.run) return false;
    let j = i - 1;
    while (all[j] && !all[j]?.owner && (all[j]?.as === 'thinking' || all[j]?.as === 'reading')) j--;
    const before = all[j];
    return before?.owner ? works[before.run] !== works[second.run] : false;
  });
  const waits = waiting(signals, spans, idleAfter);
  const dates = new Set<string>();
  all.forEach(s => (s.owner || s.as) && dates.add(dateOf(s.at)));
  signals.forEach(s => s.kind === 'edit' && dates.add(dateOf(s.at)));
  return [...dates].sort().map(date => {
    const today = all.map((s, i) => ({ ...s, isSwitch: isSwitch[i] })).filter(s => dateOf(s.at) === date);
    return { date, ...measure(today, works, deepBlock), ...count(date, signals, waits) };
  });
}

const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10);

function measure(
  today: (Second & { isSwitch: boolean | undefined })[],
  works: readonly string[],
  deepBlock: number,
) {
  const active = today.filter(s => s.owner);
  const sumBy = (key: (s: Second) => string | null | undefined) => {
    const sums: { [name: string]: number } = {};
    for (const s of active) {
      const k = key(s);
      if (k != null) sums[k] = (sums[k] ?? 0) + STEP;
    }
    return sums;
  };
  const blocks: { start: number; end: number; active: number; project: string }[] = [];
  let open: (typeof blocks)[number] | undefined;
  let last = -Infinity;
  for (const s of today) {
    if (!s.owner && s.as !== 'thinking' && s.as !== 'reading') continue;
    if (!open || s.isSwitch || s.at - last > STEP) {
      open = { start: s.at, end: s.at, active: 0, project: '' };
      blocks.push(open);
    }
    open.end = s.at + STEP;
    last = s.at;
    if (s.owner) {
      open.active += STEP;
      const [project] = JSON.parse(works[s.run] as string) as [string | null];
      open.project = project ?? 'unassigned';
    }
  }
  const real = blocks.filter(b => b.active > 0);
  const longest = [...real].sort((a, b) => b.end - b.start - (a.end - a.start)).slice(0, 3);
  const activeMs = active.length * STEP;
  const first = active[0]?.at ?? 0;
  const end = (active.at(-1)?.at ?? -STEP) + STEP;
  return {
    activeMs,
    idleMs: today.filter(s => !s.owner && !s.as && s.at >= first && s.at < end).length * STEP,
    byActivity: sumBy(s => s.owner?.activity),
    byProject: sumBy(s => s.owner?.project ?? 'unassigned'),
    byLanguage: sumBy(s => s.owner?.doc?.language),
    deepBlocks: real
      .filter(b => b.end - b.start >= deepBlock)
      .map(({ start, end: until, project }) => ({ start, end: until, project })),
    awayMs: today.filter(s => s.as && ['reading', 'thinking', 'meeting'].includes(s.as)).length * STEP,
    switches: today.filter(s => s.isSwitch).length,
    fragmentation: activeMs === 0 ? null : 1 - longest.reduce((sum, b) => sum + b.active, 0) / activeMs,
  };
}

function count(date: string, signals: readonly Signal[], waits: readonly [number, number][]) {
  const edits = { typed: 0, bulk: 0, program: 0, undo: 0 };
  for (const s of signals) if (s.kind === 'edit' && dateOf(s.at) === date) edits[s.origin]++;
  const start = Date.parse(date);
  let waitingMs = 0;
  for (const [a, b] of waits) waitingMs += Math.max(0, Math.min(b, start + DAY) - Math.max(a, start));
  return { edits, waitingMs };
}

function waiting(
  signals: readonly Signal[],
  spans: readonly RefSpan[],
  idleAfter: number,
): [number, number][] {
  const building = new Set<number>();
  const started = new Map<string, number>();
  for (const s of signals) {
    const counts =
      (s.kind === 'task' && !s.background && s.group !== 'other') ||
      (s.kind === 'terminal' && (s.class === 'build' || s.class === 'test'));
    if (!counts) continue;
    const key = `${s.window} ${s.kind} ${s.id}`;
    if (s.phase === 'start') started.set(key, s.at);
    else {
      const from = started.get(key);
      started.delete(key);
      if (from !== undefined) for (let at = from; at < s.at; at += STEP) building.add(at);
    }
  }
  const carried = [...new Set(spans.flatMap(s => s.pulses))].sort((a, b) => a - b);
  const waits: [number, number][] = [];
  carried.forEach((from, i) => {
    const to = carried[i + 1];
    if (to === undefined) return;
    let start: number | undefined;
    for (let at = from; at <= to; at += STEP) {
      const runs = at < to && building.has(at);
      if (runs) start ??= at;
      else if (start !== undefined) {
        if (at - start >= 15_000) waits.push([start, Math.min(at, start + idleAfter)]);
        start = undefined;
      }
    }
  });
  return waits;
}
