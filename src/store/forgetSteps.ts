import type { Interval } from '../core/activity/interval.ts';
import { LONG_AWAY_MS } from './aways.ts';
import { LONG_RUN_MS } from './events.ts';
import { TIDIED } from './meta.ts';
import { LONG_SPAN_MS } from './spans.ts';
import type { Step } from './thread.ts';

/** What is to be forgotten: everything of a time (epoch milliseconds), or of a project, by its name. */
export type Forgettable = Interval | { readonly project: string };

/**
 * What removes it from every table, as SQL to be done in one transaction. Rollups of all days that it had a part in go too:
 * they are computed again from what is left.
 *
 * - Of a time: spans and named times that reach into it are cut off at its ends, in proportion to their counts; edits go by
 *   five minutes, sessions by their start, check-ins by when they were said. Which item was in work at its end still is, and a
 *   rule that is never to be shown stays so.
 * - Of a project: its spans, also those that were given to it or given away, edits, files, events, items of the queue,
 *   suggestions that name any of that, and what was written of sessions for those items. What was only said while it was in front
 *   (a named time, sleep, which item is in work) stays, without a place.
 * - Then names that nothing speaks of any more.
 */
export function stepsToForget(what: Forgettable): Step[] {
  return [
    ...('project' in what ? projectSteps(what.project) : rangeSteps(what)),
    ...ORPHANS,
    // Other windows drop what they hold.
    NEXT_GENERATION,
    { sql: 'DELETE FROM meta WHERE key = ?', values: [TIDIED] },
  ];
}

const NEXT_GENERATION: Step = { sql: 'UPDATE counter SET generation = generation + 1' };
const SLICE_MS = 30 * 86_400_000;

/**
 * What removes everything before `until` (epoch milliseconds), from `since` on: in slices of a month, each a transaction, so
 * that windows can write in between.
 */
export function stepsToTidy(since: number, until: number): Step[][] {
  const slices: Step[][] = [];
  for (let start = since; start < until; start += SLICE_MS) {
    slices.push(rangeSteps({ start, end: Math.min(until, start + SLICE_MS) }));
  }
  const mark = `INSERT OR REPLACE INTO meta (key, value) SELECT '${TIDIED}', CAST(generation AS TEXT) FROM counter`;
  return [...slices, [...ORPHANS, NEXT_GENERATION, { sql: mark }]];
}

/** The tables that these steps know how to deal with; a test holds them against the schema. */
export const FORGOTTEN_TABLES: readonly string[] = [
  ...['span', 'event', 'away', 'suspend', 'tally', 'long_run', 'session', 'task'],
  ...['check_in', 'check_in_asked', 'correction'],
  ...['nudge', 'nudge_rule', 'rule_level', 'nudge_learnt', 'breakpoint'],
  ...['project', 'language', 'branch', 'item', 'window', 'file'],
  ...['day', 'share', 'file_share', 'block'],
  // These hold no name and no time of anything that was done.
  ...['activity', 'counter', 'meta', 'lease'],
];

const TALLY_SLOT_MS = 300_000;

function rangeSteps({ start, end }: Interval): Step[] {
  const bounds = [Math.floor(start), Math.ceil(end)];
  const step = (sql: string): Step => ({ sql, values: bounds });
  return [
    // A build or test that began or ended in the time was waited for on other days, too.
    ...rollupSteps(
      `reach_until >= ?1 - ${LONG_RUN_MS} AND reach_start <= ?2 + ${LONG_RUN_MS}
       OR EXISTS (SELECT 1 FROM long_run WHERE start <= reach_until AND until >= reach_start
         AND ((start >= ?1 AND start < ?2) OR (until >= ?1 AND until < ?2)))`,
      bounds,
    ),
    ...correctionRangeSteps(step),
    ...spanRangeSteps(step),
    ...awayRangeSteps(step),
    ...suspendRangeSteps(step),
    // What was in work at the end of the time goes on to be, or not: that is told by the last start and the stops after it.
    step(`UPDATE event SET at = ?2, project = 0, branch = 0, file = 0
      WHERE kind = 'queue' AND at >= ?1 AND at < ?2 AND NOT EXISTS (
        SELECT 1 FROM event later WHERE later.kind = 'queue' AND later.at >= ?1 AND later.at < ?2
          AND later.detail ->> '$.phase' = 'start' AND (later.at, later.id) > (event.at, event.id))`),
    step('DELETE FROM long_run WHERE (start >= ?1 AND start < ?2) OR (until >= ?1 AND until < ?2)'),
    step('DELETE FROM event WHERE at >= ?1 AND at < ?2'),
    step(`DELETE FROM tally WHERE (slot + 1) * ${TALLY_SLOT_MS} > ?1 AND slot * ${TALLY_SLOT_MS} < ?2`),
    step('DELETE FROM session WHERE started_at >= ?1 AND started_at < ?2'),
    step('DELETE FROM check_in WHERE at >= ?1 AND at < ?2'),
    step(`DELETE FROM check_in_asked WHERE date >= ${dateOf('?1')} AND date < ${dateOf('?2')}`),
    ...nudgeRangeSteps(step),
  ];
}

/** What the user has said of a rule holds on; when it was shown goes. */
function nudgeRangeSteps(step: Make): Step[] {
  return [
    step('DELETE FROM nudge WHERE (decided_at >= ?1 AND decided_at < ?2) OR (since >= ?1 AND since < ?2)'),
    ...['told_since', 'shown_at'].map(column =>
      step(`UPDATE nudge_rule SET ${column} = NULL WHERE ${column} >= ?1 AND ${column} < ?2`),
    ),
    step('DELETE FROM rule_level WHERE at >= ?1 AND at < ?2'),
    step('DELETE FROM breakpoint WHERE at >= ?1 AND at < ?2'),
  ];
}

/** A day by its UTC date: which zone it was asked in is not kept. */
function dateOf(time: string): string {
  return `CAST(strftime('%Y%m%d', ${time} / 1000, 'unixepoch') AS INTEGER)`;
}

type Make = (sql: string) => Step;

/** Spans that begin before the time and end in it or after it. */
const SPAN_REACHES_IN = `start < ?1 AND start + ms > ?1 AND (start >= ?1 - ${LONG_SPAN_MS} OR ms >= ${LONG_SPAN_MS})`;
const SPAN_REACHES_OVER = `${SPAN_REACHES_IN} AND start + ms > ?2`;
/** The number that the later part of a span gets which reaches over both ends. */
const NUMBER_OF_REST = '(SELECT next_span FROM counter) - 1 + row_number() OVER (ORDER BY start, id)';

/** What is left of a span stays corrected. To be done while the spans are still whole. */
function correctionRangeSteps(step: Make): Step[] {
  return [
    step(`INSERT INTO correction (start, span, at, hidden, project, item)
      SELECT ?2, part.rest, c.at, c.hidden, c.project, c.item
      FROM (SELECT start, id, ${NUMBER_OF_REST} AS rest FROM span WHERE ${SPAN_REACHES_OVER}) part
        JOIN correction c ON c.start = part.start AND c.span = part.id`),
    step(`UPDATE correction SET start = ?2 WHERE start >= ?1 AND start < ?2 AND EXISTS (
      SELECT 1 FROM span WHERE span.start = correction.start AND span.id = correction.span AND span.start + span.ms > ?2)`),
    step('DELETE FROM correction WHERE start >= ?1 AND start < ?2'),
    step('UPDATE correction SET at = ?2 WHERE at >= ?1 AND at < ?2'),
  ];
}

/** A part of a span keeps its share of the counts. Where in it the pauses were is not kept. */
function spanRangeSteps(step: Make): Step[] {
  const counts = ['edits', 'inserted', 'deleted'];
  const share = (ms: string) => counts.map(name => `${name} = ${partOf(name, ms)}`).join(', ');
  const columns = 'window, activity, project, file, language, branch, offset';
  const rest = 'start + ms - ?2';
  return [
    // One that reaches over both ends becomes two; the later part gets a number of its own.
    step(`INSERT INTO span (start, id, ms, ${columns}, ${counts.join(', ')}, lulls)
      SELECT ?2, ${NUMBER_OF_REST}, ${rest}, ${columns},
        ${counts.map(name => partOf(name, rest)).join(', ')}, NULL
      FROM span WHERE ${SPAN_REACHES_OVER}`),
    { sql: 'UPDATE counter SET next_span = max(next_span, 1 + coalesce((SELECT max(id) FROM span), 0))' },
    step(
      `UPDATE span SET ${share('?1 - start')}, ms = ?1 - start, lulls = NULL WHERE ${SPAN_REACHES_IN} AND ?2 = ?2`,
    ),
    step(`UPDATE span SET ${share(rest)}, ms = ${rest}, start = ?2, lulls = NULL
      WHERE start >= ?1 AND start < ?2 AND start + ms > ?2`),
    step('DELETE FROM span WHERE start >= ?1 AND start < ?2'),
  ];
}

/** Values that are bound may come as floating point, which a column of whole numbers does not take. */
function partOf(count: string, ms: string): string {
  return `CAST(${count} * (${ms}) / max(ms, 1) AS INTEGER)`;
}

function awayRangeSteps(step: Make): Step[] {
  const columns = 'window, project, branch, file, kind';
  const reachesIn = `start < ?1 AND until > ?1 AND (start >= ?1 - ${LONG_AWAY_MS} OR until - start >= ${LONG_AWAY_MS})`;
  return [
    step(`INSERT INTO away (id, at, start, until, ${columns})
      SELECT (SELECT next_fact FROM counter) - 1 + row_number() OVER (ORDER BY at, id), at, ?2, until, ${columns}
      FROM away WHERE ${reachesIn} AND until > ?2`),
    { sql: 'UPDATE counter SET next_fact = max(next_fact, 1 + coalesce((SELECT max(id) FROM away), 0))' },
    step(`UPDATE away SET until = ?1 WHERE ${reachesIn} AND ?2 = ?2`),
    step('UPDATE away SET start = ?2 WHERE start >= ?1 AND start < ?2 AND until > ?2'),
    step('DELETE FROM away WHERE start >= ?1 AND until <= ?2'),
    // When it was said only tells which of two names holds.
    step('UPDATE away SET at = ?2, project = 0, branch = 0, file = 0 WHERE at >= ?1 AND at < ?2'),
  ];
}

function suspendRangeSteps(step: Make): Step[] {
  return [
    step('DELETE FROM suspend WHERE since >= ?1 AND at <= ?2'),
    step('UPDATE suspend SET at = ?1 WHERE since < ?1 AND at >= ?1 AND at <= ?2'),
    step('UPDATE suspend SET since = ?2 WHERE since >= ?1 AND since < ?2 AND at > ?2'),
  ];
}

function projectSteps(name: string): Step[] {
  const step = (sql: string): Step => ({ sql, values: [name] });
  const id = '(SELECT id FROM project WHERE name = ?1)';
  const isFile = `(SELECT id FROM file WHERE project = ${id})`;
  const placeless = 'project = 0, branch = 0, file = 0';
  const ofTask = '(SELECT id FROM task WHERE project = ?1)';
  return [
    step(NUDGES_OF_PROJECT),
    ...rollupSteps(
      `EXISTS (SELECT 1 FROM span WHERE project = ${id} AND start <= reach_until
         AND start >= reach_start - ${LONG_SPAN_MS})
       OR EXISTS (SELECT 1 FROM span WHERE project = ${id} AND ms >= ${LONG_SPAN_MS} AND start < reach_start
         AND start + ms >= reach_start)
       OR EXISTS (SELECT 1 FROM event WHERE project = ${id} AND run IS NOT NULL
         AND at BETWEEN reach_start - ${LONG_RUN_MS} AND reach_until + ${LONG_RUN_MS})
       OR EXISTS (SELECT 1 FROM long_run WHERE start <= reach_until AND until >= reach_start)
       OR date IN (SELECT date FROM file_share WHERE file IN ${isFile})
       OR date IN (SELECT date FROM share WHERE project = ${id} OR item IN (SELECT id FROM item WHERE name IN ${ofTask}))
       OR date IN (SELECT date FROM block WHERE project = ${id})`,
      [name],
    ),
    step(`DELETE FROM span WHERE project = ${id} OR file IN ${isFile} OR EXISTS (
      SELECT 1 FROM correction WHERE correction.start = span.start AND correction.span = span.id AND correction.project = ${id})`),
    step(`UPDATE correction SET item = NULL WHERE item IN (SELECT id FROM item WHERE name IN ${ofTask})`),
    { sql: USELESS_CORRECTIONS },
    step(`DELETE FROM tally WHERE file IN ${isFile}`),
    step(`DELETE FROM event WHERE kind = 'queue' AND detail ->> '$.item' IN ${ofTask}`),
    step(`DELETE FROM long_run WHERE EXISTS (SELECT 1 FROM event WHERE run IS NOT NULL AND project = ${id}
      AND at IN (long_run.start, long_run.until))`),
    step(`DELETE FROM event WHERE kind = 'git' AND detail ->> '$.repo' = ?1`),
    step(`DELETE FROM event WHERE kind NOT IN ('queue', 'focus') AND (project = ${id} OR file IN ${isFile})`),
    ...['event', 'away', 'suspend'].map(table =>
      step(`UPDATE ${table} SET ${placeless} WHERE project = ${id} OR file IN ${isFile}`),
    ),
    step(`UPDATE session SET item = NULL, intention = '', word = '' WHERE item IN ${ofTask}`),
    step('DELETE FROM task WHERE project = ?1'),
    step(`DELETE FROM file WHERE project = ${id}`),
    step('DELETE FROM project WHERE name = ?1'),
  ];
}

/** Ends in an opening bracket, so that there is one. */
const MEASURE = `(evidence ->> '$.measure' || ' (')`;

/**
 * What a nudge was about, and what the rule was narrowed to, which stands in brackets after the measure. Where it is damaged it
 * may have named anything.
 */
const NUDGE_NAMES = `CASE WHEN json_valid(evidence)
    THEN coalesce(evidence ->> '$.group', '') || substr(${MEASURE}, instr(${MEASURE}, ' ('))
    ELSE ?1 END`;

/**
 * Nudges that name the project, a file or an item of it, or a branch that was ever seen in it. A name within another one counts too:
 * rather a suggestion too many is forgotten than one too few.
 */
const NUDGES_OF_PROJECT = `DELETE FROM nudge WHERE (
    instr(${NUDGE_NAMES}, ?1) > 0
    OR EXISTS (SELECT 1 FROM task WHERE task.project = ?1 AND instr(${NUDGE_NAMES}, task.key) > 0)
    OR EXISTS (SELECT 1 FROM branch WHERE instr(${NUDGE_NAMES}, branch.name) > 0 AND branch.id IN (
      SELECT branch FROM span WHERE project = (SELECT id FROM project WHERE name = ?1)
      UNION SELECT branch FROM event WHERE project = (SELECT id FROM project WHERE name = ?1))))`;

/** Of a span that is gone, or that say nothing any more. */
const USELESS_CORRECTIONS = `DELETE FROM correction
  WHERE (hidden = 0 AND project IS NULL AND item IS NULL)
    OR NOT EXISTS (SELECT 1 FROM span WHERE span.start = correction.start AND span.id = correction.span)`;

/** Rollups are not only marked: what they add up is to be gone. */
function rollupSteps(isConcerned: string, values: NonNullable<Step['values']>): Step[] {
  return [
    { sql: 'CREATE TEMP TABLE IF NOT EXISTS concerned (date INTEGER PRIMARY KEY)' },
    { sql: `INSERT INTO concerned SELECT date FROM day WHERE ${isConcerned}`, values },
    ...['share', 'file_share', 'block', 'day'].map(table => ({
      sql: `DELETE FROM ${table} WHERE date IN (SELECT date FROM concerned)`,
    })),
    { sql: 'DELETE FROM concerned' },
  ];
}

/** Every column that holds the number of a name, by the table of the names. */
const HOLDERS: { readonly [names: string]: readonly (readonly [table: string, column: string])[] } = {
  file: [...columns('file', 'span', 'event', 'away', 'suspend', 'tally', 'file_share')],
  project: [
    ...columns('project', 'span', 'event', 'away', 'suspend', 'file', 'share', 'block', 'correction'),
  ],
  branch: [...columns('branch', 'span', 'event', 'away', 'suspend', 'tally', 'share', 'block')],
  language: [...columns('language', 'span', 'tally', 'share')],
  window: [...columns('window', 'span', 'event', 'away', 'suspend', 'tally')],
  item: [...columns('item', 'share', 'block', 'correction')],
};

function columns(column: string, ...tables: string[]): (readonly [string, string])[] {
  return tables.map(table => [table, column]);
}

/** Files before projects, which they speak of. */
const ORPHANS: readonly Step[] = Object.entries(HOLDERS).map(([names, holders]) => {
  const held = holders.map(([table, column]) => `SELECT ${column} FROM ${table}`).join(' UNION ALL ');
  return { sql: `DELETE FROM ${names} WHERE id NOT IN (${held})` };
});
