import assert from 'node:assert/strict';
import fc from 'fast-check';
import { STATS_REQUEST } from '../../../../src/core/messages/stats.ts';

describe('what the stats may ask', () => {
  it('is understood', () => {
    for (const request of [
      { type: 'ready' },
      { type: 'start' },
      { type: 'openCheckIn' },
      { type: 'showDay', date: '2026-11-22' },
      { type: 'showWeek', date: '2026-11-16' },
      { type: 'openSetting', key: 'idle.after' },
      { type: 'showRecord', filter: { times: { start: 1, end: 2 } } },
    ]) {
      assert.deepEqual(STATS_REQUEST.safeParse(request).data, request);
    }
  });

  const garbage: readonly unknown[] = [
    null,
    'ready',
    { type: 'erase' },
    { type: 'showDay' },
    { type: 'showDay', date: 'yesterday' },
    { type: 'showDay', date: '2026-11-22T00:00' },
    { type: 'showDay', date: '2026-02-30' },
    { type: 'showWeek', date: 20261122 },
    { type: 'showRecord', filter: { times: { start: 2, end: 2 } } },
    { type: 'showRecord', filter: { times: { start: 0, end: 1e16 } } },
    { type: 'showRecord', filter: { times: { start: 0.5, end: 1 } } },
    { type: 'showRecord', filter: { countedAs: { name: 'runs', of: 'run' } } },
    { type: 'openSetting', key: '@ext:someone.else' },
  ];
  for (const message of garbage) {
    it(`is not ${JSON.stringify(message)}`, () => {
      assert.equal(STATS_REQUEST.safeParse(message).success, false);
    });
  }

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), message => {
        STATS_REQUEST.safeParse(message);
      }),
    );
  });
});
