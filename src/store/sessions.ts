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
];

const COLUMNS =
  'id, kind, planned_ms, started_at, paused_ms, paused_at, ended_at, outcome, word, intention, boot_at';

/** Focus sessions: at most one that is not over, whichever window began it. */
export class SessionTable {
  private readonly connection: Connection;
  private readonly counter: Counter;
  private readonly selectLast: Statement<SessionRow>;
  private readonly insert: Statement;
  private readonly update: Statement;

  constructor(connection: Connection, counter: Counter) {
    this.connection = connection;
    this.counter = counter;
    // One that is open is the last: another cannot begin beside it.
    this.selectLast = connection.statement(`SELECT ${COLUMNS} FROM session ORDER BY id DESC LIMIT 1`);
    this.insert = connection.statement(
      `INSERT INTO session (kind, planned_ms, started_at, paused_ms, paused_at, ended_at, outcome, word, intention, boot_at, offset)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    // What has ended never ends again; only what is said of it can be added.
    this.update = connection.statement(
      `UPDATE session SET planned_ms = ?2, started_at = ?3, paused_ms = ?4, paused_at = ?5, ended_at = ?6, outcome = ?7,
         word = ?8, boot_at = ?9
       WHERE id = ?1 AND (ended_at IS NULL OR (ended_at = ?6 AND outcome IS NULL))`,
    );
  }

  /** The one that is open, or else the one that ended last; null: there never was one. */
  last(): Session | null {
    const row = this.selectLast.get();
    return row ? toSession(row) : null;
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
    const { outcome, word, intention, bootAt } = session;
    const times = [plannedMs, startedAt, pausedMs, pausedAt, endedAt].map(wholeOrNull);
    if (id !== 0) this.update.run(id, ...times, outcome, word, Math.round(bootAt));
    else this.insert.run(kind, ...times, outcome, word, intention, Math.round(bootAt), offset);
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
  const [id, kind, plannedMs, startedAt, pausedMs, pausedAt, endedAt, outcome, word, intention, bootAt] = row;
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
  };
}
