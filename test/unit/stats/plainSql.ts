/**
 * The definitions of the design, section 3, once more in plain SQL over the rows of the record: spans, named times, suspends,
 * events, tallies, tasks. No rollup and no code of `src/` has a part in it. Each step is a temporary table made of those
 * before it; `figure`, `share` and `deep_hour` are what the views are held against.
 */
export interface SqlOptions {
  /** ISO date of the first day, and how many there are. */
  readonly first: string;
  readonly days: number;
  /** The days until whose midnight local time is two hours ahead of UTC; after them one. */
  readonly summerUntil: string;
  readonly idleMs: number;
  readonly deepMs: number;
}

export function plainSql({ first, days, summerUntil, idleMs, deepMs }: SqlOptions): string {
  return `
PRAGMA temp_store = MEMORY;

-- Local days: from midnight to midnight.
CREATE TEMP TABLE day_bound AS
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i <= ${days}),
midnight AS (
  SELECT date('${first}', i || ' days') AS date,
    unixepoch('${first}', i || ' days') * 1000
      - iif(date('${first}', i || ' days') <= '${summerUntil}', 2, 1) * 3600000 AS start
  FROM n)
SELECT date, start, lead(start) OVER (ORDER BY start) AS until,
  date(date, 'weekday 0', '-6 days') AS monday, (strftime('%w', date) + 6) % 7 AS weekday
FROM midnight;
DELETE FROM day_bound WHERE until IS NULL;
CREATE UNIQUE INDEX day_bound_start ON day_bound (start);

CREATE TEMP TABLE s AS SELECT start, id, start + ms AS until FROM main.span;
CREATE UNIQUE INDEX s_start ON s (start, id);
CREATE TEMP TABLE longest AS
SELECT (SELECT max(ms) FROM main.span) AS span, (SELECT max(until - start) FROM main.away) AS away,
  (SELECT max(at - since) FROM main.suspend) AS suspend;

-- The gap rule: a gap between the end of everything so far and the next span, if it is short enough.
CREATE TEMP TABLE gap AS
WITH ordered AS (
  SELECT start AS until,
    max(until) OVER (ORDER BY start, id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS start
  FROM s)
SELECT start, until,
  (SELECT s.id FROM s, longest WHERE s.until = ordered.start AND s.start BETWEEN ordered.start - longest.span AND ordered.start
   ORDER BY s.start DESC, s.id DESC LIMIT 1) AS span
FROM ordered WHERE start < until AND until - start <= ${idleMs};
CREATE UNIQUE INDEX gap_start ON gap (start);

-- Every instant at which anything begins or ends; between two of them nothing changes.
CREATE TEMP TABLE segment AS
WITH instant(at) AS (
  SELECT start FROM s UNION SELECT until FROM s
  UNION SELECT since FROM main.suspend UNION SELECT at FROM main.suspend
  UNION SELECT start FROM main.away UNION SELECT until FROM main.away
  UNION SELECT at FROM main.event WHERE kind = 'queue'
  UNION SELECT start FROM day_bound UNION SELECT until FROM day_bound),
between_two AS (SELECT at AS start, lead(at) OVER (ORDER BY at) AS until FROM instant)
SELECT start, until,
  -- An instant covered by two spans belongs to the one that began last.
  (SELECT s.id FROM s, longest
   WHERE s.start BETWEEN b.start - longest.span AND b.start AND s.until >= b.until
   ORDER BY s.start DESC, s.id DESC LIMIT 1) AS span,
  -- Where two named times overlap, the one said later holds; it may take a name back.
  (SELECT nullif(a.kind, 'none') FROM main.away a, longest
   WHERE a.start BETWEEN b.start - longest.away AND b.start AND a.until >= b.until
   ORDER BY a.at DESC, a.id DESC LIMIT 1) AS named,
  (SELECT g.span FROM gap g WHERE g.start BETWEEN b.start - ${idleMs} AND b.start AND g.until >= b.until) AS gap_span,
  EXISTS (SELECT 1 FROM main.suspend u, longest
   WHERE u.at BETWEEN b.until AND b.until + longest.suspend AND u.since <= b.start) AS is_asleep
FROM between_two b WHERE until IS NOT NULL;

-- The item that was started last, unless it was stopped since.
CREATE TEMP TABLE queue_event AS
SELECT at, id, detail ->> 'item' AS item, detail ->> 'phase' AS phase FROM main.event WHERE kind = 'queue';
CREATE INDEX queue_event_at ON queue_event (phase, at, id);
CREATE TEMP TABLE in_work AS
SELECT b.at, b.id, b.item, (SELECT min(e.at) FROM queue_event e
    WHERE e.phase = 'stop' AND (e.at, e.id) > (b.at, b.id) AND e.item = b.item) AS stopped
FROM queue_event b WHERE b.phase = 'start';
CREATE INDEX in_work_at ON in_work (at, id);

-- What each time was: a span's own comes first, then named time, then the gap rule, except where the machine slept.
CREATE TEMP TABLE laid AS
SELECT g.start, g.until, d.date,
  coalesce(g.span, iif(g.named IS NULL AND NOT g.is_asleep, g.gap_span, NULL)) AS span,
  iif(g.span IS NULL, g.named, NULL) AS named,
  (SELECT iif(w.stopped <= g.start, NULL, w.item) FROM in_work w WHERE w.at <= g.start
   ORDER BY w.at DESC, w.id DESC LIMIT 1) AS item
FROM segment g JOIN day_bound d ON d.start = (SELECT max(start) FROM day_bound WHERE start <= g.start);

CREATE TEMP TABLE active AS
SELECT l.start, l.until, l.date, l.item, span.project, span.language, span.branch, span.activity
FROM laid l JOIN main.span ON span.id = l.span;
CREATE UNIQUE INDEX active_start ON active (start);

-- Runs as they are: consecutive active time of one project and item.
CREATE TEMP TABLE raw_run AS
WITH marked AS (
  SELECT *, NOT (lag(until) OVER w IS start AND lag(project) OVER w IS project AND lag(item) OVER w IS item) AS is_first
  FROM active WINDOW w AS (ORDER BY start)),
numbered AS (SELECT *, sum(is_first) OVER (ORDER BY start) AS run FROM marked)
SELECT min(start) AS start, max(until) AS until, min(project) AS project, min(item) AS item FROM numbered GROUP BY run;

-- One under 10 s joins the one before it that it adjoins: it takes the work of the last one that stands by itself.
CREATE TEMP TABLE run AS
WITH marked AS (
  SELECT *, NOT (lag(until) OVER (ORDER BY start) IS start) OR until - start >= 10000 AS stands FROM raw_run),
joined AS (SELECT *, sum(stands) OVER (ORDER BY start) AS head FROM marked),
headed AS (
  SELECT start, until, first_value(project) OVER w AS project, first_value(item) OVER w AS item
  FROM joined WINDOW w AS (PARTITION BY head ORDER BY start)),
edged AS (
  SELECT *, NOT (lag(until) OVER w IS start AND lag(project) OVER w IS project AND lag(item) OVER w IS item) AS is_first
  FROM headed WINDOW w AS (ORDER BY start)),
numbered AS (SELECT *, sum(is_first) OVER (ORDER BY start) AS run FROM edged)
SELECT min(start) AS start, max(until) AS until, min(project) AS project, min(item) AS item FROM numbered GROUP BY run;

-- Where attention held: active, thinking and reading time without anything between.
CREATE TEMP TABLE connected AS
WITH kept AS (SELECT * FROM laid WHERE span IS NOT NULL OR named IN ('thinking', 'reading')),
marked AS (SELECT *, NOT (lag(until) OVER (ORDER BY start) IS start) AS is_first FROM kept)
SELECT start, until, date, span, sum(is_first) OVER (ORDER BY start) AS island FROM marked;
CREATE UNIQUE INDEX connected_start ON connected (start);

-- A switch: another run than the one before, across nothing but thinking and reading.
CREATE TEMP TABLE switch AS
WITH placed AS (
  SELECT r.start, r.project, r.item, (SELECT c.island FROM connected c WHERE c.start = r.start) AS island FROM run r),
compared AS (
  SELECT *, lag(island) OVER w AS island_before, lag(project) OVER w AS project_before, lag(item) OVER w AS item_before
  FROM placed WINDOW w AS (ORDER BY start))
SELECT start AS at, island FROM compared
WHERE island = island_before AND NOT (project IS project_before AND item IS item_before);
CREATE UNIQUE INDEX switch_at ON switch (at);

-- Blocks: connected time between two switches, clipped to days, with active time in it.
CREATE TEMP TABLE block AS
WITH cut AS (SELECT c.*, (SELECT count(*) FROM switch w WHERE w.at <= c.start) AS part FROM connected c)
SELECT date, min(start) AS start, max(until) AS until, sum(iif(span IS NULL, 0, until - start)) AS active_ms
FROM cut GROUP BY date, island, part HAVING active_ms > 0;

-- Builds and tests in the foreground, from those whose start and end are known.
CREATE TEMP TABLE build AS
WITH told AS (
  SELECT at, id, detail ->> 'phase' AS phase,
    lag(detail ->> 'phase') OVER w AS phase_before, lag(at) OVER w AS start
  FROM main.event
  WHERE (kind = 'task' AND NOT detail ->> 'background' AND detail ->> 'group' IN ('build', 'test'))
    OR (kind = 'terminal' AND detail ->> 'class' IN ('build', 'test'))
  WINDOW w AS (PARTITION BY window, kind, detail ->> 'id' ORDER BY at, id)),
ran AS (SELECT start, at AS until FROM told WHERE phase = 'end' AND phase_before = 'start' AND at > start),
marked AS (
  SELECT *, start > coalesce(max(until) OVER (ORDER BY start, until ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)
    AS is_first FROM ran),
numbered AS (SELECT *, sum(is_first) OVER (ORDER BY start, until) AS build FROM marked)
SELECT min(start) AS start, max(until) AS until FROM numbered GROUP BY build;

-- Pauses between signs of a person: outside of spans, and inside them where they were noted.
CREATE TEMP TABLE pause AS
WITH lull AS (
  SELECT span.start, span.id, key / 2 AS n, min(value) + span.start AS since, max(value) + span.start AS until
  FROM main.span, json_each('[' || replace(lulls, ' ', ',') || ']') WHERE lulls IS NOT NULL GROUP BY span.start, span.id, n),
busy AS (
  SELECT s.start, coalesce((SELECT min(since) FROM lull l WHERE l.start = s.start AND l.id = s.id), s.until) AS until FROM s
  UNION ALL
  SELECT l.until, coalesce(
    (SELECT min(m.since) FROM lull m WHERE m.start = l.start AND m.id = l.id AND m.n = l.n + 1),
    (SELECT s.until FROM s WHERE s.start = l.start AND s.id = l.id)) FROM lull l),
ordered AS (
  SELECT start AS until,
    max(until) OVER (ORDER BY start, until ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS start
  FROM busy)
SELECT start, until FROM ordered WHERE start < until;
CREATE INDEX pause_start ON pause (start);

-- Waiting: a pause cut to a build, if it lasts 15 s, at most as long as the idle rule says.
CREATE TEMP TABLE wait AS
WITH cut AS (
  SELECT max(p.start, b.start) AS start, min(p.until, b.until) AS until
  FROM build b JOIN pause p ON p.start < b.until AND p.until > b.start)
SELECT start, min(until, start + ${idleMs}) AS until FROM cut WHERE until - start >= 15000;

-- Commits: each hash of a repository once, when it was first told.
CREATE TEMP TABLE commit_made AS
SELECT min(at) AS at FROM main.event WHERE kind = 'git' AND detail ->> 'event' = 'commit'
GROUP BY detail ->> 'repo', detail ->> 'hash';

CREATE TEMP TABLE exploration AS
SELECT id FROM main.task WHERE EXISTS (SELECT 1 FROM json_each(labels) WHERE value = 'exploration');

-- The figures of each day.
CREATE TEMP TABLE figure AS
SELECT d.date, d.monday, d.weekday,
  (SELECT coalesce(sum(until - start), 0) FROM active a WHERE a.date = d.date) AS active_ms,
  (SELECT coalesce(sum(until - start), 0) FROM block b WHERE b.date = d.date AND until - start >= ${deepMs}) AS deep_ms,
  (SELECT coalesce(sum(active_ms), 0) FROM (
     SELECT active_ms FROM block b WHERE b.date = d.date ORDER BY until - start DESC, start LIMIT 3)) AS longest_ms,
  (SELECT coalesce(sum(until - start), 0) FROM active a
   WHERE a.date = d.date AND a.item IN (SELECT id FROM exploration)) AS exploration_ms,
  (SELECT coalesce(sum(until - start), 0) FROM laid l WHERE l.date = d.date AND l.span IS NULL AND l.named IS NULL
     AND l.start > (SELECT min(start) FROM active a WHERE a.date = d.date)
     AND l.start < (SELECT max(start) FROM active a WHERE a.date = d.date)) AS idle_ms,
  (SELECT coalesce(sum(until - start), 0) FROM laid l
   WHERE l.date = d.date AND named IN ('reading', 'thinking', 'meeting')) AS away_ms,
  (SELECT coalesce(sum(min(w.until, d.until) - max(w.start, d.start)), 0) FROM wait w
   WHERE w.start < d.until AND w.until > d.start) AS waiting_ms,
  (SELECT count(*) FROM switch w WHERE w.at >= d.start AND w.at < d.until) AS switches,
  (SELECT coalesce(sum(typed + bulk + program + undo), 0) FROM main.tally t
   WHERE t.slot * 300000 >= d.start AND t.slot * 300000 < d.until) AS edits,
  (SELECT count(*) FROM main.task t WHERE state = 'done' AND closed_at >= d.start AND closed_at < d.until) AS done,
  (SELECT count(*) FROM commit_made c WHERE c.at >= d.start AND c.at < d.until) AS commits,
  EXISTS (SELECT 1 FROM laid l WHERE l.date = d.date AND (span IS NOT NULL OR named IS NOT NULL))
    OR EXISTS (SELECT 1 FROM main.tally t WHERE t.slot * 300000 >= d.start AND t.slot * 300000 < d.until) AS is_listed
FROM day_bound d;
CREATE UNIQUE INDEX figure_date ON figure (date);
CREATE INDEX figure_monday ON figure (monday);

-- Active time by what it was spent on. No name: NULL.
CREATE TEMP TABLE share_of AS
SELECT a.date, 'project' AS by, project.name AS name, sum(until - start) AS ms
FROM active a LEFT JOIN main.project ON project.id = a.project GROUP BY a.date, a.project
UNION ALL SELECT a.date, 'branch', branch.name, sum(until - start)
FROM active a LEFT JOIN main.branch ON branch.id = a.branch GROUP BY a.date, a.branch
UNION ALL SELECT a.date, 'language', language.name, sum(until - start)
FROM active a LEFT JOIN main.language ON language.id = a.language GROUP BY a.date, a.language
UNION ALL SELECT a.date, 'activity', activity.name, sum(until - start)
FROM active a JOIN main.activity ON activity.id = a.activity GROUP BY a.date, a.activity
UNION ALL SELECT a.date, 'item', iif(a.item IS NULL, NULL, coalesce(task.key || ' ' || task.title, a.item)), sum(until - start)
FROM active a LEFT JOIN main.task ON task.id = a.item GROUP BY a.date, a.item;

-- Deep blocks by the hour of the clock on the wall: every hour that a block touches.
CREATE TEMP TABLE deep_hour AS
WITH RECURSIVE hour(date, start, until, block_until) AS (
  SELECT date, start, min(until, (start / 3600000 + 1) * 3600000), until FROM block WHERE until - start >= ${deepMs}
  UNION ALL SELECT date, until, min(block_until, until + 3600000), block_until FROM hour WHERE until < block_until)
SELECT h.date, d.weekday,
  (h.start / 3600000 + iif(h.start < unixepoch('${summerUntil} 01:00') * 1000, 2, 1)) % 24 AS hour, sum(h.until - h.start) AS ms
FROM hour h JOIN day_bound d USING (date) GROUP BY 1, 2, 3;

-- What days and weeks show; a rate or a share only from ten minutes of active time on.
CREATE TEMP VIEW shown AS
SELECT *, iif(active_ms < 600000, NULL, 1 - 1.0 * longest_ms / active_ms) AS fragmentation,
  iif(active_ms < 600000, NULL, 3600000.0 * switches / active_ms) AS switches_an_hour,
  iif(active_ms < 600000, NULL, 1.0 * exploration_ms / active_ms) AS exploration FROM figure;

CREATE TEMP TABLE week_figure AS
SELECT monday, sum(active_ms) AS active_ms, sum(deep_ms) AS deep_ms, sum(longest_ms) AS longest_ms, sum(switches) AS switches,
  sum(exploration_ms) AS exploration_ms, sum(waiting_ms) AS waiting_ms, sum(done) AS done, sum(commits) AS commits,
  max(is_listed) AS is_listed,
  -- The mean of the days' fragmentation, each day weighing as much as its active time.
  iif(sum(active_ms) < 600000, NULL,
    sum(iif(active_ms = 0, 0, active_ms * (1 - 1.0 * longest_ms / active_ms))) / sum(active_ms)) AS fragmentation
FROM figure GROUP BY monday;
CREATE TEMP VIEW week_shown AS
SELECT *, iif(active_ms < 600000, NULL, 3600000.0 * switches / active_ms) AS switches_an_hour,
  iif(active_ms < 600000, NULL, 1.0 * exploration_ms / active_ms) AS exploration FROM week_figure;

-- The values that usual is told from: of the eight weeks before each week, those with any record.
CREATE TEMP TABLE past_week AS
SELECT w.monday, p.monday AS past FROM week_figure w
  JOIN week_figure p ON p.monday < w.monday AND p.monday >= date(w.monday, '-56 days') AND p.is_listed;
`;
}

/** What a day's number is called in `shown`. */
export const DAY_COLUMNS = {
  active: 'active_ms',
  deep: 'deep_ms',
  switches: 'switches',
  fragmentation: 'fragmentation',
  waiting: 'waiting_ms',
  away: 'away_ms',
  idle: 'idle_ms',
  done: 'done',
  commits: 'commits',
  exploration: 'exploration',
  edits: 'edits',
} as const;

/** What a week's number is called in `week_shown`. */
export const WEEK_COLUMNS = {
  deep: 'deep_ms',
  active: 'active_ms',
  fragmentation: 'fragmentation',
  switches: 'switches_an_hour',
  waiting: 'waiting_ms',
  done: 'done',
  commits: 'commits',
  exploration: 'exploration',
} as const;

/**
 * The 25th and 75th percentile of a column over past weeks, in a straight line between neighbours; no row where fewer than four
 * say anything. Takes a week's Monday; of a weekday, that too.
 */
export function usualOfWeek(column: string): string {
  return band(
    `SELECT ${column} AS value FROM past_week p JOIN week_shown w ON w.monday = p.past WHERE p.monday = ?1`,
  );
}

export function usualOfDay(column: string): string {
  return band(
    `SELECT ${column} AS value FROM past_week p JOIN shown f ON f.monday = p.past WHERE p.monday = ?1 AND f.weekday = ?2`,
  );
}

function band(values: string): string {
  const percentile = (p: number) => `
    (SELECT below.value + (above.value - below.value) * ((n - 1) * ${p} - below.place)
     FROM ranked below, ranked above
     WHERE below.place = cast((n - 1) * ${p} AS INTEGER) AND above.place = min(n - 1, below.place + 1))`;
  return `
    WITH known AS (SELECT value FROM (${values}) WHERE value IS NOT NULL),
    ranked AS (SELECT value, row_number() OVER (ORDER BY value) - 1 AS place FROM known),
    counted AS (SELECT count(*) AS n FROM known)
    SELECT ${percentile(0.25)} AS low, ${percentile(0.75)} AS high FROM counted WHERE n >= 4`;
}
