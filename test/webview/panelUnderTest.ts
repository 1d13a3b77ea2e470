import { build } from 'esbuild';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { PanelRequest, Snapshot } from '../../src/core/messages/panel.ts';
import { panelPage } from '../../src/core/panelPage.ts';
import { REPOSITORY } from '../vscode/paths.ts';
import { THEMES, themeCss, type Theme } from './themes.ts';

const ORIGIN = 'https://panel.invalid';

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
  readonly height?: number;
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
    const { theme = 'dark', width = 330, height = 760, snapshot } = options;
    const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
    const panel = new PanelUnderTest(page);
    await page.addInitScript(standInForVsCode, snapshot);
    await page.route(`${ORIGIN}/**`, async route => {
      switch (new URL(route.request().url()).pathname) {
        case '/':
          return route.fulfill({ contentType: 'text/html', body: pageIn(theme) });
        case '/main.js':
          return route.fulfill({ contentType: 'text/javascript', body: bundle.script });
        case '/main.css':
          return route.fulfill({ contentType: 'text/css', body: bundle.style });
        case '/theme.css':
          return route.fulfill({ contentType: 'text/css', body: themeCss(theme) });
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
    .replace('<link', `<link rel="stylesheet" href="${ORIGIN}/theme.css">\n<link`)
    .replace('<body>', `<body class="${THEMES[theme].bodyClass}">`);
}

declare global {
  interface Window {
    posted: unknown[];
    /** When the panel asked for a snapshot, and when the answer was painted; by `performance.now()`. */
    readyAt: number;
    paintedAt: number;
    acquireVsCodeApi: () => unknown;
  }
}

/** Runs in the page before everything else. */
function standInForVsCode(snapshot: Snapshot | undefined): void {
  window.posted = [];
  window.acquireVsCodeApi = () => ({
    postMessage(message: { type: string }) {
      window.posted.push(message);
      if (message.type !== 'ready' || !snapshot) return;
      window.readyAt = performance.now();
      window.postMessage({ type: 'snapshot', snapshot }, '*');
      const root = document.getElementById('andon');
      const whenDrawn = () => {
        if (root?.querySelector('main:not([aria-busy])')) {
          // The second frame after the change begins when the first one is on the screen.
          requestAnimationFrame(() => requestAnimationFrame(() => (window.paintedAt = performance.now())));
        } else setTimeout(whenDrawn);
      };
      whenDrawn();
    },
    getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') as unknown,
    setState(state: unknown) {
      sessionStorage.setItem('state', JSON.stringify(state));
    },
  });
}
