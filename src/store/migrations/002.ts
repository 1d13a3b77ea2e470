/** Focus sessions. */
export const MIGRATION_002 = `
-- A focus session. At most one is open, over all windows. What is left of it follows from these times alone.
CREATE TABLE session (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  kind       TEXT NOT NULL,    -- countdown, or flow: counts up
  planned_ms INTEGER,          -- NULL for flow; grows by "+5 min"
  started_at INTEGER NOT NULL, -- epoch milliseconds; moved along where the clock was set during the session
  paused_ms  INTEGER NOT NULL, -- pauses that are over
  paused_at  INTEGER,          -- NULL: not paused
  ended_at   INTEGER,          -- NULL: not over; once set, it never changes
  outcome    TEXT,             -- done, notDone or more; NULL: not said
  word       TEXT NOT NULL,    -- what the developer added to the outcome
  intention  TEXT NOT NULL,    -- what it was for, in the developer's words
  boot_at    INTEGER NOT NULL, -- when the machine's uptime was 0 by its clock, which tells whether the clock was set
  offset     INTEGER NOT NULL  -- minutes east of UTC at the start
) STRICT;
CREATE UNIQUE INDEX session_open ON session (ended_at IS NULL) WHERE ended_at IS NULL;
CREATE INDEX session_started ON session (started_at);

CREATE VIEW sessions AS
SELECT id, datetime(started_at / 1000 + offset * 60, 'unixepoch') AS start,
  datetime(ended_at / 1000 + offset * 60, 'unixepoch') AS until,
  round((ended_at - started_at - paused_ms) / 60000.0, 1) AS minutes, round(planned_ms / 60000.0, 1) AS planned_minutes,
  round(paused_ms / 60000.0, 1) AS paused_minutes, kind, outcome, word, intention
FROM session;
`;
