import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { DEFAULT_COEFFICIENTS } from '../../../src/core/queue/coefficients.ts';
import { readSettings, SETTING_KEYS, SETTINGS, type SettingDefinition } from '../../../src/core/settings.ts';
import { RULE_SETTINGS } from '../../support/writeRuleSettings.ts';
import { COMMANDS } from '../../../src/vscode/commands/names.ts';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly category: string }[];
    readonly configuration: {
      readonly properties: { readonly [key: string]: Readonly<Record<string, unknown>> };
    };
  };
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const { properties } = manifest.contributes.configuration;

describe('settings', () => {
  it('are the same in package.json and in the schema', () => {
    assert.deepEqual(Object.keys(properties).sort(), SETTING_KEYS.map(key => `andon.${key}`).sort());
  });

  for (const key of SETTING_KEYS) {
    it(`andon.${key} has the same type, bounds, values, default and scope in both`, () => {
      const definition: SettingDefinition<unknown> = SETTINGS[key];
      const { $schema, ...schema } = z.toJSONSchema(definition.schema, { io: 'input' }) as Record<
        string,
        unknown
      >;
      const {
        markdownDescription,
        enumDescriptions,
        scope,
        default: fallback,
        ...declared
      } = properties[`andon.${key}`]!;
      // What rules may hold is explained at length, and read with more patience than the schema has.
      assert.deepEqual(declared, RULE_SETTINGS[`andon.${key}`] ?? schema);
      assert.deepEqual(fallback, definition.default);
      assert.equal(scope, definition.scope);
      assert.equal(typeof markdownDescription, 'string');
      if (schema['enum'])
        assert.equal((enumDescriptions as unknown[]).length, (schema['enum'] as unknown[]).length);
      const bounds = definition.bounds ?? [undefined, undefined];
      assert.deepEqual([schema['minimum'], schema['maximum']], [...bounds]);
    });
  }

  it('that decide on recording cannot be changed by a repository', () => {
    for (const key of SETTING_KEYS.filter(name =>
      /^(record|idle|focus|queue|rules|customRules|nudges)\b/.test(name),
    )) {
      assert.equal(SETTINGS[key].scope, 'application');
    }
  });
});

describe('readSettings', () => {
  const read = (values: { [key: string]: unknown }) => readSettings(key => values[key]);

  it('fills in defaults', () => {
    const { settings, problems } = read({});
    assert.equal(settings['idle.after'], 5);
    assert.deepEqual(problems, []);
  });

  it('takes a number outside its bounds as the nearest bound', () => {
    assert.equal(read({ 'idle.after': 0 }).settings['idle.after'], 0.5);
    assert.equal(read({ 'idle.after': 1e9 }).settings['idle.after'], 60);
    assert.deepEqual(read({ 'idle.after': 1e9 }).problems, []);
  });

  for (const wrong of ['5', null, [], {}, Number.NaN, true]) {
    it(`falls back to the default for ${JSON.stringify(wrong)}, with a message that names the setting`, () => {
      const { settings, problems } = readSettings(key => (key === 'idle.after' ? wrong : undefined));
      assert.equal(settings['idle.after'], 5);
      // VS Code has no null for a setting that is not set: it is taken as unset.
      assert.deepEqual(
        problems.map(p => p.key),
        wrong === null ? [] : ['idle.after'],
      );
      for (const { message } of problems) assert.match(message, /andon\.idle\.after/);
    });
  }
});

describe('folders to exclude', () => {
  it('must be absolute; one slip does not undo the rest', () => {
    const folders = ['/home/dev/secret', '', 'secret', '~/secret', 'C:\\work', '/'];
    const { settings, problems } = readSettings(key =>
      key === 'record.excludeFolders' ? folders : undefined,
    );
    assert.deepEqual(settings['record.excludeFolders'], ['/home/dev/secret', 'C:\\work']);
    assert.equal(problems.length, 1);
  });

  it('are quoted in short', () => {
    const { problems } = readSettings(key =>
      key === 'record.excludeFolders' ? 'x'.repeat(20_000) : undefined,
    );
    assert.ok((problems[0]?.message.length ?? Infinity) < 200);
  });
});

describe('coefficients', () => {
  const read = (value: unknown) => {
    const { settings, problems } = readSettings(key => (key === 'queue.coefficients' ? value : undefined));
    return { coefficients: settings['queue.coefficients'], problems };
  };

  it('keep their defaults where they are not named', () => {
    const { coefficients, problems } = read({ due: 20, age: 0 });
    assert.deepEqual(coefficients, { ...DEFAULT_COEFFICIENTS, due: 20, age: 0 });
    assert.deepEqual(problems, []);
  });

  it('are each right or wrong by themselves, and a wrong one is told', () => {
    const { coefficients, problems } = read({ due: 20, age: 'old', blocked: 1e9, haste: 5 });
    assert.deepEqual(coefficients, { ...DEFAULT_COEFFICIENTS, due: 20 });
    assert.equal(problems.length, 1);
    assert.match(problems[0]?.message ?? '', /andon\.queue\.coefficients/);
  });

  for (const wrong of ['12', 12, [], [12], true]) {
    it(`are all the defaults where there is ${JSON.stringify(wrong)} instead`, () => {
      const { coefficients, problems } = read(wrong);
      assert.deepEqual(coefficients, DEFAULT_COEFFICIENTS);
      assert.equal(problems.length, 1);
    });
  }
});

describe('commands', () => {
  it('are the same in package.json and in the source', () => {
    assert.deepEqual(manifest.contributes.commands.map(c => c.command).sort(), [...COMMANDS].sort());
  });
  it('stand under Andon in the palette', () => {
    for (const { category } of manifest.contributes.commands) assert.equal(category, 'Andon');
  });
});
