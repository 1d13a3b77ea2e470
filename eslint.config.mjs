import eslint from '@eslint/js';
import { importX } from 'eslint-plugin-import-x';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * What each folder of src/ may import from the others: one natural way through the house, no way back. Only extension.ts, which
 * puts the house together, sees all.
 */
const MAY_IMPORT = {
  base: [],
  core: ['base'],
  store: ['core', 'base'],
  trackers: ['core', 'base'],
  transfer: ['core', 'base'],
  runtime: ['store', 'trackers', 'transfer', 'core', 'base'],
  vscode: ['runtime', 'store', 'trackers', 'transfer', 'core', 'base'],
  cli: ['runtime', 'store', 'trackers', 'transfer', 'core', 'base'],
  webview: ['core'],
};

const zones = Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
  target: `./src/${folder}`,
  from: './src',
  except: [folder, ...allowed].map(name => `./${name}`),
  message: `src/${folder} may import ${allowed.length > 0 ? allowed.join(', ') : 'nothing'} only.`,
}));

const noVscode = { name: 'vscode', message: 'Only src/vscode and extension.ts may import vscode.' };
const noNode = {
  regex: '^node:',
  message: 'src/core and src/webview run anywhere: nothing of Node in them.',
};

export default defineConfig(
  { ignores: ['node_modules', 'dist', '.vscode-test', 'test-results', 'coverage'] },
  eslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './src/webview/tsconfig.json', './test/webview/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // Leaving a field out by taking the rest is plain.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    plugins: { 'import-x': importX },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      '@typescript-eslint/no-restricted-imports': ['error', { paths: [noVscode] }],
    },
  },
  {
    files: ['src/core/**', 'src/webview/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { paths: [noVscode], patterns: [noNode] }],
    },
  },
  {
    files: ['src/core/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'setTimeout',
          'setInterval',
          'setImmediate',
          'queueMicrotask',
          'process',
          'Buffer',
          'performance',
          'fetch',
        ],
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time is an argument in src/core.' },
        { object: 'Math', property: 'random', message: 'Chance is an argument in src/core.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Time is an argument in src/core.',
        },
      ],
    },
  },
  {
    files: ['src/vscode/**', 'src/extension.ts', 'src/house.ts', 'test/**'],
    rules: { '@typescript-eslint/no-restricted-imports': 'off' },
  },
  {
    // Mocha's callbacks may return what they like, and a test may state what it knows.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
    },
  },
);
