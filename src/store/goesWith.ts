import type { Interval } from '../core/activity/interval.ts';
import { LONG_SPAN_MS } from './spans.ts';
import { inThread, type Step } from './thread.ts';

/** What goes when something is forgotten, counted beforehand. */
export interface WhatGoes {
  readonly spans: number;
  /** Items of the queue. */
  readonly items: number;
  readonly sessions: number;
  readonly checkIns: number;
}

/** Counts what goes with a time. Reads in a thread of its own; rejects with a `StoreError`. */
export function goesWithTime(path: string, { start, end }: Interval): Promise<WhatGoes> {
  const reachesIn = `start < ?1 AND start + ms > ?1 AND (start >= ?1 - ${LONG_SPAN_MS} OR ms >= ${LONG_SPAN_MS})`;
  return count(path, {
    sql: `SELECT
      (SELECT count(*) FROM span WHERE (start >= ?1 AND start < ?2) OR (${reachesIn})) AS spans,
      0 AS items,
      (SELECT count(*) FROM session WHERE started_at >= ?1 AND started_at < ?2 AND kind <> 'break') AS sessions,
      (SELECT count(*) FROM check_in WHERE at >= ?1 AND at < ?2) AS checkIns`,
    values: [start, end],
  });
}

/** Counts what goes with a project, by its name. Reads in a thread of its own; rejects with a `StoreError`. */
export function goesWithProject(path: string, name: string): Promise<WhatGoes> {
  return count(path, {
    sql: `SELECT
      (SELECT count(*) FROM span WHERE project = (SELECT id FROM project WHERE name = ?1)) AS spans,
      (SELECT count(*) FROM task WHERE project = ?1) AS items,
      0 AS sessions,
      0 AS checkIns`,
    values: [name],
  });
}

async function count(path: string, step: Step): Promise<WhatGoes> {
  const { rows } = await inThread({ path, steps: [step] });
  const [row = {}] = rows;
  const number = (name: string) => Number(row[name] ?? 0);
  return {
    spans: number('spans'),
    items: number('items'),
    sessions: number('sessions'),
    checkIns: number('checkIns'),
  };
}

/** A project that the record speaks of. */
export interface ProjectInRecord {
  readonly name: string;
  /** Active time on the days that are sealed: all but today, and days that are not rolled up yet. */
  readonly sealedMs: number;
}

/** Every project whose name stands in the record. Reads in a thread of its own; rejects with a `StoreError`. */
export async function projectsIn(path: string): Promise<ProjectInRecord[]> {
  const sql = `SELECT name, max(ms) AS ms FROM (
      SELECT project.name, coalesce(sealed.ms, 0) AS ms
      FROM project LEFT JOIN (SELECT project, sum(ms) AS ms FROM share GROUP BY project) AS sealed ON sealed.project = project.id
      UNION ALL
      SELECT project, 0 FROM task WHERE project IS NOT NULL)
    GROUP BY name ORDER BY name`;
  const { rows } = await inThread({ path, steps: [{ sql }] });
  return rows.map(row => ({ name: String(row['name']), sealedMs: Number(row['ms']) }));
}
