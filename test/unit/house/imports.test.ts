import assert from 'node:assert/strict';
import { ESLint } from 'eslint';

/** Lints a text as though it stood at `file`, and answers the rules that it breaks. */
async function brokenRules(file: string, code: string): Promise<string[]> {
  const eslint = new ESLint({
    // The file does not exist: what needs its types stays off.
    overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parserOptions: { project: null } } }],
    ruleFilter: ({ ruleId }) => /restricted/.test(ruleId),
  });
  const [result] = await eslint.lintText(code, { filePath: file });
  return (result?.messages ?? []).map(message => message.ruleId ?? message.message);
}

describe('imports run one way', function () {
  this.timeout(60_000);

  const forbidden: readonly [file: string, code: string, rule: string][] = [
    ['src/core/activity/x.ts', `import '../../store/store.ts';`, 'import-x/no-restricted-paths'],
    ['src/core/x.ts', `import 'node:fs';`, '@typescript-eslint/no-restricted-imports'],
    ['src/core/x.ts', `import 'vscode';`, '@typescript-eslint/no-restricted-imports'],
    ['src/core/x.ts', `export const now = Date.now();`, 'no-restricted-properties'],
    ['src/core/x.ts', `export const now = new Date();`, 'no-restricted-syntax'],
    ['src/core/x.ts', `setTimeout(() => undefined, 1);`, 'no-restricted-globals'],
    ['src/base/x.ts', `import '../core/settings.ts';`, 'import-x/no-restricted-paths'],
    ['src/store/x.ts', `import '../runtime/recorder.ts';`, 'import-x/no-restricted-paths'],
    ['src/store/x.ts', `import 'vscode';`, '@typescript-eslint/no-restricted-imports'],
    ['src/transfer/x.ts', `import '../store/store.ts';`, 'import-x/no-restricted-paths'],
    ['src/runtime/x.ts', `import '../vscode/settings.ts';`, 'import-x/no-restricted-paths'],
    ['src/runtime/x.ts', `import 'vscode';`, '@typescript-eslint/no-restricted-imports'],
    ['src/cli/x.ts', `import '../vscode/settings.ts';`, 'import-x/no-restricted-paths'],
    ['src/webview/x.ts', `import '../runtime/recorder.ts';`, 'import-x/no-restricted-paths'],
    ['src/webview/x.ts', `import 'node:fs';`, '@typescript-eslint/no-restricted-imports'],
    ['src/vscode/x.ts', `import '../extension.ts';`, 'import-x/no-restricted-paths'],
  ];
  for (const [file, code, rule] of forbidden) {
    it(`${file} may not: ${code}`, async () => {
      assert.deepEqual(await brokenRules(file, code), [rule]);
    });
  }

  const allowed: readonly [file: string, code: string][] = [
    [
      'src/runtime/x.ts',
      `import '../store/store.ts';\nimport '../core/settings.ts';\nimport '../base/clock.ts';`,
    ],
    ['src/store/x.ts', `import '../core/settings.ts';\nimport 'node:fs';`],
    ['src/vscode/x.ts', `import 'vscode';\nimport '../runtime/recorder.ts';`],
    ['src/webview/x.ts', `import '../core/messages/panel.ts';`],
  ];
  for (const [file, code] of allowed) {
    it(`${file} may: ${code.replaceAll('\n', ' ')}`, async () => {
      assert.deepEqual(await brokenRules(file, code), []);
    });
  }
});
