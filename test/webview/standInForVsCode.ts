declare global {
  interface Window {
    posted: unknown[];
    /** When the panel asked for a snapshot, and when the answer was painted; by `performance.now()`. */
    readyAt: number;
    paintedAt: number;
    acquireVsCodeApi: () => unknown;
  }
}

/** Runs in the page before everything else; the host answers its first request with `answers`, after which all of `drawn` is there. */
export function standInForVsCode({
  answers,
  drawn,
  trial,
  checked,
  rows,
  state: kept,
}: {
  answers: readonly object[];
  drawn: readonly string[];
  /** Answers whatever is tried; null: nothing does. */
  trial: object | null;
  /** Answers whatever rule is checked. */
  checked: object;
  /** Answers whoever asks for the first rows behind something; null: nothing does. */
  rows: object | null;
  /** What the page kept before. */
  state: object;
}): void {
  sessionStorage.setItem('state', sessionStorage.getItem('state') ?? JSON.stringify(kept));
  window.posted = [];
  window.acquireVsCodeApi = () => ({
    postMessage(message: unknown) {
      window.posted.push(message);
      const { type, turn } = message as { type: string; turn?: number };
      if (type === 'readRows' && rows) window.postMessage({ type: 'rows', turn, rows }, '*');
      if (type === 'try' && trial) window.postMessage({ type: 'trial', trial: { turn, state: trial } }, '*');
      if (type === 'checkRule') window.postMessage({ type: 'checked', checked: { turn, ...checked } }, '*');
      if (window.posted.length > 1 || answers.length === 0) return;
      window.readyAt = performance.now();
      for (const answer of answers) window.postMessage(answer, '*');
      const root = document.getElementById('andon');
      const whenDrawn = () => {
        if (drawn.every(selector => root?.querySelector(selector))) {
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
