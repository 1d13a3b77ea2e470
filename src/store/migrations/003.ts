/** The queue. */
export const MIGRATION_003 = `
-- Things to do. Which one is in work at a time is told by the events of kind queue; the time used is measured from spans.
CREATE TABLE task (
  id             TEXT NOT NULL PRIMARY KEY, -- item.name, event.detail.item; never given twice
  key            TEXT NOT NULL UNIQUE,      -- what people and branches call it: A-12
  title          TEXT NOT NULL,
  state          TEXT NOT NULL,             -- inbox, next, doing, waiting, done or dropped
  labels         TEXT NOT NULL,             -- JSON array of strings
  priority       TEXT,                      -- high, medium or low
  project        TEXT,
  budget_minutes INTEGER,
  due            TEXT,                      -- ISO date
  scheduled      TEXT,                      -- ISO date
  snoozed_until  INTEGER,                   -- epoch milliseconds, as the next three
  created_at     INTEGER NOT NULL,
  started_at     INTEGER,                   -- first in work
  closed_at      INTEGER,                   -- done or dropped; NULL: open
  place          TEXT NOT NULL,             -- its place in the list: compares as text
  blocked_by     TEXT NOT NULL,             -- JSON array of ids
  version        INTEGER NOT NULL DEFAULT 0 -- counter.queue when it was written
) STRICT, WITHOUT ROWID;
CREATE INDEX task_version ON task (version);
CREATE INDEX task_closed ON task (closed_at) WHERE closed_at IS NOT NULL;

-- Rises with every item, and never falls: a key is never given twice.
ALTER TABLE counter ADD COLUMN next_task INTEGER NOT NULL DEFAULT 1;

-- Rises whenever anybody writes the queue, so that only what was written since needs to be read again.
ALTER TABLE counter ADD COLUMN queue INTEGER NOT NULL DEFAULT 0;
CREATE TRIGGER task_added AFTER INSERT ON task BEGIN
  UPDATE counter SET queue = queue + 1;
  UPDATE task SET version = (SELECT queue FROM counter) WHERE id = NEW.id;
END;
-- No trigger rings for what a trigger of its table does (PRAGMA recursive_triggers is off).
CREATE TRIGGER task_changed AFTER UPDATE ON task BEGIN
  UPDATE counter SET queue = queue + 1;
  UPDATE task SET version = (SELECT queue FROM counter) WHERE id = NEW.id;
END;
CREATE TRIGGER task_removed AFTER DELETE ON task BEGIN
  UPDATE counter SET queue = queue + 1;
END;

-- The time used by an item is summed up over the shares of sealed days. A day has the number of its sealing, so that only what
-- was sealed since needs to be read again.
ALTER TABLE counter ADD COLUMN seals INTEGER NOT NULL DEFAULT 0;
ALTER TABLE day ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
CREATE INDEX day_seal ON day (seal);
CREATE INDEX day_dirty ON day (date) WHERE is_dirty = 1;

CREATE VIEW tasks AS
SELECT key, title, state, labels, priority, project, budget_minutes, due, scheduled,
  datetime(created_at / 1000, 'unixepoch', 'localtime') AS created,
  datetime(started_at / 1000, 'unixepoch', 'localtime') AS started,
  datetime(closed_at / 1000, 'unixepoch', 'localtime') AS closed
FROM task ORDER BY place, id;
`;
