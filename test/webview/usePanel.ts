import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../vscode/chromium.ts';
import {
  buildPanel,
  PanelUnderTest,
  type Bundle,
  type PageName,
  type PanelOptions,
} from './panelUnderTest.ts';

export interface PanelForTests {
  /** Opens a panel for one test; it is closed after it, and must not have complained. */
  open(options: PanelOptions): Promise<PanelUnderTest>;
  /** The one that was opened last in this test. */
  readonly opened: PanelUnderTest;
  readonly bundle: Bundle;
}

/** A browser for all tests of the calling `describe`, with pictures of its panels after a failure. */
export function usePanel(name: PageName = 'panel'): PanelForTests {
  let browser: Browser;
  let bundle: Bundle;
  let panels: PanelUnderTest[] = [];

  before(async () => {
    [browser, bundle] = await Promise.all([launchChromium(), buildPanel(name)]);
  });
  after(() => browser.close());
  afterEach(async function () {
    const opened = panels;
    panels = [];
    for (const panel of opened) {
      if (this.currentTest?.state === 'failed') await panel.screenshot(`failed ${this.currentTest.title}`);
      await panel.close();
    }
    assert.deepEqual(
      opened.flatMap(panel => panel.complaints),
      [],
    );
  });

  return {
    open: async options => {
      const panel = await PanelUnderTest.open(browser, bundle, options);
      panels.push(panel);
      return panel;
    },
    get opened() {
      const last = panels.at(-1);
      assert.ok(last, 'no panel is open');
      return last;
    },
    get bundle() {
      return bundle;
    },
  };
}
