import { build } from 'esbuild';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { PanelRequest, Snapshot, SnapshotMessage } from '../../src/core/messages/panel.ts';
import type { QueueMessage, QueueView } from '../../src/core/messages/queue.ts';
import type { FirstRows } from '../../src/core/messages/record.ts';
import type { RecordedMessage, RecordedRequest, RecordedView } from '../../src/core/messages/recorded.ts';
import type { StatsMessage, StatsRequest, StatsSnapshot } from '../../src/core/messages/stats.ts';
import type { TrialState, TuningMessage, TuningRequest, TuningView } from '../../src/core/messages/tuning.ts';
import { panelPage } from '../../src/core/panelPage.ts';
import type { Checked } from '../../src/core/tuning/checkRule.ts';
import { REPOSITORY, TEST_RESULTS } from '../vscode/paths.ts';
import { standInForVsCode } from './standInForVsCode.ts';
import { isTheme, THEMES, themeCss, type Theme } from './themes.ts';

const ORIGIN = 'https://panel.invalid';
const HEIGHT = 760;

export interface Bundle {
  readonly script: string;
  readonly style: string;
}

/** A page of ours: the panel in the sidebar, the stats or the settings in an editor tab. */
export type PageName = 'panel' | 'stats' | 'settings';

const ENTRIES: Readonly<Record<PageName, string>> = {
  panel: 'src/webview/main.tsx',
  stats: 'src/webview/stats/main.tsx',
  settings: 'src/webview/settings/main.tsx',
};

/** A page's script and style sheet, minified as they are shipped. */
export async function buildPanel(name: PageName = 'panel'): Promise<Bundle> {
  const { outputFiles } = await build({
    entryPoints: [path.join(REPOSITORY, ENTRIES[name])],
    outdir: 'dist/webview',
    bundle: true,
    minify: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    write: false,
  });
  const text = (extension: string) => outputFiles.find(file => file.path.endsWith(extension))?.text ?? '';
  return { script: text('.js'), style: text('.css') };
}

/** What the host answers `ready` with. */
export interface Shown {
  /** Answer `ready`, those that the page is of; without any the page waits. */
  readonly snapshot?: Snapshot;
  readonly queue?: QueueView;
  readonly stats?: StatsSnapshot;
  readonly recorded?: RecordedView;
  readonly tuning?: TuningView;
  /** Answers whatever is tried. */
  readonly trial?: TrialState;
  /** Answers whatever rule is checked. Default: it is right. */
  readonly checked?: Checked;
  /** Answers whoever asks for the first rows behind something. */
  readonly rows?: FirstRows;
  /** What the page has kept from before a reload. */
  readonly kept?: Kept;
}

export interface Kept {
  readonly toggled?: readonly string[];
  readonly chosen?: Readonly<Record<string, string>>;
}

export interface PanelOptions extends Shown {
  readonly theme?: Theme;
  readonly width?: number;
}

/** The panel in a page of its own, under its real content policy, with a stand-in for VS Code around it. */
export class PanelUnderTest {
  readonly page: Page;
  /** Errors, warnings and refusals of the content policy. */
  readonly complaints: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on('pageerror', error => this.complaints.push(error.message));
    page.on('console', message => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
  }

  static async open(browser: Browser, bundle: Bundle, options: PanelOptions = {}): Promise<PanelUnderTest> {
    const { theme = 'dark', width = 330 } = options;
    const answers = answersOf(options);
    const drawn = ['main:not([aria-busy])', ...(options.queue ? ['.queue'] : [])];
    const { trial = null, checked = { id: 'mine/rule', faults: [] }, kept = {}, rows = null } = options;
    const state = { toggled: kept.toggled ?? [], chosen: Object.entries(kept.chosen ?? {}) };
    const page = await browser.newPage({ viewport: { width, height: HEIGHT }, reducedMotion: 'reduce' });
    const panel = new PanelUnderTest(page);
    await page.addInitScript(standInForVsCode, { answers, drawn, trial, checked, rows, state });
    await page.route(`${ORIGIN}/**`, async route => {
      const file = new URL(route.request().url()).pathname;
      const css = path.basename(file, '.css');
      if (isTheme(css)) return route.fulfill({ contentType: 'text/css', body: themeCss(css) });
      switch (file) {
        case '/':
          return route.fulfill({ contentType: 'text/html', body: pageIn(theme) });
        case '/main.js':
          return route.fulfill({ contentType: 'text/javascript', body: bundle.script });
        case '/main.css':
          return route.fulfill({ contentType: 'text/css', body: bundle.style });
        default:
          return route.fulfill({ status: 404 });
      }
    });
    await page.goto(ORIGIN);
    if (answers.length > 0) for (const selector of drawn) await page.locator(selector).first().waitFor();
    // What is tried is answered once the page asks, a moment after it is drawn.
    if (trial && kept.toggled?.includes('trial')) {
      await page.locator('.rule-detail .stat [role="status"] p, progress').first().waitFor();
    }
    return panel;
  }

  async push(snapshot: Snapshot): Promise<void> {
    await this.send({ type: 'snapshot', snapshot });
  }

  async pushQueue(queue: QueueView): Promise<void> {
    await this.send({ type: 'queue', queue });
  }

  async pushRecorded(recorded: RecordedView): Promise<void> {
    await this.send({ type: 'recorded', recorded });
  }

  async pushStats(stats: StatsSnapshot): Promise<void> {
    await this.send({ type: 'stats', stats });
  }

  async pushTuning(tuning: TuningView): Promise<void> {
    await this.send({ type: 'tuning', tuning });
  }

  private async send(toSend: HostMessage): Promise<void> {
    await this.page.evaluate(async message => {
      window.postMessage(message, '*');
      await new Promise(resolve => setTimeout(resolve));
      await new Promise(requestAnimationFrame);
    }, toSend);
  }

  /** As VS Code does when the user chooses another one: new variables, another class, the same page. */
  async setTheme(theme: Theme): Promise<void> {
    await this.page.evaluate(
      async ({ href, bodyClass }) => {
        const link = document.querySelector('link');
        if (!link) throw new Error('the page has no theme');
        if (link.href === href) return;
        const loaded = new Promise(resolve => (link.onload = resolve));
        link.href = href;
        await loaded;
        document.body.className = bodyClass;
      },
      { href: `${ORIGIN}/${theme}.css`, bodyClass: THEMES[theme].bodyClass },
    );
  }

  async setWidth(width: number): Promise<void> {
    await this.page.setViewportSize({ width, height: HEIGHT });
    await this.page.evaluate(() => new Promise(requestAnimationFrame));
  }

  /** A picture of the whole panel in test-results/webview. */
  async screenshot(name: string): Promise<void> {
    const file = `${name.replace(/[^a-zA-Z0-9]+/g, '-')}.png`;
    await this.page.screenshot({ path: path.join(TEST_RESULTS, 'webview', file), fullPage: true });
  }

  /** What the panel has said to the host, in order. */
  requests(): Promise<Request[]> {
    return this.page.evaluate(() => window.posted as Request[]);
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}

type Request = PanelRequest | StatsRequest | RecordedRequest | TuningRequest;
type HostMessage = SnapshotMessage | QueueMessage | StatsMessage | RecordedMessage | TuningMessage;

function answersOf({ snapshot, queue, stats, recorded, tuning }: Shown): HostMessage[] {
  return [
    ...(snapshot ? [{ type: 'snapshot', snapshot } as const] : []),
    ...(queue ? [{ type: 'queue', queue } as const] : []),
    ...(stats ? [{ type: 'stats', stats } as const] : []),
    ...(recorded ? [{ type: 'recorded', recorded } as const] : []),
    ...(tuning ? [{ type: 'tuning', tuning } as const] : []),
  ];
}

function pageIn(theme: Theme): string {
  const page = panelPage({
    nonce: 'bm9uY2U',
    cspSource: ORIGIN,
    scriptUri: `${ORIGIN}/main.js`,
    styleUri: `${ORIGIN}/main.css`,
  });
  return page
    .replace('<link', `<link rel="stylesheet" href="${ORIGIN}/${theme}.css">\n<link`)
    .replace('<body>', `<body class="${THEMES[theme].bodyClass}">`);
}
