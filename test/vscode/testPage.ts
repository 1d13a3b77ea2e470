import type { Browser, Page } from 'playwright-core';

/** How a suite ended: by the workbench's word, or because something broke. */
export interface SuiteResult {
  readonly code: number;
  readonly reason?: string;
  readonly workbenchReported?: boolean;
}

/** The workbench's own log comes on the same way as the extension host's console; this drops the former. */
const WORKBENCH_LOG =
  /^(%c|Resolv(ing|ed) connection token|Creating a socket|\[reconnection-grace-time\]|\[AgentHost|\[ChatModelSelection\]|\[AccountPolicyGate\]|Updating additional builtin|\[Service Worker\]|Canceled(: Canceled)?$|Ignoring fetching additional builtin|Creation of workbench contribution|getaddrinfo ENOTFOUND|DialogService: Dialog requested)/;

/** Opens a workbench that runs a test suite: its console goes to ours, its end to `onEnd`. */
export async function openTestPage(
  browser: Browser,
  url: string,
  onEnd: (result: SuiteResult) => void,
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  await page.exposeFunction('codeAutomationLog', log);
  await page.exposeFunction('codeAutomationExit', (code: number | undefined) => {
    onEnd({ code: code ?? 1, workbenchReported: true });
  });
  page.on('crash', () => {
    onEnd({ code: 1, reason: 'the workbench page crashed' });
  });
  page.on('close', () => {
    onEnd({ code: 1, reason: 'the workbench page closed' });
  });
  await page.goto(url);
  return page;
}

function log(type: string, args: readonly unknown[]): void {
  const isWanted = ['log', 'info', 'warn', 'error'].includes(type) && !WORKBENCH_LOG.test(String(args[0]));
  if (!isWanted && process.env['ANDON_VERBOSE'] === undefined) return;
  if (type === 'error' || type === 'warn') console.error(...args);
  else console.log(...args);
}
