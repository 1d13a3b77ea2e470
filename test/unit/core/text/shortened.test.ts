import assert from 'node:assert/strict';
import { shortened } from '../../../../src/core/text/shortened.ts';

describe('a text that is shortened', () => {
  it('stays as it is while there is room', () => {
    assert.equal(shortened('11 switches in 20 min.', 22), '11 switches in 20 min.');
  });

  it('ends after a whole word', () => {
    assert.equal(
      shortened('18 changes between a.ts and b.ts in 10 min.', 30),
      '18 changes between a.ts and…',
    );
  });

  it('ends within a word that is long', () => {
    assert.equal(shortened('Errors in aVeryLongNameOfAFile.ts for 45 min.', 20), 'Errors in aVeryLong…');
  });

  it('cuts no character in two', () => {
    assert.equal(shortened('🙂🙂🙂', 4), '🙂…');
  });
});
