import { ROW_KINDS, type LastRows, type RowKind } from '../core/record/rowKinds.ts';
import { inThread } from './thread.ts';

interface Source {
  readonly counted: string;
  readonly columns: readonly string[];
  /** All of its rows with those columns, the last first. */
  readonly sql: string;
}

const SPANS = `SELECT t.id, datetime(t.start / 1000 + t.offset * 60, 'unixepoch') AS start,
    datetime((t.start + t.ms) / 1000 + t.offset * 60, 'unixepoch') AS until, t.ms / 1000.0 AS seconds,
    activity.name AS activity, project.name AS project, file.path AS path, language.name AS language,
    branch.name AS branch, t.edits, t.inserted, t.deleted, window.name AS window
  FROM span t JOIN activity ON activity.id = t.activity LEFT JOIN project ON project.id = t.project
    LEFT JOIN file ON file.id = t.file LEFT JOIN language ON language.id = t.language
    LEFT JOIN branch ON branch.id = t.branch LEFT JOIN window ON window.id = t.window
  ORDER BY t.start DESC, t.id DESC`;

const OFFSET = `60 * coalesce((SELECT s.offset FROM span s WHERE s.start < (t.slot + 1) * 300000
    ORDER BY s.start DESC LIMIT 1), 0)`;
const EDITS = `SELECT datetime(t.slot * 300 + ${OFFSET}, 'unixepoch') AS start, project.name AS project,
    file.path AS path, language.name AS language, branch.name AS branch,
    t.typed, t.bulk, t.program, t.undo, t.inserted, t.deleted, window.name AS window
  FROM tally t LEFT JOIN file ON file.id = t.file LEFT JOIN project ON project.id = file.project
    LEFT JOIN language ON language.id = t.language LEFT JOIN branch ON branch.id = t.branch
    LEFT JOIN window ON window.id = t.window
  ORDER BY t.slot DESC`;

const PLACE = ['project', 'path', 'language', 'branch'];
const CHARACTERS = ['inserted', 'deleted', 'window'];

/**
 * As the views of the same names hold them. Those whose times are computed are read from their tables, since a view sorted by such
 * a time would be read whole.
 */
const SOURCES: { readonly [K in RowKind]: Source } = {
  spans: {
    counted: 'span',
    columns: ['id', 'start', 'until', 'seconds', 'activity', ...PLACE, 'edits', ...CHARACTERS],
    sql: SPANS,
  },
  edits: {
    counted: 'tally',
    columns: ['start', ...PLACE, 'typed', 'bulk', 'program', 'undo', ...CHARACTERS],
    sql: EDITS,
  },
  events: {
    counted: 'event',
    columns: ['id', 'at', 'kind', 'detail', 'project', 'path', 'branch', 'window'],
    sql: 'SELECT * FROM events ORDER BY id DESC',
  },
  named_times: {
    counted: 'away',
    columns: ['id', 'named', 'start', 'until', 'minutes'],
    sql: 'SELECT * FROM named_times ORDER BY id DESC',
  },
  sessions: {
    counted: "session WHERE kind <> 'break'",
    columns: [
      ...['id', 'start', 'until', 'minutes', 'planned_minutes', 'paused_minutes', 'kind', 'round'],
      ...['outcome', 'word', 'intention', 'item', 'interrupted_by'],
    ],
    sql: 'SELECT * FROM sessions ORDER BY id DESC',
  },
  tasks: {
    counted: 'task',
    columns: [
      ...['key', 'title', 'state', 'labels', 'priority', 'project', 'budget_minutes', 'due', 'scheduled'],
      ...['created', 'started', 'closed'],
    ],
    sql: 'SELECT * FROM tasks ORDER BY created DESC, key DESC',
  },
  check_ins: {
    counted: 'check_in',
    columns: ['date', 'energy', 'flow', 'satisfaction', 'sentence'],
    sql: 'SELECT * FROM check_ins ORDER BY date DESC',
  },
  nudges: {
    counted: 'nudge',
    columns: [
      ...['id', 'decided', 'rule', 'surface', 'occasion', 'is_digest', 'state', 'reason'],
      ...['measure', 'value', 'threshold', 'group', 'shown', 'ended'],
    ],
    sql: 'SELECT * FROM nudges ORDER BY id DESC',
  },
};

/** Reads the last `most` rows of every kind, in a thread of its own: counting takes long. Rejects with a `StoreError`. */
export async function lastRows(path: string, most: number): Promise<LastRows[]> {
  const sql = ROW_KINDS.map(kind => selectLast(kind, most)).join('\nUNION ALL\n');
  const { rows } = await inThread({ path, steps: [{ sql }] });
  return ROW_KINDS.map((kind, i) => {
    const { count, last } = rows[i] ?? {};
    return {
      kind,
      count: Number(count),
      columns: SOURCES[kind].columns,
      rows: JSON.parse(String(last)) as LastRows['rows'],
    };
  });
}

function selectLast(kind: RowKind, most: number): string {
  const { counted, columns, sql } = SOURCES[kind];
  const cells = columns.map(name => `"${name}"`).join(', ');
  return `SELECT (SELECT count(*) FROM ${counted}) AS count,
    (SELECT json_group_array(json_array(${cells})) FROM (${sql} LIMIT ${most})) AS last`;
}
