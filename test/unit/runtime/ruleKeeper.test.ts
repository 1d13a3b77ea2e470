import assert from 'node:assert/strict';
import type { Signal } from '../../../src/core/activity/signal.ts';
import { readSettings, type Settings } from '../../../src/core/settings.ts';
import { Leader } from '../../../src/runtime/leader.ts';
import type { RecordKeeper } from '../../../src/runtime/recordKeeper.ts';
import { RuleKeeper } from '../../../src/runtime/ruleKeeper.ts';
import { RuleNews } from '../../../src/runtime/ruleNews.ts';
import { correcting } from '../../../src/store/correcting.ts';
import { FakeClock } from '../../support/fakeClock.ts';
import { SharedRecord } from '../../support/recordWindow.ts';
import { WorkLog } from '../../support/workLog.ts';

const SECOND = 1_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOON = Date.parse('2026-03-05T12:00:00Z');

const TYPING = {
  id: 'mine/typing',
  when: { sum: 'ms', of: 'activeTime', over: '30m', gte: '10m' },
  keepFiringFor: '1h',
  message: '{value} of typing.',
};

type Window = Awaited<ReturnType<typeof openWindow>>;

let clock: FakeClock;
let record: SharedRecord;
let own: Readonly<Record<string, unknown>>;
let turns: number;
/** Called at each turn that somebody else may have. */
let onTurn: () => void;

async function openWindow(name = 'one') {
  const keeper = record.window();
  const leader = record.add(new Leader(keeper, { clock, name, onFailure: record.onFailure }));
  const failed: string[] = [];
  const rules = record.add(
    new RuleKeeper(keeper, {
      ...{ clock, leader, settings, onFailure: record.onFailure },
      yieldTurn: () => {
        turns++;
        onTurn();
        return Promise.resolve();
      },
      onRuleFailure: rule => failed.push(rule),
    }),
  );
  const log: string[] = [];
  const say = (line: string) => log.push(line);
  const news = new RuleNews(rules, { onProblem: say, onNews: say });
  rules.onDidChange(() => {
    news.tell();
  });
  news.tell();
  await keeper.begin();
  await keeper.start();
  return { keeper, leader, rules, failed, log };
}

function settings(): Settings {
  return readSettings(key => own[key]).settings;
}

/** Work in another window of the past, up to now. */
function work(keeper: RecordKeeper, minutes: number): void {
  write(keeper, new WorkLog(clock.now() - minutes * MINUTE).type(minutes).signals);
}

function write(keeper: RecordKeeper, signals: readonly Signal[]): void {
  for (const signal of signals) keeper.signal(signal);
  keeper.flush();
}

/** Lets time pass, and what waits for a turn have it. */
async function pass(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 5 * SECOND) {
    clock.advance(5 * SECOND);
    for (let i = 0; i < 3; i++) await new Promise(resolve => setImmediate(resolve));
  }
}

/** Until the rules have seen what was done a moment ago: nothing of it can change any more. */
const settle = () => pass(8 * MINUTE);

const raised = ({ rules }: Window) => rules.raised().map(({ rule }) => rule);

describe('RuleKeeper', () => {
  beforeEach(() => {
    clock = new FakeClock(NOON);
    record = new SharedRecord(clock);
    own = { rules: { 'offer/unprotected-flow': 'off' }, customRules: [TYPING] };
    turns = 0;
    onTurn = () => undefined;
  });
  afterEach(() => {
    record.close();
  });

  it('raises what fires, with the evidence', async () => {
    const one = await openWindow();
    work(one.keeper, 20);
    await settle();
    const [found, ...others] = one.rules.raised();
    assert.ok(found);
    assert.deepEqual(others, []);
    const { rule, level, since, evidence } = found;
    assert.deepEqual(
      { rule, level, since },
      { rule: 'mine/typing', level: 'panel', since: NOON - 10 * MINUTE },
    );
    assert.equal(evidence.measure, 'active time');
    assert.equal(evidence.threshold, 10 * MINUTE);
  });

  it('sees what comes minute by minute, and what is over', async () => {
    const one = await openWindow();
    work(one.keeper, 5);
    await settle();
    assert.deepEqual(raised(one), []);
    for (let minute = 0; minute < 6; minute++) {
      await pass(MINUTE);
      work(one.keeper, 1);
    }
    await settle();
    assert.deepEqual(raised(one), ['mine/typing']);
    await pass(2 * HOUR);
    assert.deepEqual(raised(one), []);
  });

  it('tells of each change once, and of none where nothing has changed', async () => {
    const one = await openWindow();
    await pass(MINUTE);
    let changes = 0;
    one.rules.onDidChange(() => changes++);
    work(one.keeper, 20);
    await settle();
    const after = changes;
    assert.ok(after > 0);
    await one.rules.follow();
    await one.rules.follow();
    assert.equal(changes, after);
  });

  it('looks in the window that leads only, and in the other one when that closes', async () => {
    const one = await openWindow('one');
    const two = await openWindow('two');
    work(one.keeper, 20);
    await settle();
    assert.deepEqual([raised(one), raised(two)], [['mine/typing'], []]);
    assert.equal(two.rules.status().size, 0);
    const before = one.rules.raised();
    one.leader.dispose();
    one.keeper.dispose();
    await pass(10 * SECOND);
    assert.deepEqual(two.rules.raised(), before);
  });

  it('reads the last weeks in slices, and lets everything else have its turn between them', async () => {
    const one = await openWindow();
    const past = new WorkLog(NOON - 10 * DAY);
    past.alternate(1_000, 500, (log, turn) => log.edits(1, {}, turn % 2 === 0 ? 'a.ts' : 'b.ts'));
    write(one.keeper, past.signals);
    work(one.keeper, 20);
    await settle();
    assert.deepEqual(raised(one), ['mine/typing']);
    assert.ok(turns >= 3, String(turns));
  });

  it('asks for nothing until there is a minute more to look at', async () => {
    const one = await openWindow();
    work(one.keeper, 20);
    await settle();
    turns = 0;
    await one.rules.follow();
    assert.equal(turns, 0);
  });

  it('goes by the settings as they are now, and says what is wrong in them at once', async () => {
    const one = await openWindow();
    work(one.keeper, 20);
    await settle();
    own = {
      ...own,
      customRules: [{ ...TYPING, when: { ...TYPING.when, gte: '25m' } }, { id: 'mine/broken' }],
    };
    one.rules.refresh();
    assert.deepEqual(
      one.rules.problems.map(({ rule }) => rule),
      ['mine/broken', 'mine/broken'],
    );
    await pass(10 * SECOND);
    assert.deepEqual(raised(one), []);
  });

  it('begins anew where a setting changes that numbers depend on', async () => {
    const one = await openWindow();
    write(one.keeper, new WorkLog(NOON - 20 * MINUTE).type(1).rest(9).type(1).rest(3).type(1).signals);
    await settle();
    assert.deepEqual(raised(one), []);
    own = { ...own, 'idle.after': 12 };
    one.rules.refresh();
    await pass(8 * MINUTE);
    assert.deepEqual(raised(one), ['mine/typing']);
  });

  it('keeps on while settings change that are none of its business', async () => {
    const one = await openWindow();
    work(one.keeper, 20);
    await settle();
    turns = 0;
    own = { ...own, 'focus.minutes': 50 };
    one.rules.refresh();
    await one.rules.follow();
    assert.equal(turns, 0);
  });

  it('looks anew when spans were corrected, in whichever window', async () => {
    const one = await openWindow('one');
    const two = await openWindow('two');
    work(one.keeper, 20);
    await settle();
    assert.deepEqual(raised(one), ['mine/typing']);
    const store = two.keeper.readable?.store;
    const [span] = store?.slice(NOON - HOUR, NOON, MINUTE).slice.spans ?? [];
    assert.ok(store && span);
    const now = clock.now();
    store.part(correcting).change([span], correction => ({ ...correction, isHidden: true }), now);
    await pass(5 * SECOND);
    assert.deepEqual(raised(one), []);
  });

  it('forgets with the record', async () => {
    const one = await openWindow();
    work(one.keeper, 20);
    await settle();
    await one.keeper.forget({ start: NOON - DAY, end: NOON + DAY });
    assert.deepEqual(raised(one), []);
    await settle();
    assert.deepEqual(raised(one), []);
  });

  it('holds its peace while recording is paused', async () => {
    const one = await openWindow();
    work(one.keeper, 20);
    await settle();
    one.keeper.pause();
    assert.deepEqual(raised(one), []);
    turns = 0;
    await pass(MINUTE);
    assert.equal(turns, 0);
    one.keeper.resume();
    await pass(10 * SECOND);
    assert.deepEqual(raised(one), ['mine/typing']);
  });

  it('lets go in the middle of reading when the record is erased', async () => {
    const one = await openWindow();
    write(one.keeper, new WorkLog(NOON - 50 * DAY).type(20).signals);
    work(one.keeper, 20);
    let isErased = false;
    onTurn = () => {
      onTurn = () => undefined;
      void one.keeper.erase().then(() => {
        isErased = true;
      });
    };
    await pass(2 * MINUTE);
    assert.ok(isErased);
    assert.deepEqual(raised(one), []);
  });

  it('goes on where the clock was set back by hours', async () => {
    const one = await openWindow();
    work(one.keeper, 20);
    await settle();
    const window = new FakeClock(NOON - 5 * HOUR);
    clock.now = () => window.now();
    work(one.keeper, 20);
    for (let i = 0; i < 100; i++) {
      window.advance(5 * SECOND);
      await pass(5 * SECOND);
    }
    const [found] = one.rules.raised();
    assert.equal(found?.since, NOON - 5 * HOUR - 10 * MINUTE);
  });

  describe('of a rule that throws', () => {
    /** Takes an option away that the rule needs. */
    function spoil({ rules }: Window, id: string): void {
      const ready = rules.rules.find(({ rule }) => rule.id === id);
      assert.ok(ready);
      delete (ready.values as Record<string, number>)['switches'];
    }

    it('says so once, and lets the others go on', async () => {
      const one = await openWindow();
      spoil(one, 'switching/ping-pong');
      work(one.keeper, 20);
      await settle();
      assert.deepEqual(one.failed, ['switching/ping-pong']);
      assert.deepEqual(one.rules.status().get('switching/ping-pong'), { kind: 'failed' });
      assert.deepEqual(raised(one), ['mine/typing']);
    });

    it('leaves it off when the rules begin anew', async () => {
      const one = await openWindow();
      spoil(one, 'switching/ping-pong');
      work(one.keeper, 20);
      await settle();
      one.keeper.pause();
      one.keeper.resume();
      await pass(10 * SECOND);
      assert.deepEqual(one.failed, ['switching/ping-pong']);
      assert.deepEqual(one.rules.status().get('switching/ping-pong'), { kind: 'failed' });
    });

    it('tries it again once it is another rule', async () => {
      const one = await openWindow();
      spoil(one, 'switching/ping-pong');
      work(one.keeper, 20);
      await settle();
      own = { ...own, rules: { 'switching/ping-pong': { switches: 5 } } };
      one.rules.refresh();
      await pass(10 * SECOND);
      assert.deepEqual(one.rules.status().get('switching/ping-pong'), { kind: 'ready' });
    });
  });

  describe('says for the log', () => {
    it('what fires, by numbers alone', async () => {
      own = { ...own, customRules: [{ ...TYPING, when: { ...TYPING.when, by: 'project' } }] };
      const one = await openWindow();
      work(one.keeper, 20);
      await settle();
      const fires = one.log.filter(line => line.includes(' fires'));
      assert.deepEqual(fires, ['The rule mine/typing fires: 19 min; told from 10 min on.']);
      await pass(2 * HOUR);
      assert.equal(one.log.at(-1), 'The rule mine/typing fires no more.');
    });

    it('of no project or file that a rule is of', async () => {
      const where = { project: 'secret-client', file: ['secret-client/merger.ts'] };
      own = { customRules: [{ ...TYPING, when: { ...TYPING.when, where } }] };
      const one = await openWindow();
      write(
        one.keeper,
        new WorkLog(clock.now() - 20 * MINUTE).in({ project: 'secret-client' }).type(20, 'merger.ts').signals,
      );
      await pass(2 * MINUTE);
      assert.ok(one.log.some(line => line.includes(' fires')));
      assert.doesNotMatch(one.log.join(), /secret|merger/);
    });

    it('how many days a rule still needs', async () => {
      own = { ...own, customRules: [{ ...TYPING, when: { ...TYPING.when, over: '3d', gte: '20h' } }] };
      const one = await openWindow();
      work(one.keeper, 20);
      await settle();
      assert.deepEqual(one.rules.status().get('mine/typing'), { kind: 'needsDays', days: 3 });
      const needs = one.log.filter(line => line.startsWith('The rule mine/typing'));
      assert.deepEqual(needs, ['The rule mine/typing needs 3 more days of record.']);
    });

    it('each problem of the settings once, and when there is none left', async () => {
      own = { ...own, customRules: [{ id: 'mine/broken', message: '{value}' }] };
      const one = await openWindow();
      own = { ...own, customRules: [{ id: 'mine/broken', message: '{count}' }] };
      one.rules.refresh();
      own = { ...own, customRules: [] };
      one.rules.refresh();
      assert.deepEqual(one.log, [
        'andon.customRules, mine/broken, when: must be an object in braces.',
        'All rules in the settings can be read.',
      ]);
    });
  });
});
