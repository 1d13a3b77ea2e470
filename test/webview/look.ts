import fs from 'node:fs';
import path from 'node:path';
import { launchChromium } from '../vscode/chromium.ts';
import { TEST_RESULTS } from '../vscode/paths.ts';
import { buildPanel, PanelUnderTest } from './panelUnderTest.ts';
import { crowded } from './snapshots.ts';
import { STATES } from './states.ts';
import { THEME_NAMES } from './themes.ts';

/** Pictures of the panel in every state, theme and width, into test-results/panel: `node test/webview/look.ts [name]`. */
const FOLDER = path.join(TEST_RESULTS, 'panel');
const only = process.argv[2] ?? '';
fs.mkdirSync(FOLDER, { recursive: true });
const browser = await launchChromium();
const bundle = await buildPanel();
for (const [name, snapshot] of Object.entries({ ...STATES, crowded })) {
  for (const theme of THEME_NAMES) {
    for (const width of [200, 330, 900]) {
      const file = `${name}-${theme}-${width}.png`;
      if (!file.includes(only)) continue;
      const panel = await PanelUnderTest.open(browser, bundle, { theme, width, snapshot: snapshot() });
      await panel.page.screenshot({ path: path.join(FOLDER, file), fullPage: true });
      if (panel.complaints.length > 0) console.log(file, panel.complaints);
      await panel.close();
    }
  }
}
await browser.close();
