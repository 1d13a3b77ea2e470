import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** Opens every disclosure that is closed, those within others too; sections are open from the start. */
export async function openEverything(page: Page): Promise<void> {
  const closed = 'button[aria-expanded="false"]';
  for (let depth = 0; depth < 5; depth++) {
    await page.evaluate(async selector => {
      for (const button of document.querySelectorAll<HTMLElement>(selector)) button.click();
      await new Promise(requestAnimationFrame);
    }, closed);
    if ((await page.locator(closed).count()) === 0) return;
  }
  assert.fail(`${await page.locator(closed).count()} disclosures do not open`);
}

export async function tabTo(page: Page, name: string): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    if ((await focused(page)) === name) return;
  }
  assert.fail(`Tab never reached ${name}`);
}

/** The name of what has the focus, as a screen reader would say it. */
export async function focused(page: Page): Promise<string> {
  const name = await page.evaluate(() => {
    const element = document.activeElement;
    const labelled = element?.getAttribute('aria-labelledby')?.split(' ');
    const parts = labelled?.map(id => document.getElementById(id)?.textContent ?? '');
    return parts?.join(' ') ?? element?.getAttribute('aria-label') ?? element?.textContent ?? '';
  });
  return plain(name);
}

/** Without isolates, white space as one blank. */
export function plain(text: string): string {
  return text
    .replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
