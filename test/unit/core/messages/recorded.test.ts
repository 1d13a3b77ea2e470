import assert from 'node:assert/strict';
import { RECORDED_COMMANDS, RECORDED_REQUEST } from '../../../../src/core/messages/recorded.ts';
import { COMMANDS } from '../../../../src/vscode/commands/names.ts';

describe('what the page “What is recorded” may ask', () => {
  it('is understood', () => {
    for (const type of ['ready', 'start', 'resume', 'recordWorkspace', 'showLog']) {
      assert.deepEqual(RECORDED_REQUEST.safeParse({ type }).data, { type });
    }
    const request = { type: 'openSetting', key: 'record.keepMonths' };
    assert.deepEqual(RECORDED_REQUEST.safeParse(request).data, request);
  });

  it('is to run a few commands of ours, and no other', () => {
    for (const command of RECORDED_COMMANDS) {
      assert.ok((COMMANDS as readonly string[]).includes(command));
      assert.equal(RECORDED_REQUEST.safeParse({ type: 'run', command }).success, true);
    }
    for (const command of ['workbench.action.quit', 'andon.start', '', undefined]) {
      assert.equal(RECORDED_REQUEST.safeParse({ type: 'run', command }).success, false);
    }
  });
});
