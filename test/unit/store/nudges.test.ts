import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import type { NudgeEvent } from '../../../src/core/nudges/nudge.ts';
import { NO_PAST, remember, standingOf, type Entry } from '../../../src/core/nudges/past.ts';
import { nudging } from '../../../src/store/nudges.ts';
import { openStore } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/store.ts';
import {
  DAY,
  DISMISS,
  EVIDENCE,
  HOUR,
  LESS,
  MINUTE,
  NINE,
  plan,
  RULE,
  shown,
} from '../core/nudges/builders.ts';
import { batch, span } from './builders.ts';
import { withFolder } from './temporaryFolder.ts';

const SECRET = 'project-palimpsest';
const NEVER = { kind: 'never' } as const;

function write(store: Store, ...entries: Entry[]) {
  return store.part(nudging).change(NINE, () => entries);
}

const read = (store: Store, now = NINE) => store.part(nudging).read(now);

async function withStore(work: (store: Store) => Promise<void> | void): Promise<void> {
  const store = await openStore(':memory:');
  try {
    await work(store);
  } finally {
    store.close();
  }
}

const OCCASIONS = ['commit', 'late', 'atOnce'] as const;
const event: fc.Arbitrary<NudgeEvent> = fc.oneof(
  fc.constantFrom('w1', 'w2').map(window => ({ kind: 'claimed', window }) as const),
  fc.constantFrom('w1', 'w2').map(window => ({ kind: 'shown', window }) as const),
  fc.constantFrom<NudgeEvent>(
    DISMISS,
    LESS,
    NEVER,
    { kind: 'acted' },
    { kind: 'snoozed', until: NINE + DAY },
  ),
  fc.constantFrom<NudgeEvent>({ kind: 'resolved' }, { kind: 'withdrawn' }, { kind: 'timePassed' }),
);
const step = fc.record({ minutes: fc.nat({ max: 55 }), pick: fc.nat({ max: 2 }), event });

describe('nudges in the store', () => {
  it('are read as what the entries come to, whatever happens', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { maxLength: 8 }), { maxLength: 12 }), rounds =>
        withStore(store => {
          let now = NINE;
          let known = NO_PAST;
          const table = store.part(nudging);
          rounds.forEach((steps, round) => {
            table.change(now, (past, id) => {
              const rule = `rule/${round % 3}`;
              const occasion = OCCASIONS[round % 3] ?? 'late';
              const surface = occasion === 'atOnce' ? 'panel' : 'toast';
              const made = plan({ id, rule, since: now, decidedAt: now, occasion, surface });
              known = remember(known, { kind: 'decided', plan: made });
              assert.deepEqual(past.learnt, known.learnt);
              return [{ kind: 'decided', plan: made }];
            });
            for (const { minutes, pick, event: happened } of steps) {
              now += minutes * MINUTE;
              const id = [...known.nudges.keys()].at(-1 - pick) ?? 0;
              const entry = { kind: 'nudge', at: now, id, event: happened } as const;
              known = remember(known, entry);
              table.change(now, () => [entry]);
            }
          });
          const stored = table.read(now);
          assert.deepEqual(stored.standings, known.standings);
          assert.deepEqual(stored.learnt, known.learnt);
          for (const [id, nudge] of stored.nudges) assert.deepEqual(nudge, known.nudges.get(id));
        }),
      ),
      { numRuns: 60 },
    );
  });

  it('get an id that none had before, forgotten ones too', () =>
    withStore(async store => {
      write(store, { kind: 'decided', plan: plan({ id: 1 }) });
      await store.forget({ start: NINE, end: NINE + MINUTE });
      let given = 0;
      store.part(nudging).change(NINE, (past, nextId) => {
        assert.equal(past.nudges.size, 0);
        given = nextId;
        return [];
      });
      assert.equal(given, 2);
    }));

  it('tell a window what another has written', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      const [one, two] = [await openStore(path), await openStore(path)];
      write(one, ...shown(plan(), NEVER));
      assert.equal(standingOf(read(two), RULE).isNever, true);
      one.part(nudging).tellBreakpoint({ kind: 'commit', at: NINE });
      assert.deepEqual(two.part(nudging).lastBreakpoint(), { kind: 'commit', at: NINE });
      one.close();
      two.close();
    }));

  it('are left out where a row cannot be understood', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      const store = await openStore(path);
      write(store, ...shown(plan({ id: 1 })), ...shown(plan({ id: 2, rule: 'b/two' })));
      const database = new DatabaseSync(path);
      database.exec(`UPDATE nudge SET evidence = '{"measure": 7}' WHERE id = 1`);
      database.close();
      assert.deepEqual([...read(store).nudges.keys()], [2]);
      store.close();
    }));

  it('are learnt of only what can be, and stand no lower than the panel, whatever the file says', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      const store = await openStore(path);
      write(store, ...shown(plan({ id: 1 })), ...shown(plan({ id: 2, rule: 'b/two' })));
      const database = new DatabaseSync(path);
      database.exec(`UPDATE nudge_rule SET demoted_by = CASE rule WHEN '${RULE}' THEN 99 ELSE -4 END`);
      database.exec(`UPDATE nudge_learnt SET shown = 2, taken = 4 WHERE rule = '${RULE}'`);
      database.close();
      const past = read(store);
      assert.deepEqual([...past.learnt.keys()], ['b/two']);
      assert.deepEqual(
        [RULE, 'b/two'].map(rule => standingOf(past, rule).demotedBy),
        [2, 0],
      );
      store.close();
    }));

  it('keep the levels that were set, each with its time', () =>
    withStore(store => {
      const word = { kind: 'levelSet', from: 'panel', to: 'toast' } as const;
      const entry: Entry = { kind: 'rule', at: NINE, rule: RULE, word };
      write(store, ...shown(plan(), NEVER), entry);
      const table = store.part(nudging);
      assert.deepEqual(table.levelsSet(), [entry]);
      assert.deepEqual([...table.levels()], [[RULE, 'toast']]);
      assert.equal(standingOf(read(store), RULE).isNever, false);
    }));
});

describe('forgetting nudges', () => {
  it('removes those of a time, and leaves what the user has said of the rule', () =>
    withStore(async store => {
      write(store, ...shown(plan(), NEVER));
      await store.forget({ start: NINE - MINUTE, end: NINE + HOUR });
      const past = read(store);
      assert.equal(past.nudges.size, 0);
      assert.equal(standingOf(past, RULE).isNever, true);
      assert.equal(standingOf(past, RULE).shownAt, -Infinity);
    }));

  it('removes those that name a project, a file, an item or a branch of it, from the disk too', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      const store = await openStore(path);
      store.write(
        batch({ spans: [span({ project: SECRET, branch: 'T-7-saw' }), span({ project: 'shop' })] }),
      );
      const groups = [SECRET, `${SECRET}/src/a.ts`, 'T-7-saw', 'shop/src/b.ts', null];
      groups.forEach((group, i) => {
        const made = plan({ id: i + 1, rule: `r/${i}`, evidence: { ...EVIDENCE, group } });
        write(store, { kind: 'decided', plan: made });
      });
      await store.forget({ project: SECRET });
      const left = [...read(store).nudges.values()].map(nudge => nudge.evidence.group);
      assert.deepEqual(left, ['shop/src/b.ts', null]);
      const withSecret = readdirSync(folder).filter(name =>
        readFileSync(join(folder, name)).includes(SECRET),
      );
      assert.deepEqual(withSecret, []);
      store.close();
    }));

  it('removes those whose rule is narrowed to it', () =>
    withStore(async store => {
      store.write(batch({ spans: [span({ project: SECRET }), span({ project: 'switch' })] }));
      const measures = [`active time (${SECRET})`, 'active time (shop)', 'switches'];
      measures.forEach((measure, i) => {
        const made = plan({ id: i + 1, rule: `r/${i}`, evidence: { ...EVIDENCE, measure } });
        write(store, { kind: 'decided', plan: made });
      });
      for (const project of [SECRET, 'switch']) await store.forget({ project });
      const left = [...read(store).nudges.values()].map(nudge => nudge.evidence.measure);
      assert.deepEqual(left, ['active time (shop)', 'switches']);
    }));

  it('is not stopped by a row that is damaged, which goes too', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      const store = await openStore(path);
      store.write(batch({ spans: [span({ project: SECRET })] }));
      write(store, ...shown(plan({ id: 1 })), ...shown(plan({ id: 2, rule: 'b/two' })));
      const database = new DatabaseSync(path);
      database.exec(`UPDATE nudge SET evidence = '{"group": "${SECRET}' WHERE id = 1`);
      database.close();
      await store.forget({ project: SECRET });
      assert.deepEqual([...read(store).nudges.keys()], [2]);
      store.close();
    }));

  it('lets a rule speak again whose nudge was on its way', () =>
    withStore(async store => {
      write(store, { kind: 'decided', plan: plan() });
      assert.equal(standingOf(read(store), RULE).pending, 1);
      await store.forget({ start: NINE, end: NINE + MINUTE });
      assert.equal(standingOf(read(store), RULE).pending, null);
    }));
});
