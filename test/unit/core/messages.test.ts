import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PANEL_REQUEST } from '../../../src/core/messages.ts';

describe('what the panel may ask', () => {
  it('is understood', () => {
    for (const type of ['ready', 'start', 'notNow', 'pause', 'resume', 'openDataFolder', 'showLog']) {
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
