import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { NumberView, ShareView } from '../../../src/core/messages/numbers.ts';
import { formatCount } from '../../../src/core/text/count.ts';
import { formatDuration } from '../../../src/core/text/duration.ts';
import { DAY_COLUMNS, plainSql, usualOfDay, usualOfWeek, WEEK_COLUMNS } from './plainSql.ts';
import { DAYS, FIRST_DAY } from './quarter.ts';
import { DEEP_MS, IDLE_MS, recordQuarter } from './quarterRecord.ts';

type Row = Readonly<Record<string, number | null>>;
interface ShareRow {
  readonly name: string | null;
  readonly ms: number;
}
type Format = (value: number) => string;

const ratio: Format = value => value.toFixed(2);
const rate: Format = value => value.toFixed(1);
const percent: Format = value => `${Math.round(value * 100)} %`;
const SHARES = ['byItem', 'byProject', 'byBranch', 'byLanguage', 'byActivity'] as const;

/** How each number is written, by its id; a week's switches are a rate. */
const FORMATS: { readonly [id: string]: Format } = {
  ...{ active: formatDuration, deep: formatDuration, waiting: formatDuration },
  ...{ away: formatDuration, idle: formatDuration },
  ...{ switches: formatCount, done: formatCount, commits: formatCount, edits: formatCount },
  ...{ fragmentation: ratio, exploration: percent },
};

describe('every number of a generated quarter equals plain SQL over the rows', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'andon-quarter-'));
  let record: Awaited<ReturnType<typeof recordQuarter>>;
  let database: DatabaseSync;

  before(async () => {
    const file = join(folder, 'quarter.sqlite');
    record = await recordQuarter(file, 1);
    database = new DatabaseSync(file);
    const options = { first: FIRST_DAY, days: DAYS, summerUntil: '2026-10-25' };
    database.exec(plainSql({ ...options, idleMs: IDLE_MS, deepMs: DEEP_MS }));
  });
  after(() => {
    database.close();
    record.close();
    rmSync(folder, { recursive: true });
  });

  const all = (sql: string, ...values: SQLInputValue[]) =>
    database.prepare(sql).all(...values) as unknown as readonly Row[];
  const one = (sql: string, ...values: SQLInputValue[]): Row => all(sql, ...values)[0] ?? {};
  const dates = () =>
    all('SELECT date FROM day_bound WHERE date <= ? ORDER BY date', record.today).map(({ date }) =>
      String(date),
    );
  const mondays = () =>
    all('SELECT DISTINCT monday FROM day_bound WHERE date <= ? ORDER BY monday', record.today).map(
      ({ monday }) => String(monday),
    );

  it('in a quarter that has all that the definitions speak of', () => {
    const counts = one(`SELECT
      (SELECT count(*) FROM span) AS spans, (SELECT count(DISTINCT window) FROM span) AS windows,
      (SELECT count(*) FROM away) AS aways, 
      (SELECT count(*) FROM segment WHERE is_asleep AND gap_span AND span IS NULL AND named IS NULL) AS slept,
      (SELECT count(*) FROM wait) AS waits, (SELECT count(*) FROM switch) AS switches,
      (SELECT count(*) FROM queue_event WHERE phase = 'stop') AS stops, (SELECT count(*) FROM commit_made) AS commits,
      (SELECT count(*) FROM raw_run) - (SELECT count(*) FROM run) AS detours,
      (SELECT count(*) FROM block WHERE until - start >= ${DEEP_MS}) AS deep,
      (SELECT count(*) FROM segment JOIN day_bound d ON d.start = segment.start WHERE span IS NOT NULL) AS nights,
      (SELECT count(*) FROM figure WHERE is_listed AND active_ms < 600000) AS tiny,
      (SELECT count(*) FROM day WHERE is_dirty) AS dirty`);
    for (const [what, count] of Object.entries(counts)) assert.ok(count !== null && count > 0, what);
    assert.ok(Number(counts['spans']) > 5_000, `${counts['spans']} spans`);
  });

  it('day by day', async () => {
    for (const date of dates()) {
      const { day: view } = await record.stats.day(date);
      assert.equal(view.date, date);
      const shown = one('SELECT * FROM shown WHERE date = ?', date);
      const [bound] = all('SELECT * FROM day_bound WHERE date = ?', date);
      assert.deepEqual([view.start, view.end], [bound?.['start'], bound?.['until']]);
      assert.equal(view.isEmpty, shown['is_listed'] === 0, date);
      for (const number of view.numbers) {
        assertNumber(number, shown[DAY_COLUMNS[number.id]], FORMATS[number.id]!, date);
        const usual = one(
          usualOfDay(DAY_COLUMNS[number.id]),
          String(bound?.['monday']),
          Number(bound?.['weekday']),
        );
        assertUsual(number, usual, FORMATS[number.id]!, date);
      }
      for (const by of SHARES) assertShares(view[by], by, [date]);
      assertBlocks(view.blocks, date);
    }
  });

  it('week by week', async () => {
    for (const monday of mondays()) {
      const view = await record.stats.week(monday);
      assert.equal(view.monday, monday);
      const shown = one('SELECT * FROM week_shown WHERE monday = ?', monday);
      for (const number of view.numbers) {
        const format = number.id === 'switches' ? rate : FORMATS[number.id]!;
        assertNumber(number, shown[WEEK_COLUMNS[number.id]], format, monday);
        assertUsual(number, one(usualOfWeek(WEEK_COLUMNS[number.id]), monday), format, monday);
      }
      const days = view.days.map(({ date }) => date);
      for (const by of SHARES) assertShares(view[by], by, days);
    }
  });

  it('in the bars of a week and their bands', async () => {
    for (const monday of mondays()) {
      const { days } = await record.stats.week(monday);
      days.forEach(({ date, activeMs, deepMs, usual }, weekday) => {
        const { active_ms = 0, deep_ms = 0 } = one('SELECT * FROM shown WHERE date = ?', date);
        assert.deepEqual([activeMs, deepMs], [active_ms, deep_ms], date);
        const { low, high } = one(usualOfDay('active_ms'), monday, weekday);
        assert.deepEqual(usual, low == null ? null : { lowMs: low, highMs: high }, date);
      });
    }
  });

  it('in the deep hours of eight weeks', async () => {
    for (const monday of mondays()) {
      const { deepHours } = await record.stats.week(monday);
      const table = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
      const rows = all(
        `SELECT weekday, hour, sum(ms) AS ms FROM deep_hour
         WHERE date >= date(?1, '-49 days') AND date < date(?1, '7 days') GROUP BY weekday, hour`,
        monday,
      );
      for (const { weekday, hour, ms } of rows) table[Number(weekday)]![Number(hour)] = Number(ms);
      assert.deepEqual(deepHours, table, monday);
    }
  });

  it('in what was done, and in the glance', async () => {
    for (const monday of mondays()) {
      const { done } = await record.stats.week(monday);
      const rows = all(
        `SELECT key, closed_at FROM task JOIN day_bound d ON closed_at >= d.start AND closed_at < d.until
         WHERE monday = ? AND state = 'done' ORDER BY closed_at DESC`,
        monday,
      );
      assert.deepEqual(
        done.map(({ key, closedAt }) => [key, closedAt]),
        rows.map(({ key, closed_at }) => [key, closed_at]),
      );
    }
    const { glance } = record.stats.now();
    const last = mondays().at(-1)!;
    const { low, high } = one(usualOfWeek('deep_ms'), last);
    assert.equal(glance?.deepMs, one('SELECT deep_ms FROM week_shown WHERE monday = ?', last)['deep_ms']);
    assert.deepEqual(glance?.usual, { lowMs: low, highMs: high });
    assert.deepEqual(record.problems, []);
  });

  function assertNumber(
    { id, value }: NumberView,
    expected: number | null | undefined,
    format: Format,
    when: string,
  ) {
    assert.notEqual(expected, undefined, `${id} of ${when}`);
    assert.equal(value, expected == null ? '–' : format(expected), `${id} of ${when}`);
  }

  function assertUsual(
    { id, beside, explanation }: NumberView,
    { low, high }: Row,
    format: Format,
    when: string,
  ) {
    if (low == null || high == null) {
      assert.doesNotMatch(beside, /usual/, `${id} of ${when}`);
      return;
    }
    const text = format(low) === format(high) ? format(low) : `${format(low)} to ${format(high)}`;
    assert.ok(beside.endsWith(`usual ${text}`), `${id} of ${when}: ${beside}, and not usual ${text}`);
    assert.equal(explanation.terms.at(-1)?.value, text);
  }

  function assertShares(shares: readonly ShareView[], by: (typeof SHARES)[number], days: readonly string[]) {
    const rows = all(
      `SELECT name, sum(ms) AS ms FROM share_of WHERE by = ? AND date IN (${days.map(() => '?').join()})
       GROUP BY name ORDER BY ms DESC, name`,
      by.slice(2).toLowerCase(),
      ...days,
    ) as unknown as readonly ShareRow[];
    const named = rows.filter(({ name }) => name !== null).map(({ name, ms }) => [name, ms]);
    const none = rows.filter(({ name }) => name === null).map(({ ms }) => ms);
    if (named.length === 0 && (by === 'byItem' || by === 'byBranch')) {
      assert.deepEqual(shares, []);
      return;
    }
    const shown = shares.filter(({ kind }) => kind === 'name').map(({ name, ms }) => [name, ms]);
    assert.ok(shown.length === named.length || shown.length === 6, `${by} of ${days.join()}`);
    assert.deepEqual(shown, named.slice(0, shown.length), `${by} of ${days.join()}`);
    const rest = named.slice(shown.length).reduce((sum, [, ms]) => sum + Number(ms), 0);
    assert.equal(shares.find(({ kind }) => kind === 'rest')?.ms ?? 0, rest);
    assert.deepEqual(
      shares.filter(({ kind }) => kind === 'none').map(({ ms }) => ms),
      none,
    );
  }

  function assertBlocks(blocks: readonly { start: number; end: number; activeMs: number }[], date: string) {
    assert.deepEqual(
      blocks.map(({ start, end, activeMs }) => [start, end, activeMs]),
      all('SELECT start, until, active_ms FROM block WHERE date = ? ORDER BY start', date).map(row => [
        row['start'],
        row['until'],
        row['active_ms'],
      ]),
    );
  }
});
