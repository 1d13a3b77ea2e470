import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { ALL_RULES } from '../../../../src/core/rules/builtIn/all.ts';
import { readRules } from '../../../../src/core/rules/readRules.ts';
import { STREAM_NAMES } from '../../../../src/core/rules/streams.ts';
import { REPOSITORY } from '../../../vscode/paths.ts';

const readme = fs.readFileSync(path.join(REPOSITORY, 'README.md'), 'utf8');
const rules = readme.slice(readme.indexOf('## Rules'), readme.indexOf('## For engineers'));

/** The JSON of the examples that set something. */
function example(setting: string): unknown {
  const [, block = ''] = new RegExp(`\`\`\`jsonc\n("${setting}"[^]*?)\`\`\``).exec(rules) ?? [];
  return (JSON.parse(`{${block}}`) as Readonly<Record<string, unknown>>)[setting];
}

describe('what README says of rules', () => {
  it('names each with its options, their defaults, its reason and source', () => {
    for (const { id, description, options, reason, source } of ALL_RULES) {
      const row = rules.split('\n').find(line => line.startsWith(`| \`${id}\``)) ?? '';
      for (const text of [description, reason, source]) assert.ok(row.includes(text), `${id}: ${text}`);
      for (const [name, option] of Object.entries(options ?? {})) {
        assert.ok(row.includes(`\`${name}\` ${option.default}`), `${id}: ${name}`);
      }
    }
  });

  it('names every stream', () => {
    for (const stream of STREAM_NAMES) assert.ok(rules.includes(`\`${stream}\``), stream);
  });

  it('has examples that can be read', () => {
    const customRules = example('andon.customRules') as readonly object[];
    const { problems } = readRules({
      rules: example('andon.rules') as Readonly<Record<string, unknown>>,
      customRules,
    });
    assert.deepEqual(problems, []);
    assert.equal(customRules.length, 2);
  });
});
