import assert from 'node:assert/strict';
import { flaws } from './flaws.ts';
import { openEverything } from './page.ts';
import { STATES } from './states.ts';
import { usePanel } from './usePanel.ts';

describe('The panel is free of what axe finds, and as wide as its place, in every theme', () => {
  const panel = usePanel();

  for (const [name, shown] of Object.entries(STATES)) {
    it(name, async () => {
      const { page } = await panel.open(shown());
      await openEverything(page);
      assert.deepEqual(await flaws(panel.opened, name), []);
    });
  }
});
