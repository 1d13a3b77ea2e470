import fs from 'node:fs';
import path from 'node:path';
import { launchChromium } from '../vscode/chromium.ts';
import { TEST_RESULTS } from '../vscode/paths.ts';
import { buildPanel, PanelUnderTest, type Shown } from './panelUnderTest.ts';
import { RECORDED_STATES } from './recordedStates.ts';
import { crowded } from './snapshots.ts';
import { STATES } from './states.ts';
import { crowdedDay } from './statsSnapshots.ts';
import { STATS_STATES, STATS_WIDTHS } from './statsStates.ts';
import { THEME_NAMES } from './themes.ts';
import { TUNING_STATES } from './tuningStates.ts';

/**
 * Pictures of every page in every state, theme and width, into test-results/panel, test-results/stats and test-results/settings:
 * `node test/webview/look.ts [part of a name]`.
 */
const PAGES = {
  panel: {
    states: Object.entries({ ...STATES, crowded: () => ({ snapshot: crowded() }) }),
    widths: [200, 330, 900],
  },
  stats: {
    states: [
      ...Object.entries({ ...STATS_STATES, crowdedDay }).map(
        ([name, stats]) => [name, () => ({ stats: stats() })] as const,
      ),
      ...Object.entries(RECORDED_STATES).map(
        ([name, recorded]) => [name, () => ({ recorded: recorded() })] as const,
      ),
    ],
    widths: STATS_WIDTHS,
  },
  settings: { states: Object.entries(TUNING_STATES), widths: STATS_WIDTHS },
} satisfies Record<string, Page>;

interface Page {
  readonly states: readonly (readonly [name: string, answer: () => Shown])[];
  readonly widths: readonly number[];
}

const only = process.argv[2] ?? '';
const browser = await launchChromium();
for (const [page, { states, widths }] of Object.entries(PAGES)) {
  const folder = path.join(TEST_RESULTS, page);
  fs.mkdirSync(folder, { recursive: true });
  const bundle = await buildPanel(page as keyof typeof PAGES);
  for (const [name, answer] of states) {
    for (const theme of THEME_NAMES) {
      for (const width of widths) {
        const file = `${name}-${theme}-${width}.png`;
        if (!file.includes(only)) continue;
        const panel = await PanelUnderTest.open(browser, bundle, { theme, width, ...answer() });
        await panel.page.screenshot({ path: path.join(folder, file), fullPage: true });
        if (panel.complaints.length > 0) console.log(file, panel.complaints);
        await panel.close();
      }
    }
  }
}
await browser.close();
