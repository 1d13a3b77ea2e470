import assert from 'node:assert/strict';
import fc from 'fast-check';
import { jsonFault } from '../../../../src/core/tuning/jsonFault.ts';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('where a text ceases to be JSON', () => {
  const cases: [string, string, number, string][] = [
    ['a value that is missing', '{ "id": "mine/new",\n  "when": }', 2, 'a value'],
    ['a comma that is missing', '{\n  "a": 1\n  "b": 2\n}', 3, 'a comma or }'],
    ['a comma too many', '{\n  "a": 1,\n}', 3, 'a name in quotes'],
    ['a name without quotes', '{ a: 1 }', 1, 'a name in quotes or }'],
    ['a colon that is missing', '{ "a" 1 }', 1, 'a colon'],
    ['a list that is not closed', '[1,\n2\n', 3, 'a comma or ]'],
    ['a text that is not closed', '{ "a": "b }', 1, 'a value'],
    ['something after the end', '{}\n}', 2, 'nothing more'],
    ['a number that is none', '[1.]', 1, 'a value or ]'],
  ];
  for (const [name, text, line, wanted] of cases) {
    it(`is found: ${name}`, () => {
      assert.deepEqual(jsonFault(text), { line, wanted });
    });
  }

  it('is nowhere in what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 0, max: 3 }), (value, indent) => {
        assert.equal(jsonFault(JSON.stringify(value, null, indent)), null);
      }),
    );
  });

  it('is found wherever JSON.parse finds that something is wrong with marks and words', () => {
    const parts = fc.constantFrom('{', '}', '[', ']', ':', ',', '"a"', '1', 'true', ' ', '\n', 'x');
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 9 }), pieces => {
        const text = pieces.join('');
        assert.equal(jsonFault(text) === null, isJson(text), JSON.stringify(text));
      }),
      { numRuns: 2000 },
    );
  });
});
