import type { Snapshot } from '../../src/core/messages/panel.ts';
import type { QueueView } from '../../src/core/messages/queue.ts';

declare global {
  interface Window {
    posted: unknown[];
    /** When the panel asked for a snapshot, and when the answer was painted; by `performance.now()`. */
    readyAt: number;
    paintedAt: number;
    acquireVsCodeApi: () => unknown;
  }
}

/** What the host answers `ready` with. */
export interface Shown {
  /** Without one the panel waits. */
  readonly snapshot?: Snapshot;
  readonly queue?: QueueView;
}

/** Runs in the page before everything else. */
export function standInForVsCode({ snapshot, queue }: Shown): void {
  window.posted = [];
  window.acquireVsCodeApi = () => ({
    postMessage(message: { type: string }) {
      window.posted.push(message);
      if (message.type !== 'ready' || !snapshot) return;
      window.readyAt = performance.now();
      window.postMessage({ type: 'snapshot', snapshot }, '*');
      if (queue) window.postMessage({ type: 'queue', queue }, '*');
      const root = document.getElementById('andon');
      const whenDrawn = () => {
        const isDrawn = root?.querySelector('main:not([aria-busy])');
        if (isDrawn && (!queue || root?.querySelector('.queue'))) {
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
