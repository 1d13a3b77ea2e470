import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { codeExecutable } from '../vscode/codeExecutable.ts';
import { REPOSITORY, TEST_RESULTS } from '../vscode/paths.ts';
import { versionUnderTest } from '../vscode/versions.ts';
import { bundleHostTests, HOST_TESTS } from './bundleHostTests.ts';
import type { Step } from './step.ts';
import { suiteStep } from './suiteStep.ts';

export interface HostStepOptions {
  /** Only the tests whose full title matches. */
  readonly grep?: string | undefined;
  /** Built-in extensions that are disabled, by id. */
  readonly without?: readonly string[];
}

/** The suite that runs inside the extension host of a real VS Code, on the extension as it stands in `dist/`. */
export function hostStep(name: string, { grep, without = [] }: HostStepOptions = {}): Step {
  return suiteStep(name, async environment => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'andon-host-'));
    try {
      await bundleHostTests();
      return await runTests({
        vscodeExecutablePath: codeExecutable(),
        extensionDevelopmentPath: REPOSITORY,
        extensionTestsPath: HOST_TESTS,
        launchArgs: [
          prepareWorkspace(folder),
          ...throwawayProfile(folder),
          ...without.map(id => `--disable-extension=${id}`),
        ],
        extensionTestsEnv: {
          ...environment,
          ...suiteEnvironment(folder, grep),
          ANDON_TEST_WITHOUT: without.join(' '),
        },
      });
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      return 1;
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  });
}

/** A repository to open, on the branch `trunk`, with one file in it. Git itself is not asked: a few files make one. */
function prepareWorkspace(folder: string): string {
  const workspace = path.join(folder, 'workspace');
  fs.mkdirSync(workspace);
  fs.mkdirSync(path.join(workspace, '.git/logs'), { recursive: true });
  fs.writeFileSync(path.join(workspace, '.git/HEAD'), 'ref: refs/heads/trunk\n');
  fs.writeFileSync(path.join(workspace, '.git/logs/HEAD'), '');
  fs.writeFileSync(path.join(workspace, 'a.ts'), 'export const a = 1;\n');
  return workspace;
}

function throwawayProfile(folder: string): string[] {
  return [
    `--user-data-dir=${path.join(folder, 'user-data')}`,
    `--extensions-dir=${path.join(folder, 'extensions')}`,
  ];
}

function suiteEnvironment(folder: string, grep: string | undefined): Record<string, string> {
  return {
    ANDON_TEST_VERSION: versionUnderTest(),
    ANDON_TEST_STORAGE: path.join(folder, 'user-data/User/globalStorage/andon.andon'),
    ANDON_COLOR: process.stdout.isTTY ? '1' : '0',
    ANDON_SERVER_LOG: path.join(TEST_RESULTS, 'logs/host-server.log'),
    ...(grep === undefined ? {} : { ANDON_GREP: grep }),
  };
}
