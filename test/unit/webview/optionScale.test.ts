import assert from 'node:assert/strict';
import { ALL_RULES } from '../../../src/core/rules/builtIn/all.ts';
import { amountOf } from '../../../src/core/rules/options.ts';
import { scaleOf } from '../../../src/webview/settings/optionScale.ts';

/** Of every option that Andon comes with, all values that its slider can take. */
const SLIDERS = ALL_RULES.flatMap(({ id, options = {} }) =>
  Object.entries(options).map(([name, option]) => {
    const scale = scaleOf({ ...option, name, value: option.default, isThreshold: false });
    const values = Array.from({ length: scale.last + 1 }, (_, place) => scale.valueAt(place));
    return { name: `${id} ${name}`, option, scale, values };
  }),
);

describe('the slider of an option', () => {
  it('leads from one bound to the other, and to the default', () => {
    for (const { name, option, values } of SLIDERS) {
      const amounts = values.map(amountOf);
      assert.deepEqual(
        [amounts[0], amounts.at(-1)],
        [amountOf(option.minimum), amountOf(option.maximum)],
        name,
      );
      assert.ok(amounts.includes(amountOf(option.default)), name);
    }
  });

  it('says another, greater value at each place, so that no arrow key is without effect', () => {
    for (const { name, values, scale } of SLIDERS) {
      values.forEach((value, place) => {
        assert.equal(scale.placeOf(value), place, `${name} at ${value}`);
        assert.ok(place === 0 || Number(amountOf(value)) > Number(amountOf(values[place - 1])), name);
      });
    }
  });

  it('is fine enough beside the default, however far away the upper bound is', () => {
    for (const { name, option, scale, values } of SLIDERS) {
      const usual = Number(amountOf(option.default));
      const next = Number(amountOf(values[scale.placeOf(option.default) + 1] ?? option.default));
      const least = typeof option.default === 'string' ? 60_000 : Number(Number.isInteger(usual));
      assert.ok(next - usual <= Math.max(usual / 5, least), name);
    }
  });

  it('stands at the place next to a value that was written', () => {
    const [characters] = SLIDERS.filter(({ name }) => name === 'risk/uncommitted characters');
    assert.ok(characters);
    assert.equal(characters.scale.valueAt(characters.scale.placeOf(12_345)), 12_000);
  });
});
