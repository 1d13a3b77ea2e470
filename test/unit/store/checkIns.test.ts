import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { NO_WORDS } from '../../../src/core/checkIn.ts';
import type { CheckIn } from '../../../src/core/messages/checkIn.ts';
import { openStore } from '../../../src/store/open.ts';
import { NINE } from './builders.ts';
import { withFolder } from './temporaryFolder.ts';

const SECRET = 'sentence-palimpsest';

function checkIn(overrides: Partial<CheckIn> = {}): CheckIn {
  return {
    date: '2026-11-23',
    energy: 'low',
    flow: null,
    satisfaction: 'high',
    sentence: SECRET,
    ...overrides,
  };
}

describe('check-ins in the store', () => {
  it('come back as they were said, one a day', async () => {
    const store = await openStore(':memory:');
    assert.equal(store.checkIns.of('2026-11-23'), null);
    store.checkIns.say(checkIn(), NINE);
    store.checkIns.say(checkIn({ flow: 'fine' }), NINE + 1);
    store.checkIns.say(checkIn({ date: '2026-11-25' }), NINE);
    assert.deepEqual(store.checkIns.of('2026-11-23'), checkIn({ flow: 'fine' }));
    assert.deepEqual(
      store.checkIns.between('2026-11-23', '2026-11-24').map(({ date }) => date),
      ['2026-11-23'],
    );
    store.checkIns.say({ ...NO_WORDS, date: '2026-11-23' }, NINE + 2);
    assert.equal(store.checkIns.of('2026-11-23'), null);
    store.close();
  });

  it('are asked once a day, and put off for all', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      const [one, two] = [await openStore(path), await openStore(path)];
      assert.equal(one.checkIns.asking('2026-11-23'), 'never');
      assert.equal(one.leadership.tryTake('one', NINE), true);
      const ask = () =>
        one.leadership.during('one', () => {
          one.checkIns.ask('2026-11-23');
        });
      ask();
      assert.equal(two.checkIns.asking('2026-11-23'), 'stands');
      two.checkIns.skip('2026-11-23');
      assert.equal(one.checkIns.asking('2026-11-23'), 'notToday');
      ask();
      assert.equal(one.checkIns.asking('2026-11-23'), 'notToday');
      assert.equal(one.checkIns.asking('2026-11-24'), 'never');
      one.close();
      two.close();
    }));

  it('can be read by hand, and are erased with everything else', () =>
    withFolder(async folder => {
      const path = join(folder, 'andon.sqlite');
      const store = await openStore(path);
      store.checkIns.say(checkIn(), NINE);
      const database = new DatabaseSync(path, { readOnly: true });
      assert.deepEqual(
        { ...database.prepare('SELECT * FROM check_ins').get() },
        { date: '2026-11-23', energy: 'low', flow: null, satisfaction: 'high', sentence: SECRET },
      );
      database.close();
      await store.scrub();
      assert.equal(store.checkIns.of('2026-11-23'), null);
      assert.equal(readFileSync(path).includes(SECRET), false);
      store.close();
    }));
});
