import type { LocalDay } from '../core/activity/calendar.ts';
import type { Tally } from '../core/activity/facts.ts';
import type { Interval } from '../core/activity/interval.ts';
import { ACTIVITIES, type Span } from '../core/activity/span.ts';
import { EDIT_ORIGINS } from '../core/activity/signal.ts';
import { EMPTY_NUMBERS, type Day, type DayPiece } from '../core/stats/day.ts';
import type { Connection, Statement } from './connection.ts';
import { dateNumber } from './dates.ts';
import type { Names } from './dictionary.ts';

/** What a day's rollup is made of. */
export interface Sealing {
  readonly bounds: LocalDay;
  /** undefined: nothing happened on it. */
  readonly day: Day | undefined;
  /** The edits of the day. */
  readonly tallies: readonly Tally[];
  readonly idleAfterMs: number;
  /** The time in which another row could change the day. */
  readonly reach: Interval;
}

/** A row of `share` without its date, and its time so far. */
interface Share {
  readonly row: readonly number[];
  ms: number;
}

const ROLLUPS = ['day', 'share', 'file_share', 'block'] as const;

/** Writes rollups, and notes which ones a later row may have changed. */
export class Seals {
  private readonly names: Names;
  private readonly deletes: readonly Statement[];
  private readonly countSeal: Statement;
  private readonly insertDay: Statement;
  private readonly insertShare: Statement;
  private readonly insertFileShare: Statement;
  private readonly insertBlock: Statement;
  private readonly markDirty: Statement;

  constructor(connection: Connection, names: Names) {
    this.names = names;
    this.deletes = ROLLUPS.map(table => connection.statement(`DELETE FROM ${table} WHERE date = ?`));
    this.countSeal = connection.statement('UPDATE counter SET seals = seals + 1');
    this.insertDay = connection.statement(
      `INSERT INTO day (date, start, until, is_listed, active_ms, gap_ms, idle_ms, away_ms, rest_ms, waiting_ms, switches,
         typed, bulk, program, undo, idle_after_ms, reach_start, reach_until, is_dirty, seal)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, (SELECT seals FROM counter))`,
    );
    this.insertShare = connection.statement(
      'INSERT INTO share (date, language, activity, project, branch, item, ms) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    this.insertFileShare = connection.statement(
      'INSERT INTO file_share (date, file, ms, edits) VALUES (?, ?, ?, ?)',
    );
    this.insertBlock = connection.statement(
      'INSERT INTO block (date, start, until, project, item, branch, active_ms) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    this.markDirty = connection.statement(
      'UPDATE day SET is_dirty = 1 WHERE is_dirty = 0 AND reach_until >= ? AND reach_start <= ?',
    );
  }

  /** Marks every day that something in `touched` (both ends included) may change. */
  touch({ start, end }: Interval): void {
    this.markDirty.run(start, end);
  }

  /** Writes a day's rollup in place of the one before. */
  seal({ bounds, day, tallies, idleAfterMs, reach }: Sealing): void {
    const date = dateNumber(bounds.date);
    for (const statement of this.deletes) statement.run(date);
    const { activeMs, gapMs, idleMs, awayMs, restMs, waitingMs, switches, edits } = day ?? EMPTY_NUMBERS;
    this.countSeal.run();
    this.insertDay.run(
      ...[date, bounds.start, bounds.end, day ? 1 : 0],
      ...[activeMs, gapMs, idleMs, awayMs, restMs, waitingMs, switches],
      ...EDIT_ORIGINS.map(origin => edits[origin]),
      ...[idleAfterMs, reach.start, reach.end],
    );
    if (!day) return;
    this.sealShares(date, day.pieces);
    this.sealFiles(date, day.pieces, tallies);
    for (const { start, end, project, item, branch, activeMs: active } of day.blocks) {
      const place = [this.names.project.idOf(project), this.names.item.idOf(item)];
      this.insertBlock.run(date, start, end, ...place, this.names.branch.idOf(branch), active);
    }
  }

  private sealShares(date: number, pieces: readonly DayPiece[]): void {
    const shares = new Map<string, Share>();
    let last: { readonly span: Span; readonly item: string | null; readonly share: Share } | undefined;
    for (const { span, start, end, item } of pieces) {
      if (!span) continue;
      // A span and the gap after it mostly come one after the other.
      const share = last?.span === span && last.item === item ? last.share : this.shareOf(shares, span, item);
      share.ms += end - start;
      last = { span, item, share };
    }
    for (const { row, ms } of shares.values()) this.insertShare.run(date, ...row, ms);
  }

  private shareOf(shares: Map<string, Share>, span: Span, item: string | null): Share {
    const language = this.names.language.idOf(span.doc?.language ?? null);
    const activity = ACTIVITIES.indexOf(span.activity);
    const project = this.names.project.idOf(span.project);
    const branch = this.names.branch.idOf(span.branch);
    const itemId = this.names.item.idOf(item);
    const key = `${language} ${activity} ${project} ${branch} ${itemId}`;
    let share = shares.get(key);
    if (!share) {
      share = { row: [language, activity, project, branch, itemId], ms: 0 };
      shares.set(key, share);
    }
    return share;
  }

  private sealFiles(date: number, pieces: readonly DayPiece[], tallies: readonly Tally[]): void {
    const files = new Map<number, { ms: number; edits: number }>();
    const of = (project: string | null, path: string) => {
      const id = this.names.file.idOf(project, path);
      let file = files.get(id);
      if (!file) files.set(id, (file = { ms: 0, edits: 0 }));
      return file;
    };
    for (const { span, start, end } of pieces) {
      if (span?.doc) of(span.doc.project, span.doc.path).ms += end - start;
    }
    for (const tally of tallies) {
      of(tally.project, tally.path).edits += tally.typed + tally.bulk + tally.program + tally.undo;
    }
    for (const [file, { ms, edits }] of files) this.insertFileShare.run(date, file, ms, edits);
  }
}
