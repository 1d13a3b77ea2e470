import type { Block } from '../activity/blocks.ts';
import { forEachDay, type Calendar, type LocalDay } from '../activity/calendar.ts';
import type { Tally } from '../activity/facts.ts';
import type { Interval } from '../activity/interval.ts';
import type { ItemStretch } from '../activity/runs.ts';
import { EDIT_ORIGINS, type AwayKind, type EditOrigin } from '../activity/signal.ts';
import type { Day, DayBlock, DayPiece } from './day.ts';

/** A day while it is gathered; private to this file. */
interface OpenDay {
  readonly date: string;
  start: number;
  end: number;
  activeMs: number;
  gapMs: number;
  awayMs: number;
  restMs: number;
  waitingMs: number;
  switches: number;
  readonly edits: Record<EditOrigin, number>;
  readonly pieces: DayPiece[];
  readonly blocks: Omit<DayBlock, 'activeMs' | 'branch'>[];
  readonly waits: Interval[];
}

/** Splits what a timeline holds at local midnights and sums it by day. Pieces and blocks must come in order of time. */
export class DayGatherer {
  private readonly calendar: Calendar;
  private readonly days = new Map<string, OpenDay>();

  constructor(calendar: Calendar) {
    this.calendar = calendar;
  }

  addPiece({ stretch, start, end, item }: ItemStretch): void {
    forEachDay(this.calendar, { start, end }, (local, from, to) => {
      const day = this.of(local);
      if (stretch.kind === 'active') {
        day.activeMs += to - from;
        if (stretch.isGap) day.gapMs += to - from;
        day.pieces.push({ start: from, end: to, span: stretch.span, as: null, isGap: stretch.isGap, item });
      } else {
        addNamed(day, stretch.as, to - from);
        day.pieces.push({ start: from, end: to, span: null, as: stretch.as, isGap: false, item });
      }
    });
  }

  addSwitch(at: number): void {
    this.of(this.calendar.dayAt(at)).switches++;
  }

  addBlock(block: Block): void {
    forEachDay(this.calendar, block, (local, start, end) => {
      this.of(local).blocks.push({ start, end, project: block.project, item: block.item });
    });
  }

  /** To be called last: waiting lies beside the timeline and makes no day listed by itself. */
  addWait(wait: Interval): void {
    forEachDay(this.calendar, wait, (local, from, to) => {
      const day = this.days.get(local.date);
      if (!day) return;
      day.waitingMs += to - from;
      day.waits.push({ start: from, end: to });
    });
  }

  addTally(tally: Tally): void {
    const day = this.of(this.calendar.dayAt(tally.from));
    for (const origin of EDIT_ORIGINS) day.edits[origin] += tally[origin];
  }

  finish(): Day[] {
    return [...this.days.values()].sort((a, b) => (a.date < b.date ? -1 : 1)).map(close);
  }

  private of(local: LocalDay): OpenDay {
    let day = this.days.get(local.date);
    if (!day) {
      day = openDay(local);
      this.days.set(local.date, day);
    }
    day.start = Math.min(day.start, local.start);
    day.end = Math.max(day.end, local.end);
    return day;
  }
}

function openDay({ date, start, end }: LocalDay): OpenDay {
  const edits = { typed: 0, bulk: 0, program: 0, undo: 0 };
  const times = { activeMs: 0, gapMs: 0, awayMs: 0, restMs: 0, waitingMs: 0 };
  return { date, start, end, ...times, switches: 0, edits, pieces: [], blocks: [], waits: [] };
}

function addNamed(day: OpenDay, as: AwayKind, ms: number): void {
  switch (as) {
    case 'reading':
    case 'thinking':
    case 'meeting':
      day.awayMs += ms;
      return;
    case 'break':
      day.restMs += ms;
      return;
    case 'discard':
      return;
  }
}

function close(day: OpenDay): Day {
  const blocks = day.blocks.flatMap(block => measureBlock(block, day.pieces));
  return { ...day, idleMs: idleOf(day.pieces), blocks };
}

/** Between the first and the last active instant, what no piece covers. */
function idleOf(pieces: readonly DayPiece[]): number {
  const first = pieces.findIndex(piece => piece.span !== null);
  const last = pieces.findLastIndex(piece => piece.span !== null);
  const from = pieces[first];
  const to = pieces[last];
  if (!from || !to) return 0;
  let idle = to.end - from.start;
  for (let i = first; i <= last; i++) {
    const piece = pieces[i];
    if (piece) idle -= piece.end - piece.start;
  }
  return idle;
}

/** A block's part in a day counts only if it holds active time itself. */
function measureBlock(block: OpenDay['blocks'][number], pieces: readonly DayPiece[]): DayBlock[] {
  const msByBranch = new Map<string | null, number>();
  let activeMs = 0;
  for (let i = firstEndingAfter(pieces, block.start); i < pieces.length; i++) {
    const piece = pieces[i];
    if (!piece || piece.start >= block.end) break;
    if (!piece.span) continue;
    const ms = Math.min(piece.end, block.end) - Math.max(piece.start, block.start);
    activeMs += ms;
    msByBranch.set(piece.span.branch, (msByBranch.get(piece.span.branch) ?? 0) + ms);
  }
  if (activeMs === 0) return [];
  const [branch] = [...msByBranch].reduce((most, next) => (next[1] > most[1] ? next : most));
  return [{ ...block, branch, activeMs }];
}

/** Index of the first piece that ends after `time`, by bisection. */
function firstEndingAfter(pieces: readonly DayPiece[], time: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.end ?? Infinity) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
