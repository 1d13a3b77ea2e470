/** Series of rounds, the item and the interruptions of a session; check-ins; which window leads. */
export const MIGRATION_004 = `
-- session.kind may also be pomodoro, or break: a break is timed as a session is, and counts as none.
ALTER TABLE session ADD COLUMN round INTEGER;                      -- of a series: 1 to 4; of a break the one it follows
ALTER TABLE session ADD COLUMN item TEXT;                          -- task.id
ALTER TABLE session ADD COLUMN reasons TEXT NOT NULL DEFAULT '[]'; -- JSON array: asked, message, waiting, idea or other

DROP VIEW sessions;
CREATE VIEW sessions AS
SELECT session.id, datetime(session.started_at / 1000 + offset * 60, 'unixepoch') AS start,
  datetime(ended_at / 1000 + offset * 60, 'unixepoch') AS until,
  round((ended_at - session.started_at - paused_ms) / 60000.0, 1) AS minutes, round(planned_ms / 60000.0, 1) AS planned_minutes,
  round(paused_ms / 60000.0, 1) AS paused_minutes, kind, session.round, outcome, word, intention, task.key AS item,
  reasons AS interrupted_by
FROM session LEFT JOIN task ON task.id = session.item
WHERE kind <> 'break';

-- What was said of a day.
CREATE TABLE check_in (
  date         INTEGER PRIMARY KEY, -- 20261122
  at           INTEGER NOT NULL,    -- last said; epoch milliseconds
  energy       TEXT,                -- low, fine or high; NULL: not said
  flow         TEXT,
  satisfaction TEXT,
  sentence     TEXT NOT NULL
) STRICT;

CREATE VIEW check_ins AS
SELECT format('%04d-%02d-%02d', date / 10000, date / 100 % 100, date % 100) AS date, energy, flow, satisfaction, sentence
FROM check_in;

-- Whether the check-in of a day was asked for, in every window: a row is written once.
CREATE TABLE check_in_asked (
  date   INTEGER PRIMARY KEY, -- 20261122
  answer TEXT                 -- notToday; NULL: the question stands
) STRICT;

-- The window that does what must happen once. Who leads holds the lock of a file beside this one, which the system takes back
-- when a process ends: so the row needs no renewal and no expiry. It tells the others, and is asked within what is done once.
CREATE TABLE lease (
  name   TEXT NOT NULL PRIMARY KEY,
  holder TEXT NOT NULL,    -- the window: the id of its process, and a name of its own
  since  INTEGER NOT NULL  -- epoch milliseconds
) STRICT, WITHOUT ROWID;
`;
