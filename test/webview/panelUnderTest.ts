import { build } from 'esbuild';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { PanelRequest, Snapshot } from '../../src/core/messages/panel.ts';
import { panelPage } from '../../src/core/panelPage.ts';
import { REPOSITORY, TEST_RESULTS } from '../vscode/paths.ts';
import { standInForVsCode } from './standInForVsCode.ts';
import { isTheme, THEMES, themeCss, type Theme } from './themes.ts';

const ORIGIN = 'https://panel.invalid';
const HEIGHT = 760;

export interface Bundle {
  readonly script: string;
  readonly style: string;
}

/** The panel's script and style sheet, minified as they are shipped. */
export async function buildPanel(): Promise<Bundle> {
  const { outputFiles } = await build({
    entryPoints: [path.join(REPOSITORY, 'src/webview/main.tsx')],
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

export interface PanelOptions {
  readonly theme?: Theme;
  readonly width?: number;
  /** Answers `ready`; without it the panel waits. */
  readonly snapshot?: Snapshot;
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
    const { theme = 'dark', width = 330, snapshot } = options;
    const page = await browser.newPage({ viewport: { width, height: HEIGHT }, reducedMotion: 'reduce' });
    const panel = new PanelUnderTest(page);
    await page.addInitScript(standInForVsCode, snapshot);
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
    if (snapshot) await page.locator('main:not([aria-busy])').waitFor();
    return panel;
  }

  async push(snapshot: Snapshot): Promise<void> {
    await this.page.evaluate(
      async message => {
        window.postMessage(message, '*');
        await new Promise(resolve => setTimeout(resolve));
        await new Promise(requestAnimationFrame);
      },
      { type: 'snapshot', snapshot },
    );
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
  requests(): Promise<PanelRequest[]> {
    return this.page.evaluate(() => window.posted as PanelRequest[]);
  }

  async close(): Promise<void> {
    await this.page.close();
  }
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
