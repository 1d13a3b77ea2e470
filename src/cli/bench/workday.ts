import { TALLY_MS, type Fact, type FactDetail, type Tally } from '../../core/activity/facts.ts';
import type { Doc } from '../../core/activity/signal.ts';
import type { Activity, Span } from '../../core/activity/span.ts';
import type { Batch } from '../../store/batch.ts';
import { Chance } from './chance.ts';

/** The zone that generated days are lived in. */
export const BENCH_ZONE = 'Europe/Berlin';
export const DAY_MS = 86_400_000;
/** A generated year: whole weeks, so that weekdays stay where they are. */
export const YEAR_DAYS = 364;
/** The Monday that a generated year begins with. */
export const YEAR_START = Date.UTC(2025, 11, 1);

const MINUTE = 60_000;
const FILES = 1_000;
const ACTIVITIES = ['coding', 'coding', 'coding', 'reading', 'reading', 'reviewing', 'debugging'] as const;
const LANGUAGES = [
  'typescript',
  'typescript',
  'typescript',
  'typescript',
  'typescript',
  'typescript',
  'python',
  'markdown',
  'json',
  'css',
] as const;
const NAMES = ['reading', 'thinking', 'meeting', 'break'] as const;
const PROJECTS = ['shop', 'shop', 'warehouse', 'tools', 'website'] as const;

/** Makes up a working day of about 1,150 spans: sessions, detours, builds, a lunch break. The same for the same day number. */
export function workday(day: number): Batch {
  const chance = new Chance(day * 7919 + 1);
  const window = `window ${day} ${chance.between(1000, 9999)}`;
  const spans: Span[] = [];
  const facts: Fact[] = [];
  const tallies = new Map<string, Tally>();
  const end = YEAR_START + day * DAY_MS + 17 * 60 * MINUTE;
  let time = YEAR_START + day * DAY_MS + 7.5 * 60 * MINUTE + chance.between(0, 60) * MINUTE;
  const main = chance.of(PROJECTS);
  // A day is about some thirty files, and now and then about another one.
  const files = Array.from({ length: 30 }, () => randomDoc(chance, chance.is(0.95) ? main : null));
  const nextDoc = () =>
    (chance.is(0.97) && files[Math.floor(chance.next() ** 2 * files.length)]) || randomDoc(chance);
  let doc = nextDoc();
  let doing: Activity = 'coding';
  let branch = `task/${day}-${chance.between(1, 99)}`;
  const tell = (at: number, detail: FactDetail) => {
    facts.push({ at, window, project: doc.project, branch, path: null, ...detail });
  };

  while (time < end) {
    if (chance.is(0.3)) doc = nextDoc();
    if (chance.is(0.1)) doing = chance.of(ACTIVITIES);
    const activity = chance.is(0.015) ? chance.of(['building', 'testing'] as const) : doing;
    const span = randomSpan(chance, { window, start: time, activity, doc, branch });
    spans.push(span);
    if (activity === 'coding') count(tallies, span);
    if (activity === 'building' || activity === 'testing') {
      const group = activity === 'building' ? 'build' : 'test';
      const run = { kind: 'task', group, background: false, id: `npm: ${group}` } as const;
      tell(time, { ...run, phase: 'start', exitCode: null });
      tell(time + chance.between(2, 90) * 1000, { ...run, phase: 'end', exitCode: chance.is(0.8) ? 0 : 1 });
    }
    time = span.end + chance.between(1, 15) * 1000;
    if (chance.is(0.03)) tell(time, { kind: 'diagnostics', errors: chance.between(0, 9) });
    if (chance.is(0.008)) time += pause(chance, time, tell);
    if (chance.is(0.004)) branch = `task/${day}-${chance.between(1, 99)}`;
  }
  return {
    spans,
    facts,
    tallies: [...tallies.values()],
    touched: { start: spans[0]?.start ?? end, end: time },
  };
}

/** The working days of the generated year: Monday to Friday. */
export function workdays(): number[] {
  return Array.from({ length: YEAR_DAYS }, (_, day) => day).filter(day => day % 7 < 5);
}

export function randomDoc(chance: Chance, project: string | null = null): Doc {
  const file = chance.between(1, FILES);
  const language = LANGUAGES[file % LANGUAGES.length] ?? 'typescript';
  return { project: project ?? chance.of(PROJECTS), path: `src/part${file % 40}/file${file}.ts`, language };
}

function randomSpan(
  chance: Chance,
  key: Pick<Span, 'window' | 'start' | 'activity' | 'branch'> & { doc: Doc },
): Span {
  const isCoding = key.activity === 'coding';
  const edits = isCoding ? chance.between(1, 90) : 0;
  return {
    ...key,
    id: 0,
    end: key.start + (chance.is(0.1) ? 0 : chance.between(200, 20_000)),
    project: key.doc.project,
    offset: 60,
    edits,
    inserted: edits * 2,
    deleted: edits >> 1,
    lulls: [],
  };
}

function count(
  tallies: Map<string, Tally>,
  { start, window, doc, branch, edits, inserted, deleted }: Span,
): void {
  if (!doc) return;
  const from = Math.floor(start / TALLY_MS) * TALLY_MS;
  const key = `${from} ${doc.project ?? ''} ${doc.path} ${branch ?? ''}`;
  const known = tallies.get(key);
  const place = { from, window, ...doc, branch };
  tallies.set(key, {
    ...place,
    typed: (known?.typed ?? 0) + edits,
    bulk: known?.bulk ?? 0,
    program: (known?.program ?? 0) + 1,
    undo: known?.undo ?? 0,
    inserted: (known?.inserted ?? 0) + inserted,
    deleted: (known?.deleted ?? 0) + deleted,
  });
}

/** A time away, named or not; answers its length. */
function pause(chance: Chance, at: number, tell: (at: number, detail: FactDetail) => void): number {
  const ms = chance.between(4, 60) * MINUTE;
  tell(at, { kind: 'focus', focused: false, active: false });
  tell(at + ms, { kind: 'focus', focused: true, active: true });
  if (chance.is(0.2)) tell(at + ms, { kind: 'suspend', since: at + MINUTE });
  if (chance.is(0.3)) {
    const as = chance.of(NAMES);
    tell(at + ms, { kind: 'away', start: at, end: at + ms, as });
  }
  if (chance.is(0.4)) tell(at + ms, { kind: 'queue', item: `T-${chance.between(1, 500)}`, phase: 'start' });
  if (chance.is(0.3)) tell(at, { kind: 'git', event: 'commit', repo: 'shop', hash: at.toString(16) });
  return ms;
}
