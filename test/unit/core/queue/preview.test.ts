import assert from 'node:assert/strict';
import { previewText } from '../../../../src/core/queue/preview.ts';
import { quickAdd } from '../../../../src/core/queue/quickAdd.ts';
import { withoutControls } from '../../../../src/core/text/isolate.ts';
import { TODAY } from './builders.ts';

const preview = (line: string) => withoutControls(previewText(quickAdd(line, TODAY), TODAY));

describe('previewText', () => {
  it('says what every part of a line was taken for', () => {
    assert.equal(
      preview('fix login #bug #auth ~2h !high due:fri @waiting'),
      'fix login · #bug · #auth · 2 h 00 · high priority · due Fri (2026-11-27) · waiting',
    );
  });

  it('says no more than was said', () => assert.equal(preview('fix login'), 'fix login'));

  it('shows what was not understood as part of the title', () => {
    assert.equal(preview('fix login ~soon !urgent'), 'fix login ~soon !urgent');
  });
});
