import fs from 'node:fs';
import path from 'node:path';
import type { AxeResults, Result } from 'axe-core';
import type { Frame } from 'playwright-core';
import { REPOSITORY } from './paths.ts';

const AXE = path.join(REPOSITORY, 'node_modules/axe-core/axe.min.js');

/**
 * What axe finds wrong in a webview, by all its rules or some. Its source is evaluated, not loaded, so no content policy is in its
 * way.
 */
export async function accessibilityViolations(frame: Frame, rules?: readonly string[]): Promise<Result[]> {
  if (!(await frame.evaluate('"axe" in window'))) await frame.evaluate(fs.readFileSync(AXE, 'utf8'));
  // A page without a ground of its own is transparent, and axe does not see what VS Code draws behind it.
  await frame.evaluate(`
    const { style } = document.documentElement;
    style.background = '';
    if (getComputedStyle(document.documentElement).backgroundColor === 'rgba(0, 0, 0, 0)')
      style.background = 'var(--vscode-sideBar-background)';
  `);
  const options = { resultTypes: ['violations'], ...(rules === undefined ? {} : { runOnly: rules }) };
  const results = await frame.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return results.violations;
}

/** Violations as lines for a failure message: the rule, what is wrong, and the elements. */
export function describeViolations(violations: readonly Result[]): string {
  return violations
    .map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(node => `    ${node.html}`).join('\n')}`)
    .join('\n');
}
