import fs from 'node:fs';
import path from 'node:path';
import { launchChromium } from '../vscode/chromium.ts';
import { REPOSITORY } from '../vscode/paths.ts';
import { buildPanel, PanelUnderTest } from './panelUnderTest.ts';
import * as snapshots from './snapshots.ts';
import { THEME_NAMES } from './themes.ts';

/** Pictures of the panel in every state, theme and width, into test-results/panel: `node test/webview/look.ts [name]`. */
const FOLDER = path.join(REPOSITORY, 'test-results/panel');
const STATES = {
  busy: snapshots.busy(),
  inSession: snapshots.inSession(),
  sessionPaused: snapshots.sessionPaused(),
  sessionOver: snapshots.sessionOver(),
  inFlow: snapshots.inFlow(),
  toReview: snapshots.toReview(),
  empty: snapshots.empty(),
  firstMinute: snapshots.firstMinute(),
  notStarted: snapshots.notStarted(),
  deferred: snapshots.notStarted(true),
  paused: snapshots.paused(),
  unavailable: snapshots.unavailable(),
  hostile: snapshots.hostile(),
  crowded: snapshots.crowded(),
};

const only = process.argv[2] ?? '';
fs.mkdirSync(FOLDER, { recursive: true });
const browser = await launchChromium();
const bundle = await buildPanel();
for (const [name, snapshot] of Object.entries(STATES)) {
  for (const theme of THEME_NAMES) {
    for (const width of [200, 330, 900]) {
      const file = `${name}-${theme}-${width}.png`;
      if (!file.includes(only)) continue;
      const panel = await PanelUnderTest.open(browser, bundle, { theme, width, snapshot });
      await panel.page.screenshot({ path: path.join(FOLDER, file), fullPage: true });
      if (panel.complaints.length > 0) console.log(file, panel.complaints);
      await panel.close();
    }
  }
}
await browser.close();
