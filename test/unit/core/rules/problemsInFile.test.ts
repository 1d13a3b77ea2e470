import assert from 'node:assert/strict';
import fc from 'fast-check';
import { problemsInFile } from '../../../../src/core/rules/problemsInFile.ts';

/** What is marked in a settings.json, and what is said there. */
function marked(text: string): [mark: string, message: string][] {
  const problems = problemsInFile(text);
  assert.ok(problems);
  return problems.map(({ offset, length, message }) => [text.slice(offset, offset + length), message]);
}

const marks = (text: string) => marked(text).map(([mark]) => mark);
/** A settings.json with these rules of one's own. */
const custom = (...rules: string[]) => `{ "andon.customRules": [${rules.join(', ')}] }`;
const OFF = 'This rule is off; the others are at work.';

describe('what is wrong with rules in settings.json', () => {
  it('is nothing where nothing is', () => {
    assert.deepEqual(marked('{}'), []);
    assert.deepEqual(marked('{ "editor.fontSize": 12, "andon.rules": { "rest/no-break": "off" } }'), []);
    assert.deepEqual(
      marked(custom('{ "id": "mine/many", "when": { "count": "git", "gte": 5 }, "message": "{count}" }')),
      [],
    );
  });

  it('is not looked for in what is nested deeper than anybody means', () => {
    const depth = 100_000;
    assert.equal(problemsInFile(`{ "andon.rules": ${'['.repeat(depth)}${']'.repeat(depth)} }`), null);
  });

  it('is marked at the value that is wrong', () => {
    const text = custom(
      '{ "id": "mine/many", "when": { "count": "git", "over": "20 min", "gte": 5 }, "message": "{count}" }',
    );
    assert.deepEqual(marked(text), [
      ['"20 min"', `when.over: must be a length of time, such as 20m, 4h or 1d. ${OFF}`],
    ]);
  });

  it('is marked deep in a list of conditions', () => {
    const text = custom(
      '{ "id": "mine/many", "when": { "all": [{ "count": "git", "gte": 1 }, { "count": "gti", "gte": 1 }] }, "message": "x" }',
    );
    assert.deepEqual(marks(text), ['"gti"']);
  });

  it('is marked at the name of what is wrong as a whole', () => {
    const text = custom('{ "id": "mine/many", "when": { "count": "git" }, "message": "x" }');
    assert.deepEqual(marked(text), [['"when"', `when: needs exactly one of gte, gt, lte and lt. ${OFF}`]]);
  });

  it('is marked at the key that there is not', () => {
    const text = custom(
      '{ "id": "mine/many", "when": { "count": "git", "gte": 5, "ovre": "1h" }, "message": "x", "colour": [1] }',
    );
    assert.deepEqual(marks(text).sort(), ['"colour"', '"ovre"']);
  });

  it('is marked at the id where something is missing', () => {
    const text = custom('{ "when": { "count": "git", "gte": 5 }, "id": "mine/many" }');
    assert.deepEqual(marked(text), [['"mine/many"', `message: must be a text in quotes. ${OFF}`]]);
  });

  it('is marked at the brace of a rule without an id, and at what is no rule', () => {
    const text = custom('{ "when": { "count": "git", "gte": 5 }, "message": "x" }', '3');
    assert.deepEqual(
      problemsInFile(text)?.map(({ offset }) => offset),
      [text.indexOf('{ "when"'), text.indexOf('3]')],
    );
  });

  it('is marked at the second of two rules with one id', () => {
    const rule = '{ "id": "mine/many", "when": { "count": "git", "gte": 5 }, "message": "x" }';
    const text = custom(rule, rule);
    assert.deepEqual(
      problemsInFile(text)?.map(({ offset }) => offset),
      [text.lastIndexOf('"mine/many"')],
    );
  });

  it('is marked at a level, an option and a rule that there is not', () => {
    const text = `{
      // Comments may stand here.
      "andon.rules": {
        "rest/no-break": { "level": "loud", "pause": "5m" },
        "rest/late-work": 3,
        "no/such": "off", // and trailing commas
      },
    }`;
    assert.deepEqual(marked(text), [
      ['"no/such"', 'no/such: is no rule.'],
      ['"5m"', 'pause: is no option of this rule.'],
      ['"loud"', 'level: must be one of off, panel, statusBar, toast.'],
      [
        '"rest/late-work"',
        'rest/late-work: must be off, panel, statusBar, toast, or an object with level and options.',
      ],
    ]);
  });

  it('is marked in the last of two settings of one name, which holds', () => {
    const text = '{ "andon.rules": { "a/b": "off" }, "andon.rules": { "c/d": "off" } }';
    assert.deepEqual(marks(text), ['"c/d"']);
  });

  it('is not told where the text is no JSON', () => {
    assert.equal(problemsInFile('{ "andon.rules": { "a/b": '), null);
    assert.equal(problemsInFile(''), null);
  });

  it('is left to the schema where a setting is of another type', () => {
    assert.deepEqual(marked('{ "andon.rules": [], "andon.customRules": {} }'), []);
    assert.deepEqual(marked('[]'), []);
  });

  it('always lies in the text', () => {
    fc.assert(
      fc.property(
        fc.object({ maxDepth: 4 }),
        fc.array(fc.jsonValue({ maxDepth: 4 })),
        (rules, customRules) => {
          const text = JSON.stringify(
            { 'andon.rules': rules, 'andon.customRules': customRules },
            undefined,
            1,
          );
          for (const { offset, length } of problemsInFile(text) ?? []) {
            assert.ok(offset >= 0 && length > 0 && offset + length <= text.length);
          }
        },
      ),
    );
  });
});
