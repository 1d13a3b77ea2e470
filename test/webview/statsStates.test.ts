import assert from 'node:assert/strict';
import { flaws } from './flaws.ts';
import { openEverything } from './page.ts';
import { STATS_STATES, STATS_WIDTHS } from './statsStates.ts';
import { usePanel } from './usePanel.ts';

describe('The stats are free of what axe finds, and as wide as their place, in every theme', () => {
  const panel = usePanel('stats');

  for (const [name, stats] of Object.entries(STATS_STATES)) {
    it(name, async () => {
      const { page } = await panel.open({ stats: stats(), width: 330 });
      await openEverything(page);
      assert.deepEqual(await flaws(panel.opened, `stats ${name}`, STATS_WIDTHS), []);
    });
  }
});
