import fs from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from '../vscode/paths.ts';
import { checkStep } from './checkStep.ts';
import { fileGroups, isTestFile } from './fileGroups.ts';
import { hostStep } from './hostStep.ts';
import { mochaStep } from './mochaStep.ts';
import type { Step } from './step.ts';

export const PARTS = ['checks', 'unit', 'webview', 'package', 'host', 'ui'] as const;
export type Part = (typeof PARTS)[number];

export function isPart(name: string): name is Part {
  return (PARTS as readonly string[]).includes(name);
}

/** A browser takes part, and the machine may be slow. */
const SLOW = ['--timeout', '300000', '--slow', '15000'];
const TSC = 'node_modules/typescript/bin/tsc';
/** The webview and its tests see the DOM; nothing else does. */
const TYPE_PROJECTS = ['tsconfig.json', 'src/webview/tsconfig.json', 'test/webview/tsconfig.json'];

/** The steps of each part; `mochaArgs` narrow a suite down, as files or `--grep`. */
export function steps(part: Part, mochaArgs: readonly string[]): readonly Step[] {
  switch (part) {
    case 'checks':
      return checks();
    case 'unit':
      return [mochaStep('unit', narrowed('test/unit/**/*.test.ts', mochaArgs))];
    case 'webview':
      return [
        {
          ...mochaStep('webview', [...SLOW, ...narrowed('test/webview/**/*.test.ts', mochaArgs)]),
          attempts: 2,
        },
      ];
    case 'package':
      return [checkStep('package', ['esbuild.mjs', '--production'], ['package.mjs'])];
    case 'host':
      return host(grepOf(mochaArgs));
    case 'ui':
      return ui(mochaArgs);
  }
}

/** All of it, and once more what has to do with git, without VS Code's own extension for it. */
function host(grep: string | undefined): Step[] {
  const all = hostStep('host', { grep });
  const withoutGit = hostStep('host without git', {
    grep: grep ?? 'activation|a repository|a commit|the branch',
    without: ['vscode.git'],
  });
  return [
    { ...all, attempts: 2 },
    { ...withoutGit, attempts: 2 },
  ];
}

/** Each file in a process and an editor of its own, so that none suffers from another's end. */
function ui(mochaArgs: readonly string[]): Step[] {
  const all = fs.globSync('test/ui/**/*.test.ts', { cwd: REPOSITORY }).sort();
  const options = mochaArgs.filter(arg => !isTestFile(arg));
  return fileGroups(all, mochaArgs).map(files => {
    const name = files.length === 1 ? `ui ${path.basename(files[0]!)}` : 'ui';
    const args = ['--require', './test/ui/hooks.ts', '--exit', ...SLOW, ...files, ...options];
    return { ...mochaStep(name, args), attempts: 2 };
  });
}

function checks(): Step[] {
  return [
    checkStep('types', ...TYPE_PROJECTS.map((project): [string, ...string[]] => [TSC, '-p', project])),
    checkStep('lint', ['node_modules/eslint/bin/eslint.js', '.']),
    checkStep('format', ['node_modules/prettier/bin/prettier.cjs', '--check', '.']),
    checkStep('dead code', ['node_modules/knip/bin/knip.js']),
  ];
}

/** All files of the suite, unless some are named. */
function narrowed(all: string, mochaArgs: readonly string[]): string[] {
  return mochaArgs.some(isTestFile) ? [...mochaArgs] : [all, ...mochaArgs];
}

function grepOf(mochaArgs: readonly string[]): string | undefined {
  const index = mochaArgs.findIndex(arg => arg === '--grep' || arg === '-g');
  return index === -1 ? undefined : mochaArgs[index + 1];
}
