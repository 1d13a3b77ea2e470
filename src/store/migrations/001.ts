/**
 * The first schema. Its comments stay in the database, so that `.schema` explains it to whoever opens the file.
 *
 * Rows of one process cost little: names are kept once, times are epoch milliseconds, and a span is clustered by its start.
 */
export const MIGRATION_001 = `
-- Names, kept once and referred to by number; 0 means none. Numbers are never given twice, so that a window that still
-- remembers one cannot take it for another's.
CREATE TABLE project  (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE language (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE branch   (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE item     (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE window   (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE file (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  project INTEGER NOT NULL, -- project.id, 0: outside every folder
  path    TEXT NOT NULL,    -- relative to its workspace folder
  UNIQUE (project, path)
) STRICT;

-- What the numbers in span.activity and share.activity mean. Only ever appended to.
CREATE TABLE activity (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
INSERT INTO activity VALUES
  (0, 'coding'), (1, 'reading'), (2, 'reviewing'), (3, 'debugging'), (4, 'building'), (5, 'testing'), (6, 'terminal');

-- One row. Advanced inside the transaction that uses it, by whichever window writes.
CREATE TABLE counter (
  one        INTEGER PRIMARY KEY CHECK (one = 1),
  next_span  INTEGER NOT NULL, -- span.id
  next_fact  INTEGER NOT NULL, -- event.id, away.id, suspend.id
  generation INTEGER NOT NULL, -- rises when something is erased, so that other windows drop what they remember
  opened     INTEGER NOT NULL  -- rises at every opening, which proves that the file can be written
) STRICT;
INSERT INTO counter VALUES (1, 1, 1, 1, 0);

-- What all windows have to know of the recording itself.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- [start, start + ms) of one activity on one document (or none) and branch, in one window.
-- A row only grows (ms, counts, lulls) until the span is closed; then it never changes.
CREATE TABLE span (
  start    INTEGER NOT NULL, -- epoch milliseconds
  id       INTEGER NOT NULL, -- in the order of writing, over all windows
  ms       INTEGER NOT NULL, -- length; 0 for a lone signal
  window   INTEGER NOT NULL,
  activity INTEGER NOT NULL,
  project  INTEGER NOT NULL,
  file     INTEGER NOT NULL, -- 0: no document
  language INTEGER NOT NULL,
  branch   INTEGER NOT NULL,
  offset   INTEGER NOT NULL, -- minutes east of UTC at start
  edits    INTEGER NOT NULL, -- edit signals
  inserted INTEGER NOT NULL, -- characters
  deleted  INTEGER NOT NULL, -- characters
  lulls    TEXT,             -- pauses of 15 s and more inside: start and end in turn, milliseconds after start
  PRIMARY KEY (start, id)
) STRICT, WITHOUT ROWID;
-- Spans are looked up by their start; the few that are longer than an hour are found here.
CREATE INDEX span_long ON span (start) WHERE ms >= 3600000;

-- Facts that are not time at work.
CREATE TABLE event (
  id      INTEGER PRIMARY KEY, -- in the order of writing, over all windows
  at      INTEGER NOT NULL,    -- epoch milliseconds
  window  INTEGER NOT NULL,
  kind    TEXT NOT NULL,
  project INTEGER NOT NULL,
  branch  INTEGER NOT NULL,
  file    INTEGER NOT NULL,
  run     TEXT,                -- of a build or test that one waits for: its id, which its start and end share
  detail  TEXT NOT NULL        -- JSON, by kind
) STRICT;
CREATE INDEX event_at ON event (at);
CREATE INDEX event_queue ON event (at) WHERE kind = 'queue';
CREATE INDEX event_run_at ON event (at) WHERE run IS NOT NULL;
CREATE INDEX event_run ON event (run, at) WHERE run IS NOT NULL;

-- Builds and tests that ran for more than an hour: they are looked up by their range.
CREATE TABLE long_run (start INTEGER NOT NULL, until INTEGER NOT NULL, PRIMARY KEY (start, until)) STRICT, WITHOUT ROWID;

-- Time away that the developer named; where two overlap, the one said later (at, then id) holds.
CREATE TABLE away (
  id      INTEGER PRIMARY KEY,
  at      INTEGER NOT NULL, -- when it was said
  window  INTEGER NOT NULL,
  project INTEGER NOT NULL,
  branch  INTEGER NOT NULL,
  file    INTEGER NOT NULL,
  start   INTEGER NOT NULL,
  until   INTEGER NOT NULL,
  kind    TEXT NOT NULL     -- reading, thinking, meeting, break or discard
) STRICT;
CREATE INDEX away_start ON away (start, until);
CREATE INDEX away_at ON away (at);
CREATE INDEX away_long ON away (start, until) WHERE until - start >= 86400000;

-- The machine slept between two ticks of a window.
CREATE TABLE suspend (
  id      INTEGER PRIMARY KEY,
  at      INTEGER NOT NULL, -- the tick after it
  since   INTEGER NOT NULL, -- the tick before it
  window  INTEGER NOT NULL,
  project INTEGER NOT NULL,
  branch  INTEGER NOT NULL,
  file    INTEGER NOT NULL
) STRICT;
CREATE INDEX suspend_at ON suspend (at, since);
CREATE INDEX suspend_long ON suspend (at, since) WHERE at - since >= 86400000;

-- Edit signals of one document in one window within five minutes, focused or not.
CREATE TABLE tally (
  slot     INTEGER NOT NULL, -- epoch milliseconds / 300000
  window   INTEGER NOT NULL,
  file     INTEGER NOT NULL,
  language INTEGER NOT NULL,
  branch   INTEGER NOT NULL,
  typed    INTEGER NOT NULL,
  bulk     INTEGER NOT NULL,
  program  INTEGER NOT NULL,
  undo     INTEGER NOT NULL,
  inserted INTEGER NOT NULL, -- characters
  deleted  INTEGER NOT NULL, -- characters
  PRIMARY KEY (slot, window, file, language, branch)
) STRICT, WITHOUT ROWID;

-- Rollups. All of them are computed from the rows above when a day is over, and can be computed again.
CREATE TABLE day (
  date          INTEGER PRIMARY KEY, -- 20261122
  start         INTEGER NOT NULL,    -- local midnight, epoch milliseconds
  until         INTEGER NOT NULL,    -- the next
  is_listed     INTEGER NOT NULL,    -- 0: nothing happened
  active_ms     INTEGER NOT NULL,
  gap_ms        INTEGER NOT NULL,    -- the part of active_ms between spans
  idle_ms       INTEGER NOT NULL,
  away_ms       INTEGER NOT NULL,
  rest_ms       INTEGER NOT NULL,
  waiting_ms    INTEGER NOT NULL,
  switches      INTEGER NOT NULL,
  typed         INTEGER NOT NULL,    -- edit signals by origin
  bulk          INTEGER NOT NULL,
  program       INTEGER NOT NULL,
  undo          INTEGER NOT NULL,
  idle_after_ms INTEGER NOT NULL,    -- the rule it was computed by
  reach_start   INTEGER NOT NULL,    -- a row written between these two may change the day
  reach_until   INTEGER NOT NULL,
  is_dirty      INTEGER NOT NULL     -- 1: a row was written there since
) STRICT;
-- What is written now lies after every sealed day's reach, so that marking days dirty touches no old row.
CREATE INDEX day_reach ON day (reach_until) WHERE is_dirty = 0;

CREATE TABLE share (
  date     INTEGER NOT NULL,
  language INTEGER NOT NULL,
  activity INTEGER NOT NULL,
  project  INTEGER NOT NULL,
  branch   INTEGER NOT NULL,
  item     INTEGER NOT NULL,
  ms       INTEGER NOT NULL, -- active time
  PRIMARY KEY (date, language, activity, project, branch, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE file_share (
  date  INTEGER NOT NULL,
  file  INTEGER NOT NULL,
  ms    INTEGER NOT NULL, -- active time
  edits INTEGER NOT NULL, -- edit signals of every origin
  PRIMARY KEY (date, file)
) STRICT, WITHOUT ROWID;

-- Stretches without a switch, of every length.
CREATE TABLE block (
  date      INTEGER NOT NULL,
  start     INTEGER NOT NULL,
  until     INTEGER NOT NULL,
  project   INTEGER NOT NULL,
  item      INTEGER NOT NULL,
  branch    INTEGER NOT NULL,
  active_ms INTEGER NOT NULL,
  PRIMARY KEY (date, start)
) STRICT, WITHOUT ROWID;

-- For reading by hand: names instead of numbers, local times by the offset that held.
CREATE VIEW spans AS
SELECT s.id, datetime(s.start / 1000 + s.offset * 60, 'unixepoch') AS start,
  datetime((s.start + s.ms) / 1000 + s.offset * 60, 'unixepoch') AS until,
  s.ms / 1000.0 AS seconds, activity.name AS activity, project.name AS project, file.path, language.name AS language,
  branch.name AS branch, s.edits, s.inserted, s.deleted, window.name AS window
FROM span s
  JOIN activity ON activity.id = s.activity
  LEFT JOIN project ON project.id = s.project
  LEFT JOIN file ON file.id = s.file
  LEFT JOIN language ON language.id = s.language
  LEFT JOIN branch ON branch.id = s.branch
  LEFT JOIN window ON window.id = s.window;

-- Facts hold no offset: that of the last span before them is taken.
CREATE VIEW events AS
SELECT e.id, datetime(e.at / 1000 + 60 *
    coalesce((SELECT s.offset FROM span s WHERE s.start <= e.at ORDER BY s.start DESC LIMIT 1), 0), 'unixepoch') AS at,
  e.kind, e.detail, project.name AS project, file.path, branch.name AS branch, window.name AS window
FROM event e
  LEFT JOIN project ON project.id = e.project
  LEFT JOIN file ON file.id = e.file
  LEFT JOIN branch ON branch.id = e.branch
  LEFT JOIN window ON window.id = e.window;

CREATE VIEW edits AS
SELECT datetime(t.slot * 300 + 60 *
    coalesce((SELECT s.offset FROM span s WHERE s.start < (t.slot + 1) * 300000 ORDER BY s.start DESC LIMIT 1), 0),
    'unixepoch') AS start,
  project.name AS project, file.path, language.name AS language, branch.name AS branch,
  t.typed, t.bulk, t.program, t.undo, t.inserted, t.deleted, window.name AS window
FROM tally t
  LEFT JOIN file ON file.id = t.file
  LEFT JOIN project ON project.id = file.project
  LEFT JOIN language ON language.id = t.language
  LEFT JOIN branch ON branch.id = t.branch
  LEFT JOIN window ON window.id = t.window;

CREATE VIEW days AS
SELECT format('%04d-%02d-%02d', date / 10000, date / 100 % 100, date % 100) AS date,
  round(active_ms / 60000.0, 1) AS active_minutes, round(idle_ms / 60000.0, 1) AS idle_minutes,
  round(away_ms / 60000.0, 1) AS away_minutes, round(rest_ms / 60000.0, 1) AS rest_minutes,
  round(waiting_ms / 60000.0, 1) AS waiting_minutes, switches,
  (SELECT count(*) FROM block WHERE block.date = day.date) AS blocks,
  (SELECT round(max(block.until - block.start) / 60000.0, 1) FROM block WHERE block.date = day.date) AS longest_block_minutes,
  typed, bulk, program, undo
FROM day WHERE is_listed = 1;

CREATE VIEW named_times AS
SELECT a.id, a.kind AS named,
  datetime(a.start / 1000 + 60 *
    coalesce((SELECT s.offset FROM span s WHERE s.start <= a.start ORDER BY s.start DESC LIMIT 1), 0), 'unixepoch') AS start,
  datetime(a.until / 1000 + 60 *
    coalesce((SELECT s.offset FROM span s WHERE s.start <= a.start ORDER BY s.start DESC LIMIT 1), 0), 'unixepoch') AS until,
  round((a.until - a.start) / 60000.0, 1) AS minutes
FROM away a;
`;
