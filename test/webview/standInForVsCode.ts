import type { Snapshot } from '../../src/core/messages/panel.ts';

declare global {
  interface Window {
    posted: unknown[];
    /** When the panel asked for a snapshot, and when the answer was painted; by `performance.now()`. */
    readyAt: number;
    paintedAt: number;
    acquireVsCodeApi: () => unknown;
  }
}

/** Runs in the page before everything else; without a snapshot the panel waits. */
export function standInForVsCode(snapshot: Snapshot | undefined): void {
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
