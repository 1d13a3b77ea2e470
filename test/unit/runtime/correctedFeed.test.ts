import assert from 'node:assert/strict';
import fc from 'fast-check';
import { zoneCalendar } from '../../../src/core/activity/calendar.ts';
import type { Correction } from '../../../src/core/activity/correction.ts';
import type { Signal } from '../../../src/core/activity/signal.ts';
import type { Span } from '../../../src/core/activity/span.ts';
import { transition } from '../../../src/core/focus/session.ts';
import { addItem, moveItem } from '../../../src/core/queue/actions.ts';
import { quickAdd } from '../../../src/core/queue/quickAdd.ts';
import type { Finding } from '../../../src/core/rules/finding.ts';
import { readRules } from '../../../src/core/rules/readRules.ts';
import { RuleFeed } from '../../../src/runtime/ruleFeed.ts';
import { correcting } from '../../../src/store/correcting.ts';
import { openStore } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { CORRECTIONS } from '../../support/corrections.ts';
import { AFTER_MS, live, type Deed } from '../../support/liveRules.ts';
import { failTest, findingsOf, SHORT_RULES } from '../../support/shortRules.ts';
import { signalLogs } from '../../support/signalArbitrary.ts';
import { MONDAY, WorkLog } from '../../support/workLog.ts';
import { away, queue } from '../../support/signals.ts';

const MINUTE = 60_000;
const ALL_TIME = [MONDAY - 30 * 86_400_000, MONDAY + 30 * 86_400_000] as const;

const endOf = (signals: readonly Signal[]) => (signals.at(-1)?.at ?? 0) + AFTER_MS;
const ofRule = (findings: readonly Finding[], id: string) => findings.filter(({ rule }) => rule === id);
const spansOf = (store: Store) => store.rows(...ALL_TIME).spans;

function correct(store: Store, { start, id }: Span, correction: Partial<Correction>): void {
  store.part(correcting).change([{ start, id }], now => ({ ...now, ...correction }), MONDAY);
}

/** The same record, written as if it had always been as corrected. */
async function alwaysLike(store: Store, spans: readonly Span[]): Promise<Store> {
  const other = await openStore(':memory:');
  const [from, to] = ALL_TIME;
  const { tallies } = store.rows(from, to);
  other.write({ spans, facts: store.factsBetween(from, to), tallies, touched: { start: from, end: to } });
  return other;
}

async function recorded(log: WorkLog): Promise<Store> {
  return (await live(log.signals, 60)).store;
}

describe('findings in a corrected record', function () {
  this.timeout(120_000);

  it('are those of a record that was like that from the start', async () => {
    let corrected = 0;
    let found = 0;
    await fc.assert(
      fc.asyncProperty(signalLogs(80), CORRECTIONS, async (signals, corrections) => {
        const { store } = await live(signals, 45);
        const kept: Span[] = [];
        for (const [i, span] of spansOf(store).entries()) {
          const { isHidden, project = span.project } = corrections[i % corrections.length] ?? {};
          if (isHidden || project !== span.project) corrected++;
          correct(store, span, { isHidden: isHidden === true, project });
          if (!isHidden) kept.push({ ...span, project });
        }
        const other = await alwaysLike(store, kept);
        const findings = await findingsOf(store, endOf(signals));
        assert.deepEqual(findings, await findingsOf(other, endOf(signals)));
        found += findings.length;
        store.close();
        other.close();
      }),
      { numRuns: 40 },
    );
    assert.ok(corrected > 50 && found > 50, `${corrected} corrected, ${found} found`);
  });

  it('take what was given to an item for time of that item', async () => {
    const log = new WorkLog().type(40).item('i1').type(1).item('i1', 'stop').type(1);
    const store = await recorded(log);
    const now = endOf(log.signals);
    const rule = {
      id: 'mine/item',
      when: { sum: 'ms', of: 'activeTime', by: 'item', gte: '30m' },
      message: 'x',
    };
    const settings = { ...SHORT_RULES.settings, rules: {}, customRules: [rule] };
    const rules = readRules(settings).rules.filter(each => each.rule.id === 'mine/item');
    assert.deepEqual(await findingsOf(store, now, { rules }), []);
    for (const span of spansOf(store)) correct(store, span, { item: 'i7' });
    const [finding, ...others] = await findingsOf(store, now, { rules });
    assert.deepEqual([finding?.group, others], [['i7'], []]);
    store.close();
  });

  it('count a name of a time away only as long as it stands', async () => {
    const named = (as: 'meeting' | 'break' | 'none') =>
      away(MONDAY + 40 * MINUTE, MONDAY + 10 * MINUTE, MONDAY + 35 * MINUTE, as);
    const log = () => new WorkLog().type(9).rest(30);
    const lateWords: [string, WorkLog][] = [
      ['named', log().add(named('meeting')).rest(2).type(20)],
      [
        'taken back',
        log()
          .add(named('meeting'))
          .add({ ...named('none'), at: MONDAY + 41 * MINUTE })
          .rest(3)
          .type(20),
      ],
    ];
    const counts: [string, number][] = [];
    for (const [name, { signals }] of lateWords) {
      const { store, findings } = await live(signals, 1);
      assert.deepEqual(findings, await findingsOf(store, endOf(signals)));
      counts.push([name, ofRule(findings, 'mine/away').length]);
      store.close();
    }
    assert.deepEqual(counts, [
      ['named', 1],
      ['taken back', 0],
    ]);
  });

  it('are none of a time that was forgotten', async () => {
    const log = new WorkLog().type(30).rest(60).read(2);
    const store = await recorded(log);
    assert.ok(ofRule(await findingsOf(store, endOf(log.signals)), 'rest/no-break').length > 0);
    await store.forget({ start: MONDAY, end: MONDAY + 45 * MINUTE });
    assert.deepEqual(ofRule(await findingsOf(store, endOf(log.signals)), 'rest/no-break'), []);
    store.close();
  });
});

describe('a feed of rules', () => {
  it('is outdated once something was corrected, forgotten or, where that counts, named', async () => {
    const log = new WorkLog().type(30);
    const store = await recorded(log);
    const [span] = spansOf(store);
    assert.ok(span);
    const begin = () => {
      const record = { store, calendar: zoneCalendar('UTC') };
      const options = { ...SHORT_RULES, from: -Infinity, onFailure: failTest, onTransition: () => undefined };
      const feed = RuleFeed.begin(record, options);
      assert.ok(feed && !feed.isOutdated);
      return feed;
    };
    for (const change of [
      () => {
        correct(store, span, { project: 'given' });
      },
      () => {
        const fact = { kind: 'away', at: MONDAY, start: MONDAY, end: MONDAY + MINUTE, as: 'break' } as const;
        const place = { window: 'w1', project: null, branch: null, path: null };
        const touched = { start: MONDAY, end: MONDAY + MINUTE };
        store.write({ spans: [], tallies: [], facts: [{ ...place, ...fact }], touched });
      },
      () => store.forget({ start: MONDAY, end: MONDAY + MINUTE }),
    ]) {
      const feed = begin();
      await Promise.resolve<unknown>(change());
      assert.ok(feed.isOutdated);
    }
    store.close();
  });
});

/** A minute of a log, and what is done then. */
const DEEDS = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 90 }), fc.constantFrom('begin', 'end', 'close', 'correct', 'hide')),
  { maxLength: 8 },
);

function deedAt(at: number, what: 'begin' | 'end' | 'close' | 'correct' | 'hide'): Deed {
  return {
    at,
    act: store => {
      if (what === 'correct' || what === 'hide') {
        const span = spansOf(store).at(-1);
        if (span)
          correct(store, span, what === 'hide' ? { isHidden: true } : { item: 'two', project: 'given' });
      } else if (what === 'close') {
        store.tasks.change(items => {
          const item = items.get('one');
          return item?.closedAt === null ? moveItem(item, 'done', at) : null;
        });
      } else store.sessions.change(last => changed(last, what, at), 0);
    },
  };
}

function changed(last: Parameters<typeof transition>[0], what: 'begin' | 'end', at: number) {
  const session = {
    kind: 'flow',
    plannedMs: null,
    intention: '',
    item: null,
    round: null,
    bootAt: 0,
  } as const;
  if (what === 'begin') return transition(last, { kind: 'start', session }, at);
  return last && transition(last, { kind: 'end', id: last.id, outcome: null, word: '' }, at);
}

describe('findings beside sessions, items and corrections that come meanwhile', function () {
  this.timeout(120_000);

  it('are the same live and in a backtest afterwards', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(signalLogs(80), DEEDS, fc.constantFrom(1, 7), async (log, plan, everyMinutes) => {
        const first = log[0]?.at ?? MONDAY;
        const signals = [queue(first, 'one'), ...log];
        // On whole minutes, where portions end.
        const start = Math.ceil(first / MINUTE) * MINUTE;
        const deeds = [
          { at: first - 1, act: addOne },
          ...plan.map(([minute, what]) => deedAt(start + minute * MINUTE, what)),
        ].sort((a, b) => a.at - b.at);
        const { findings, store } = await live(signals, everyMinutes, { deeds });
        assert.deepEqual(findings, await findingsOf(store, endOf(signals)));
        found += findings.length;
        store.close();
      }),
      { numRuns: 40 },
    );
    assert.ok(found > 50, `${found} findings: enough to tell something by`);
  });
});

describe('a span that goes on after it was deleted', () => {
  it('counts no more', async () => {
    const log = new WorkLog().read(2, 'b.ts').rest(15).type(40);
    const hide = deedAt(MONDAY + 25 * MINUTE, 'hide');
    const { findings, store } = await live(log.signals, 1, { deeds: [hide] });
    assert.deepEqual(ofRule(findings, 'mine/active'), []);
    assert.deepEqual(findings, await findingsOf(store, endOf(log.signals)));
    store.close();
  });
});

describe('a session that nobody ended', () => {
  it('holds no rule back once it is noticed that it was over', async () => {
    const log = new WorkLog().type(10).rest(60).type(30);
    const deeds: Deed[] = [
      {
        at: MONDAY + MINUTE,
        act: store => store.sessions.change(last => changed(last, 'begin', MONDAY + MINUTE), 0),
      },
      {
        at: MONDAY + 40 * MINUTE,
        act: store =>
          store.sessions.change(last => last && { ...last, endedAt: MONDAY + 10 * MINUTE, outcome: null }, 0),
      },
    ];
    const { findings, store } = await live(log.signals, 1, { deeds });
    assert.equal(ofRule(findings, 'offer/unprotected-flow').length, 1);
    assert.deepEqual(findings, await findingsOf(store, endOf(log.signals)));
    store.close();
  });
});

/** The item that logs start and stop, with a budget of one minute. */
function addOne(store: Store): void {
  store.tasks.change((items, newKey) =>
    addItem(items, quickAdd('Something ~1m', '2026-03-02'), {
      ...{ id: 'one', key: newKey(), project: null, at: MONDAY - 86_400_000 },
    }),
  );
}
