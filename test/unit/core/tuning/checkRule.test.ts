import assert from 'node:assert/strict';
import { checkWritten } from '../../../../src/core/tuning/checkRule.ts';
import { ownId } from '../../../../src/core/tuning/ownId.ts';

const rule = (id: string, made: object = {}) => ({
  id,
  message: '{count} switches',
  when: { count: 'switch', over: '1h', gte: 5 },
  ...made,
});

describe('a rule of one’s own, as it is written', () => {
  it('is known by its id where nothing is wrong with it', () => {
    assert.deepEqual(checkWritten(rule('mine/a'), null, []), { id: 'mine/a', faults: [] });
  });

  it('is told where and why it is not understood', () => {
    const { id, faults } = checkWritten(
      rule('mine/a', { when: { count: 'switch', over: 20, gte: 5 } }),
      0,
      [],
    );
    assert.equal(id, null);
    assert.equal(faults.length, 1);
    assert.match(faults[0] ?? '', /^when\.over must be /);
  });

  it('may have no id of another rule, but its own', () => {
    const others = [rule('mine/a'), rule('mine/b')];
    assert.deepEqual(checkWritten(rule('mine/a'), 1, others).faults, ['id is the id of another rule.']);
    assert.deepEqual(checkWritten(rule('mine/a'), 0, others).faults, []);
    assert.deepEqual(checkWritten(rule('rest/no-break'), null, []).faults, ['id is the id of another rule.']);
  });

  it('that is copied gets an id that no other has', () => {
    assert.equal(ownId('switching/ping-pong', new Set()), 'mine/ping-pong');
    const taken = new Set(['mine/ping-pong', 'mine/ping-pong-2']);
    assert.equal(ownId('switching/ping-pong', taken), 'mine/ping-pong-3');
  });
});
