import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PANEL_REQUEST } from '../../../../src/core/messages/panel.ts';

const OFFER = ['takeOffer', 'nextRound', 'declineOffer'];

describe('what the panel may ask', () => {
  it('is understood', () => {
    for (const type of ['ready', 'start', 'notNow', 'resume', 'openDataFolder', 'showLog']) {
      assert.deepEqual(PANEL_REQUEST.safeParse({ type }).data, { type });
    }
  });

  it('of a pause is understood', () => {
    for (const length of ['open', 'tomorrow', 45]) {
      const request = { type: 'pause', length };
      assert.deepEqual(PANEL_REQUEST.safeParse(request).data, request);
    }
    for (const length of [0, 0.5, 1e9, 'forever', undefined]) {
      assert.equal(PANEL_REQUEST.safeParse({ type: 'pause', length }).success, false);
    }
  });

  it('of a focus session is understood', () => {
    const start = { type: 'startSession', kind: 'flow', minutes: 25, intention: '<b>', item: null };
    const review = { type: 'reviewSession', id: 7, outcome: 'notDone', word: '', reasons: ['asked'] };
    for (const request of [start, { ...start, kind: 'pomodoro', item: 'i1' }, review]) {
      assert.deepEqual(PANEL_REQUEST.safeParse(request).data, request);
    }
    for (const type of ['pauseSession', 'resumeSession', 'extendSession', 'endSession', ...OFFER]) {
      assert.deepEqual(PANEL_REQUEST.safeParse({ type }).data, { type });
    }
  });

  it('of a check-in is understood', () => {
    const said = { type: 'checkIn', energy: 'low', flow: null, satisfaction: 'high', sentence: '<b>' };
    for (const request of [said, { type: 'skipCheckIn' }]) {
      assert.deepEqual(PANEL_REQUEST.safeParse(request).data, request);
    }
  });

  it('of an item is understood', () => {
    const rewrite = { type: 'rewriteItem', id: 'A-1', text: '<b> ~2h' };
    for (const request of [rewrite, { type: 'moveItem', id: 'A-1', state: 'done' }]) {
      assert.deepEqual(PANEL_REQUEST.safeParse(request).data, request);
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
    { type: 'startSession', kind: 'break', minutes: 25, intention: '', item: null },
    { type: 'startSession', kind: 'flow', minutes: 25, intention: '' },
    { type: 'startSession', kind: 'countdown', minutes: 0, intention: '', item: null },
    { type: 'startSession', kind: 'countdown', minutes: 181, intention: '', item: null },
    { type: 'startSession', kind: 'countdown', minutes: '25', intention: '', item: null },
    { type: 'startSession', kind: 'countdown', minutes: 25, intention: ['x'], item: null },
    { type: 'reviewSession', id: 7, outcome: 'splendid', word: '', reasons: [] },
    { type: 'reviewSession', id: 7, outcome: 'done', word: '', reasons: ['laziness'] },
    { type: 'checkIn', energy: 'splendid', flow: null, satisfaction: null, sentence: '' },
    { type: 'checkIn', energy: 'low', flow: null, satisfaction: null },
    { type: 'editItem', id: 'A-1', due: '2026-12-24' },
    { type: 'moveItem', id: 'A-1', state: 'gone' },
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
