import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PANEL_REQUEST } from '../../../../src/core/messages/panel.ts';

describe('what the panel may ask', () => {
  it('is understood', () => {
    for (const type of ['ready', 'start', 'notNow', 'pause', 'resume', 'openDataFolder', 'showLog']) {
      assert.deepEqual(PANEL_REQUEST.safeParse({ type }).data, { type });
    }
  });

  it('of a focus session is understood', () => {
    const start = { type: 'startSession', kind: 'flow', minutes: 25, intention: '<b>' };
    const review = { type: 'reviewSession', id: 7, outcome: 'notDone' };
    for (const request of [start, review]) {
      assert.deepEqual(PANEL_REQUEST.safeParse(request).data, request);
    }
    for (const type of ['pauseSession', 'resumeSession', 'extendSession', 'endSession']) {
      assert.deepEqual(PANEL_REQUEST.safeParse({ type }).data, { type });
    }
  });

  const garbage: readonly unknown[] = [
    null,
    undefined,
    'ready',
    42,
    [],
    {},
    { type: 'erase' },
    { type: ['ready'] },
    { type: 'startSession' },
    { type: 'startSession', kind: 'pomodoro', minutes: 25, intention: '' },
    { type: 'startSession', kind: 'countdown', minutes: 0, intention: '' },
    { type: 'startSession', kind: 'countdown', minutes: 181, intention: '' },
    { type: 'startSession', kind: 'countdown', minutes: '25', intention: '' },
    { type: 'startSession', kind: 'countdown', minutes: 25, intention: ['x'] },
    { type: 'reviewSession', id: 7, outcome: 'splendid' },
    { type: 'openSetting' },
    { type: 'openSetting', key: 7 },
    { type: 'openSetting', key: '@ext:someone.else' },
  ];
  for (const message of garbage) {
    it(`is not ${JSON.stringify(message)}`, () => {
      assert.equal(PANEL_REQUEST.safeParse(message).success, false);
    });
  }

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), message => {
        PANEL_REQUEST.safeParse(message);
      }),
    );
  });
});
