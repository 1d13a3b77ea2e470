import type { Page } from 'playwright-core';
import { accessibilityViolations, describeViolations } from '../vscode/accessibility.ts';
import type { PanelUnderTest } from './panelUnderTest.ts';
import { THEME_NAMES } from './themes.ts';

const WIDTHS: readonly number[] = [200, 330, 900];
const USUAL_WIDTH = 330;
/** What differs by width is layout, and that does not differ by theme: axe sees one theme at all widths. */
const USUAL_THEME = 'dark';
/** What differs by theme is colour: of the other themes axe sees only that, at one width. */
const COLOR_RULES = ['color-contrast', 'link-in-text-block'];

/** What is wrong with an open panel in any theme and width: each as a line, with a picture `NAME THEME WIDTH` of it. */
export async function flaws(
  panel: PanelUnderTest,
  name: string,
  widths: readonly number[] = WIDTHS,
): Promise<string[]> {
  const found: string[] = [];
  for (const theme of THEME_NAMES) {
    await panel.setTheme(theme);
    for (const width of widths) {
      await panel.setWidth(width);
      const here = [await overflow(panel.page, width)];
      if (theme === USUAL_THEME) here.push(await violations(panel.page));
      else if (width === USUAL_WIDTH) here.push(await violations(panel.page, COLOR_RULES));
      const texts = here.filter(text => text !== '');
      if (texts.length > 0) await panel.screenshot(`${name} ${theme} ${width}`);
      found.push(...texts.map(text => `${theme}, ${width} px: ${text}`));
    }
  }
  return found;
}

async function overflow(page: Page, width: number): Promise<string> {
  const scrolled = await page.evaluate(() => document.documentElement.scrollWidth);
  return scrolled <= width ? '' : `${scrolled} px wide`;
}

async function violations(page: Page, rules?: readonly string[]): Promise<string> {
  return describeViolations(await accessibilityViolations(page.mainFrame(), rules));
}
