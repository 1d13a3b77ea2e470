/** Corrections: what the developer says of spans afterwards. */
export const MIGRATION_006 = `
-- Laid over spans by their start and id, which never change; the rows of span stay as they were recorded. Taking a correction
-- back deletes its row.
CREATE TABLE correction (
  start   INTEGER NOT NULL, -- span.start
  span    INTEGER NOT NULL, -- span.id
  at      INTEGER NOT NULL, -- when it was last said; epoch milliseconds
  hidden  INTEGER NOT NULL, -- 1: deleted, counts nowhere
  project INTEGER,          -- project.id that its time was given to; 0: none; NULL: as recorded
  item    INTEGER,          -- item.id that its time was given to; 0: none; NULL: whichever was in work
  PRIMARY KEY (start, span)
) STRICT, WITHOUT ROWID;

-- Rises with every correction, so that the day it is of is rolled up anew soon.
ALTER TABLE counter ADD COLUMN corrections INTEGER NOT NULL DEFAULT 0;

-- As every number takes the spans: corrected.
DROP VIEW spans;
CREATE VIEW spans AS
SELECT s.id, datetime(s.start / 1000 + s.offset * 60, 'unixepoch') AS start,
  datetime((s.start + s.ms) / 1000 + s.offset * 60, 'unixepoch') AS until,
  s.ms / 1000.0 AS seconds, activity.name AS activity, project.name AS project, file.path, language.name AS language,
  branch.name AS branch, s.edits, s.inserted, s.deleted, window.name AS window
FROM span s
  LEFT JOIN correction c ON c.start = s.start AND c.span = s.id
  JOIN activity ON activity.id = s.activity
  LEFT JOIN project ON project.id = coalesce(c.project, s.project)
  LEFT JOIN file ON file.id = s.file
  LEFT JOIN language ON language.id = s.language
  LEFT JOIN branch ON branch.id = s.branch
  LEFT JOIN window ON window.id = s.window
WHERE coalesce(c.hidden, 0) = 0;

CREATE VIEW corrections AS
SELECT c.span AS id, datetime(s.start / 1000 + s.offset * 60, 'unixepoch') AS start, s.ms / 1000.0 AS seconds,
  c.hidden AS is_deleted, recorded.name AS recorded_project,
  CASE WHEN c.project IS NULL THEN NULL ELSE coalesce(given.name, 'none') END AS given_project,
  CASE WHEN c.item IS NULL THEN NULL ELSE coalesce(task.key, item.name, 'none') END AS given_item,
  datetime(c.at / 1000, 'unixepoch', 'localtime') AS said
FROM correction c
  JOIN span s ON s.start = c.start AND s.id = c.span
  LEFT JOIN project recorded ON recorded.id = s.project
  LEFT JOIN project given ON given.id = c.project
  LEFT JOIN item ON item.id = c.item
  LEFT JOIN task ON task.id = item.name;
`;
