import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bandOf, usualText } from '../../../../src/core/stats/usual.ts';

describe('bandOf', () => {
  it('is the middle half, in a straight line between neighbours', () => {
    assert.deepEqual(bandOf([40, 10, 30, 20]), { low: 17.5, high: 32.5 });
    assert.deepEqual(bandOf([1, 2, 3, 4, 5]), { low: 2, high: 4 });
  });

  it('takes four values, not counting those of which nothing can be said', () => {
    assert.equal(bandOf([1, 2, 3, null, null]), null);
    assert.deepEqual(bandOf([1, 1, 1, null, 1]), { low: 1, high: 1 });
  });

  it('leaves at most a quarter of the values below it, and a quarter above', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000), { minLength: 4, maxLength: 8 }), values => {
        const band = bandOf(values);
        assert.ok(band && band.low <= band.high);
        const quarter = Math.ceil((values.length - 1) / 4);
        assert.ok(values.filter(value => value < band.low).length <= quarter);
        assert.ok(values.filter(value => value > band.high).length <= quarter);
      }),
    );
  });
});

describe('usualText', () => {
  it('says one value where both ends look the same', () => {
    assert.equal(
      usualText({ low: 1.1, high: 1.2 }, value => value.toFixed(0)),
      'usual 1',
    );
    assert.equal(
      usualText({ low: 1, high: 2 }, value => value.toFixed(0)),
      'usual 1 to 2',
    );
    assert.equal(usualText(null, String), '');
  });
});
