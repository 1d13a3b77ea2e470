import type { Interval } from '../core/activity/interval.ts';
import { REASONS, type Reason } from '../core/focus/reasons.ts';
import { OUTCOMES, SESSION_KINDS, type Session } from '../core/focus/session.ts';
import type { Connection, Statement } from './connection.ts';
import type { Counter } from './counter.ts';

type SessionRow = readonly [
  id: number,
  kind: string,
  plannedMs: number | null,
  startedAt: number,
  pausedMs: number,
  pausedAt: number | null,
  endedAt: number | null,
  outcome: string | null,
  word: string,
  intention: string,
  bootAt: number,
  round: number | null,
  item: string | null,
  reasons: string,
];

const COLUMNS =
  'id, kind, planned_ms, started_at, paused_ms, paused_at, ended_at, outcome, word, intention, boot_at, round, item, reasons';
/** So long before a time a session that reaches into it may have begun. Nobody keeps one open for longer than a day and a half. */
const LONGEST_MS = 36 * 3_600_000;

/** Focus sessions: at most one that is not over, whichever window began it. */
export class SessionTable {
  private readonly connection: Connection;
  private readonly counter: Counter;
  private readonly selectLast: Statement<SessionRow>;
  private readonly selectLastFocus: Statement<SessionRow>;
  private readonly selectBetween: Statement<SessionRow>;
  private readonly insert: Statement;
  private readonly update: Statement;
  private readonly review: Statement;

  constructor(connection: Connection, counter: Counter) {
    this.connection = connection;
    this.counter = counter;
    // One that is open is the last: another cannot begin beside it.
    this.selectLast = connection.statement(`SELECT ${COLUMNS} FROM session ORDER BY id DESC LIMIT 1`);
    this.selectLastFocus = connection.statement(
      `SELECT ${COLUMNS} FROM session WHERE kind <> 'break' ORDER BY id DESC LIMIT 1`,
    );
    this.selectBetween = connection.statement(
      `SELECT ${COLUMNS} FROM session WHERE started_at >= ?1 - ${LONGEST_MS} AND started_at < ?2
         AND coalesce(ended_at > ?1, 1) AND kind <> 'break' ORDER BY started_at, id`,
    );
    this.insert = connection.statement(
      `INSERT INTO session (kind, planned_ms, started_at, paused_ms, paused_at, ended_at, outcome, word, reasons, intention,
         boot_at, round, item, offset)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    // What has ended never ends again; only what is said of it can be added.
    this.update = connection.statement(
      `UPDATE session SET planned_ms = ?2, started_at = ?3, paused_ms = ?4, paused_at = ?5, ended_at = ?6, outcome = ?7,
         word = ?8, reasons = ?9, boot_at = ?10
       WHERE id = ?1 AND (ended_at IS NULL OR (ended_at = ?6 AND outcome IS NULL))`,
    );
    this.review = connection.statement(
      `UPDATE session SET outcome = ?2, word = ?3, reasons = ?4 WHERE id = ?1 AND ended_at IS NOT NULL AND outcome IS NULL`,
    );
  }

  /** The one that is open, or else the one that ended last; null: there never was one. */
  last(): Session | null {
    const row = this.selectLast.get();
    return row ? toSession(row) : null;
  }

  /** The last that was no break. */
  lastFocus(): Session | null {
    const row = this.selectLastFocus.get();
    return row ? toSession(row) : null;
  }

  /** Those that lie in a time or reach into it, breaks left out, in order. */
  between({ start, end }: Interval): Session[] {
    return this.selectBetween.all(start, end).map(toSession);
  }

  /** Adds what is said of a session that is over, unless something was said of it already. Throws `StoreBusy`. */
  say(id: number, { outcome, word, reasons }: Pick<Session, 'outcome' | 'word' | 'reasons'>): void {
    this.connection.immediate(() => {
      this.review.run(id, outcome, word, JSON.stringify(reasons));
    });
  }

  /**
   * Lets `decide` answer what the last session becomes, and writes that, in one transaction: what another window did a moment
   * ago is seen, and of two ends only one happens. The same object is left as it is; one with `id` 0 is a new session.
   * `offset`: minutes east of UTC now. Throws `StoreBusy` at once where another window writes.
   */
  change(decide: (last: Session | null) => Session | null, offset: number): SessionChange {
    return this.connection.immediate(() =>
      this.counter.during(false, () => {
        const before = this.last();
        const after = decide(before);
        if (after === before || after === null) return { before, after };
        this.write(after, offset);
        return { before, after: this.last() };
      }),
    );
  }

  private write(session: Session, offset: number): void {
    const { id, kind, plannedMs, startedAt, pausedMs, pausedAt, endedAt } = session;
    const { outcome, word, intention, bootAt, round, item } = session;
    const times = [plannedMs, startedAt, pausedMs, pausedAt, endedAt].map(wholeOrNull);
    const said = [outcome, word, JSON.stringify(session.reasons)];
    if (id !== 0) this.update.run(id, ...times, ...said, Math.round(bootAt));
    else this.insert.run(kind, ...times, ...said, intention, Math.round(bootAt), round, item, offset);
  }
}

/** The last session before and after a change. */
export interface SessionChange {
  readonly before: Session | null;
  readonly after: Session | null;
}

/** Columns of a STRICT table take no fractions. */
function wholeOrNull(value: number | null): number | null {
  return value === null ? null : Math.round(value);
}

function toSession(row: SessionRow): Session {
  const [id, kind, plannedMs, startedAt, pausedMs, pausedAt, endedAt, outcome, word, ...others] = row;
  const [intention, bootAt, round, item, reasons] = others;
  return {
    id,
    // A newer version may know other words; what has a length counts down.
    kind: SESSION_KINDS.find(known => known === kind) ?? (plannedMs === null ? 'flow' : 'countdown'),
    plannedMs,
    startedAt,
    pausedMs,
    pausedAt,
    endedAt,
    outcome: OUTCOMES.find(known => known === outcome) ?? null,
    word,
    intention,
    bootAt,
    round,
    item,
    reasons: toReasons(reasons),
  };
}

/** Of a JSON array of words; what a newer version may say otherwise is left out. */
function toReasons(json: string): Reason[] {
  return REASONS.filter(reason => json.includes(`"${reason}"`));
}
