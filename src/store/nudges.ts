import { BREAKPOINTS, type Breakpoint } from '../core/focus/breakpointWatch.ts';
import { SURFACES } from '../core/nudges/ladder.ts';
import { LEARNT_OCCASIONS, type Learnt, type Tries } from '../core/nudges/learning/learnt.ts';
import { isPending, type Nudge } from '../core/nudges/nudge.ts';
import { remember, type Entry, type Past } from '../core/nudges/past.ts';
import { LEVELS, type Level } from '../core/nudges/raised.ts';
import { UNHEARD, type Standing } from '../core/nudges/standing.ts';
import type { Connection, Statement } from './connection.ts';
import { NUDGE_COLUMNS, toNudge, toNudgeRow, type NudgeRow } from './nudgeRow.ts';
import type { StoreParts } from './store.ts';

/** So long is a nudge at hand for an answer that comes late, as `remember` has it. */
const KEPT_MS = 4 * 86_400_000;

type StandingRow = readonly [
  ...(readonly [rule: string, never: number, snoozedUntil: number | null, demotedBy: number]),
  ...(readonly [dismissals: number, toldSince: number | null, shownAt: number | null]),
];
type RaiseRow = readonly [at: number, rule: string, was: string, level: string];

/** What is to be written down, by what is known; `nextId` is the id of the next plan. */
export type DecideEntries = (past: Past, nextId: number) => readonly Entry[];

/**
 * Nudges, and how the user stands to rules. What is written follows from `remember`, entry by entry: the tables hold what it comes
 * to, so that nobody has to go through all entries again.
 */
class NudgeTable {
  private readonly connection: Connection;
  private readonly selectNudges: Statement<NudgeRow>;
  private readonly selectStandings: Statement<StandingRow>;
  private readonly selectLearnt: Statement<[rule: string, occasion: string, shown: number, taken: number]>;
  private readonly selectLastId: Statement<[id: number]>;
  private readonly selectLevels: Statement<[rule: string, level: string | null]>;
  private readonly selectRaises: Statement<RaiseRow>;
  private readonly selectBreakpoint: Statement<[at: number, kind: string]>;
  private readonly writeNudge: Statement;
  private readonly writeStanding: Statement;
  private readonly writeLearnt: Statement;
  private readonly dropLearnt: Statement;
  private readonly writeLevel: Statement;
  private readonly insertRaise: Statement;
  private readonly writeBreakpoint: Statement;
  private readonly selectVersion: Statement<[nudges: number, generation: number]>;
  private readonly countChange: Statement;

  constructor({ connection }: StoreParts) {
    this.connection = connection;
    this.selectNudges = connection.statement(
      `SELECT ${NUDGE_COLUMNS.join(', ')} FROM nudge
       WHERE decided_at > ? OR state IN ('decided', 'claimed') ORDER BY id`,
    );
    this.selectStandings = connection.statement(
      'SELECT rule, never, snoozed_until, demoted_by, dismissals, told_since, shown_at FROM nudge_rule',
    );
    this.selectLearnt = connection.statement('SELECT rule, occasion, shown, taken FROM nudge_learnt');
    this.selectLastId = connection.statement(`SELECT seq FROM sqlite_sequence WHERE name = 'nudge'`);
    this.selectLevels = connection.statement('SELECT rule, level FROM nudge_rule');
    this.selectRaises = connection.statement('SELECT at, rule, was, level FROM rule_level ORDER BY id');
    this.selectBreakpoint = connection.statement('SELECT at, kind FROM breakpoint');
    this.writeNudge = connection.statement(
      `INSERT OR REPLACE INTO nudge (${NUDGE_COLUMNS.join(', ')}) VALUES (${NUDGE_COLUMNS.map(() => '?').join(', ')})`,
    );
    this.writeStanding = connection.statement(
      `INSERT INTO nudge_rule (rule, never, snoozed_until, demoted_by, dismissals, told_since, shown_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (rule) DO UPDATE SET never = excluded.never, snoozed_until = excluded.snoozed_until,
         demoted_by = excluded.demoted_by, dismissals = excluded.dismissals, told_since = excluded.told_since,
         shown_at = excluded.shown_at`,
    );
    this.writeLearnt = connection.statement(
      'INSERT OR REPLACE INTO nudge_learnt (rule, occasion, shown, taken) VALUES (?, ?, ?, ?)',
    );
    this.dropLearnt = connection.statement('DELETE FROM nudge_learnt');
    this.writeLevel = connection.statement(
      `INSERT INTO nudge_rule (rule, level, never, demoted_by, dismissals) VALUES (?, ?, 0, 0, 0)
       ON CONFLICT (rule) DO UPDATE SET level = excluded.level`,
    );
    this.insertRaise = connection.statement(
      'INSERT INTO rule_level (at, rule, was, level) VALUES (?, ?, ?, ?)',
    );
    this.writeBreakpoint = connection.statement(
      'INSERT OR REPLACE INTO breakpoint (one, at, kind) VALUES (1, ?, ?)',
    );
    this.selectVersion = connection.statement('SELECT nudges, generation FROM counter');
    this.countChange = connection.statement('UPDATE counter SET nudges = nudges + 1');
  }

  /** Changes when any window has written of nudges, or when something was forgotten. */
  version(): string {
    return this.selectVersion.get()?.join(' ') ?? '';
  }

  /** All that nudges are decided by at `now` (epoch milliseconds). */
  read(now: number): Past {
    return this.connection.reading(() => this.load(now));
  }

  /** Writes what `decide` says, in one transaction, and answers the past after it. Throws `StoreBusy` at once where another window writes. */
  change(now: number, decide: DecideEntries): Past {
    return this.connection.immediate(() => this.changeWithin(now, decide));
  }

  /** As `change`, within the transaction of the caller. */
  changeWithin(now: number, decide: DecideEntries): Past {
    const before = this.load(now);
    const entries = decide(before, (this.selectLastId.get()?.[0] ?? 0) + 1);
    const after = entries.reduce(remember, before);
    this.write(before, after);
    for (const entry of entries) {
      if (entry.kind !== 'rule' || entry.word.kind !== 'levelSet') continue;
      const { from, to } = entry.word;
      this.insertRaise.run(Math.round(entry.at), entry.rule, from, to);
      this.writeLevel.run(entry.rule, to);
    }
    return after;
  }

  /** The levels of rules as they were last set, as far as somebody has looked. */
  levels(): ReadonlyMap<string, Level> {
    const rows = this.selectLevels.all().map(([rule, level]) => [rule, levelOf(level)] as const);
    return new Map(rows.flatMap(([rule, level]) => (level ? [[rule, level] as const] : [])));
  }

  /** Somebody has looked for the first time. To be called within a transaction. */
  noteLevel(rule: string, level: Level): void {
    this.writeLevel.run(rule, level);
  }

  /** Each time that a rule was set to another level. */
  levelsSet(): Entry[] {
    return this.selectRaises.all().flatMap(([at, rule, was, level]): Entry[] => {
      const from = levelOf(was);
      const to = levelOf(level);
      return from && to ? [{ kind: 'rule', at, rule, word: { kind: 'levelSet', from, to } }] : [];
    });
  }

  /** The last breakpoint that any window has told of; null: none did. */
  lastBreakpoint(): Breakpoint | null {
    const [at, name] = this.selectBreakpoint.get() ?? [];
    const kind = BREAKPOINTS.find(known => known === name);
    return at === undefined || !kind ? null : { kind, at };
  }

  /** Tells all windows of one. Throws `StoreBusy`. */
  tellBreakpoint({ at, kind }: Breakpoint): void {
    this.connection.immediate(() => {
      this.writeBreakpoint.run(Math.round(at), kind);
    });
  }

  private load(now: number): Past {
    const nudges = new Map<number, Nudge>();
    for (const row of this.selectNudges.all(now - KEPT_MS)) {
      const nudge = toNudge(row);
      if (nudge) nudges.set(nudge.id, nudge);
    }
    const standings = this.standings();
    for (const nudge of nudges.values()) {
      if (isPending(nudge))
        standings.set(nudge.rule, { ...(standings.get(nudge.rule) ?? UNHEARD), pending: nudge.id });
    }
    return { nudges, standings, toasts: toastsAmong(nudges), learnt: this.learnt() };
  }

  private standings(): Map<string, Standing> {
    const standings = new Map<string, Standing>();
    for (const [
      rule,
      never,
      snoozedUntil,
      demotedBy,
      dismissals,
      told,
      shown,
    ] of this.selectStandings.all()) {
      const rungs = Math.min(Math.max(demotedBy, 0), SURFACES.length - 1);
      const said = { isNever: never === 1, demotedBy: rungs, dismissals, pending: null };
      const times = [snoozedUntil, told, shown].map(time => time ?? -Infinity);
      const [snoozed = -Infinity, toldSince = -Infinity, shownAt = -Infinity] = times;
      standings.set(rule, { ...said, snoozedUntil: snoozed, toldSince, shownAt });
    }
    return standings;
  }

  private learnt(): Learnt {
    const learnt = new Map<string, Record<string, Tries>>();
    for (const [rule, name, shown, taken] of this.selectLearnt.all()) {
      const occasion = LEARNT_OCCASIONS.find(known => known === name);
      // The file is the user's: of tries that cannot be no chance could be drawn, ever.
      const canBe = taken >= 0 && taken <= shown;
      if (occasion && canBe) learnt.set(rule, { ...learnt.get(rule), [occasion]: { shown, taken } });
    }
    return learnt;
  }

  /** What is another object is another row. */
  private write(before: Past, after: Past): void {
    if (after !== before) this.countChange.run();
    for (const [id, nudge] of after.nudges) {
      if (nudge !== before.nudges.get(id)) this.writeNudge.run(...toNudgeRow(nudge));
    }
    for (const [rule, standing] of after.standings) {
      if (standing !== before.standings.get(rule)) this.writeStanding.run(...toStandingRow(rule, standing));
    }
    if (after.learnt === before.learnt) return;
    this.dropLearnt.run();
    for (const [rule, occasions] of after.learnt) {
      for (const [occasion, { shown, taken }] of Object.entries(occasions))
        this.writeLearnt.run(rule, occasion, shown, taken);
    }
  }
}

function toastsAmong(nudges: ReadonlyMap<number, Nudge>): Past['toasts'] {
  const claims = new Map<number, number>();
  for (const nudge of nudges.values()) {
    const claim = nudge.state === 'expired' ? nudge.claim : 'claimedAt' in nudge ? nudge : null;
    if (!claim || nudge.surface !== 'toast') continue;
    claims.set(nudge.delivery, Math.min(claims.get(nudge.delivery) ?? Infinity, claim.claimedAt));
  }
  return [...claims].map(([delivery, at]) => ({ delivery, at })).sort((a, b) => a.at - b.at);
}

function toStandingRow(rule: string, standing: Standing): StandingRow {
  const { isNever, snoozedUntil, demotedBy, dismissals, toldSince, shownAt } = standing;
  const [snoozed = null, told = null, shown = null] = [snoozedUntil, toldSince, shownAt].map(time =>
    Number.isFinite(time) ? Math.round(time) : null,
  );
  return [rule, Number(isNever), snoozed, demotedBy, dismissals, told, shown];
}

function levelOf(name: string | null): Level | undefined {
  return LEVELS.find(level => level === name);
}

/** For `Store.part`. */
export function nudging(parts: StoreParts): NudgeTable {
  return new NudgeTable(parts);
}
export type { NudgeTable };
