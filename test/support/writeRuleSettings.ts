import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { customRulesSetting, rulesSetting } from '../../src/core/rules/rulesSetting.ts';

/** What settings.json is to complete and explain of rules, by the schemas that read them. */
export const RULE_SETTINGS: Readonly<Record<string, object>> = {
  'andon.rules': jsonSchema(rulesSetting),
  'andon.customRules': jsonSchema(customRulesSetting),
};

function jsonSchema(schema: z.ZodMiniType): Readonly<Record<string, unknown>> {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' }) as Readonly<Record<string, unknown>>;
  return rest;
}

/** `node test/support/writeRuleSettings.ts` puts it into package.json, after a rule or the form of rules has changed. */
if (import.meta.main) {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
    contributes: { configuration: { properties: Record<string, object> } };
  };
  const { properties } = manifest.contributes.configuration;
  for (const [key, schema] of Object.entries(RULE_SETTINGS)) {
    const { default: fallback, scope, markdownDescription } = properties[key] as Record<string, unknown>;
    properties[key] = { ...schema, default: fallback, scope, markdownDescription };
  }
  writeFileSync('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
}
