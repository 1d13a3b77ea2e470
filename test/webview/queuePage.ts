import type { Locator, Page } from 'playwright-core';
import { plain } from './page.ts';

/** What the tests of the queue do in its page. */

export function tree(page: Page): Locator {
  return page.getByRole('tree', { name: 'Queue' });
}

export function addField(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Add to the queue' });
}

/** The row of an item by its key. */
export function rowOf(page: Page, key: string): Locator {
  return page.getByRole('treeitem', { name: new RegExp(`^${key} `) });
}

/** Puts the keyboard into the list, on an item. */
export async function goTo(page: Page, key: string): Promise<void> {
  await rowOf(page, key).locator('.item-title').click();
}

/** The name of the list's current row while the list has the keyboard, up to its first comma; else null. */
export async function current(page: Page): Promise<string | null> {
  const name = await page.evaluate(() => {
    const { activeElement } = document;
    if (activeElement?.getAttribute('role') !== 'tree') return null;
    const row = document.getElementById(activeElement.getAttribute('aria-activedescendant') ?? '');
    return row?.getAttribute('aria-label') ?? row?.textContent ?? null;
  });
  return name === null ? null : (plain(name).split(',')[0] ?? null);
}

/** The rows in the page, groups and items, as they are read: the first line of each. */
export async function lines(page: Page): Promise<string[]> {
  const rows = await tree(page)
    .getByRole('treeitem')
    .evaluateAll(elements =>
      elements
        .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
        .map(element => element.querySelector('.item-title, .group-line')?.textContent ?? ''),
    );
  return rows.map(plain);
}

/** Drags an item to a height of another row: 0 is its upper edge, 1 its lower one. */
export async function drag(
  page: Page,
  from: string,
  to: Locator,
  height: number,
  drop = true,
): Promise<void> {
  const title = await rowOf(page, from).locator('.item-title').boundingBox();
  if (!title) throw new Error(`${from} is not in sight`);
  await page.mouse.move(title.x + 20, title.y + 8);
  await page.mouse.down();
  // The groups that it can be dropped into show once it moves.
  await page.mouse.move(title.x + 20, title.y + 16, { steps: 3 });
  const target = await to.boundingBox();
  if (!target) throw new Error('The target is not in sight');
  await page.mouse.move(target.x + 40, target.y + target.height * height, { steps: 5 });
  if (drop) await page.mouse.up();
}
