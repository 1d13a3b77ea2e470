import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openStore } from '../../../src/store/open.ts';

/** Ten minutes of typing that end at a UTC midnight and a half. */
const LOG = Array.from({ length: 31 }, (_, i) =>
  JSON.stringify({
    at: Date.parse('2026-03-01T23:55:00Z') + i * 20_000,
    window: 'w1',
    kind: 'edit',
    doc: { project: 'p', path: 'a.ts', language: 'typescript' },
    inserted: 1,
    deleted: 0,
    origin: 'typed',
  }),
).join('\n');

describe('npm run replay', function () {
  this.timeout(30_000);
  let folder: string;

  before(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'andon-replay-'));
    fs.writeFileSync(path.join(folder, 'log.jsonl'), `${LOG}\nnot a signal\n`);
  });
  after(() => {
    fs.rmSync(folder, { recursive: true });
  });

  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['src/cli/replay.ts', ...args], { encoding: 'utf8' });
  const inFolder = (name: string) => path.join(folder, name);

  it('prints JSON only, and splits days in the zone it is told', () => {
    const { stdout, status } = run(inFolder('log.jsonl'), '--tz', 'UTC');
    assert.equal(status, 0);
    const answer = JSON.parse(stdout) as {
      spans: number;
      rejected: number;
      days: { date: string; activeMs: number }[];
    };
    assert.deepEqual([answer.spans, answer.rejected], [1, 1]);
    assert.deepEqual(
      answer.days.map(({ date, activeMs }) => [date, activeMs]),
      [
        ['2026-03-01', 300_000],
        ['2026-03-02', 300_000],
      ],
    );
    const tokyo = JSON.parse(run(inFolder('log.jsonl'), '--tz', 'Asia/Tokyo').stdout) as typeof answer;
    assert.deepEqual(
      tokyo.days.map(day => day.activeMs),
      [600_000],
    );
  });

  it('keeps the record where it is told', async () => {
    assert.equal(run(inFolder('log.jsonl'), '--db', inFolder('out.sqlite')).status, 0);
    const store = await openStore(inFolder('out.sqlite'));
    assert.equal(store.slice(0, Date.parse('2027-01-01T00:00:00Z'), 300_000).slice.spans.length, 1);
    store.close();
    assert.match(run(inFolder('log.jsonl'), '--db', inFolder('out.sqlite')).stderr, /there already/);
  });

  it('says what a setting cannot be, and goes on with the default', () => {
    fs.writeFileSync(inFolder('settings.json'), '{"focus.deepBlockMinutes": "long"}');
    const { stderr, status } = run(inFolder('log.jsonl'), '--settings', inFolder('settings.json'));
    assert.equal(status, 0);
    assert.match(stderr, /andon\.focus\.deepBlockMinutes/);
  });

  const wrong: readonly [what: string, args: string[], message: RegExp][] = [
    ['no file', [], /One log is needed/],
    ['a file that is not there', ['nowhere.jsonl'], /cannot be read/],
    ['a zone that is none', ['package.json', '--tz', 'Mars/Olympus'], /no time zone/],
    ['an option that is none', ['package.json', '--fast'], /--fast/],
  ];
  for (const [what, args, message] of wrong) {
    it(`answers ${what} with what is wrong, and code 2`, () => {
      const { status, stdout, stderr } = run(...args);
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, message);
      assert.match(stderr, /Usage/);
    });
  }
});
