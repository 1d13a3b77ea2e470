/** Nudges: what was suggested, what became of it, and how the user stands to rules. */
export const MIGRATION_007 = `
-- AUTOINCREMENT: a message on the screen knows its nudge by the id, so that none is given out twice.
CREATE TABLE nudge (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  delivery    INTEGER NOT NULL, -- nudge.id of the first of those that are shown as one
  rule        TEXT NOT NULL,
  since       INTEGER NOT NULL, -- when the rule began to fire; this and all times: epoch milliseconds
  level       TEXT NOT NULL,    -- as the user had set it: panel, statusBar or toast
  surface     TEXT NOT NULL,    -- where it was decided to show it
  decided_at  INTEGER NOT NULL,
  occasion    TEXT NOT NULL,    -- a kind of breakpoint, late or atOnce
  digest      INTEGER NOT NULL, -- 1: held back in a focus session
  lowered     TEXT NOT NULL,    -- JSON array: why it stands lower than its level
  evidence    TEXT NOT NULL,    -- JSON: what was measured; its group names a project, file, branch or item
  state       TEXT NOT NULL,    -- decided, claimed, shown, acted, dismissed, snoozed, never or expired
  claimed_by  TEXT,             -- the window
  claimed_at  INTEGER,
  shown_at    INTEGER,
  ended_at    INTEGER,          -- answered or expired
  less        INTEGER,          -- 1: dismissed by asking for less
  put_off     INTEGER,          -- until when it was snoozed
  reason      TEXT              -- why it expired: unclaimed, lost, resolved or withdrawn
) STRICT;
CREATE INDEX nudge_decided ON nudge (decided_at);

-- How the user stands to a rule, by what they said and were shown.
CREATE TABLE nudge_rule (
  rule          TEXT NOT NULL PRIMARY KEY,
  level         TEXT,             -- as it was last set; NULL: not looked at yet
  never         INTEGER NOT NULL, -- 1: never again
  snoozed_until INTEGER,
  demoted_by    INTEGER NOT NULL, -- rungs below its level
  dismissals    INTEGER NOT NULL, -- since it was last of use
  told_since    INTEGER,          -- since of the last nudge that was shown
  shown_at      INTEGER
) STRICT, WITHOUT ROWID;

-- Each time that the user set a rule to another level.
CREATE TABLE rule_level (
  id    INTEGER PRIMARY KEY,
  at    INTEGER NOT NULL,
  rule  TEXT NOT NULL,
  was   TEXT NOT NULL,
  level TEXT NOT NULL
) STRICT;

-- How often a rule's nudges were acted on soon, of those shown on one kind of occasion.
CREATE TABLE nudge_learnt (
  rule     TEXT NOT NULL,
  occasion TEXT NOT NULL,
  shown    INTEGER NOT NULL,
  taken    INTEGER NOT NULL,
  PRIMARY KEY (rule, occasion)
) STRICT, WITHOUT ROWID;

-- The last breakpoint of all windows, which the one that decides needs to know within seconds.
CREATE TABLE breakpoint (
  one  INTEGER PRIMARY KEY CHECK (one = 1),
  at   INTEGER NOT NULL,
  kind TEXT NOT NULL
) STRICT;

-- Rises with every change of a nudge or of how the user stands to a rule.
ALTER TABLE counter ADD COLUMN nudges INTEGER NOT NULL DEFAULT 0;

CREATE VIEW nudges AS
SELECT id, datetime(decided_at / 1000, 'unixepoch', 'localtime') AS decided, rule, surface, occasion, digest AS is_digest, state,
  reason, evidence ->> '$.measure' AS measure, evidence ->> '$.value' AS value, evidence ->> '$.threshold' AS threshold,
  evidence ->> '$.group' AS "group",
  datetime(shown_at / 1000, 'unixepoch', 'localtime') AS shown, datetime(ended_at / 1000, 'unixepoch', 'localtime') AS ended
FROM nudge;
`;
