import '@vscode-elements/elements/dist/vscode-button/index.js';
import './main.css';
import { render } from 'preact';
import type { Snapshot, SnapshotMessage } from '../core/messages/panel.ts';
import type { QueueMessage, QueueView } from '../core/messages/queue.ts';
import { PANEL_ROOT_ID } from '../core/panelPage.ts';
import { Panel } from './Panel.tsx';
import { PanelContext } from './panelContext.ts';
import { restoreToggled, toggle } from './uiState.ts';
import { post } from './vscodeApi.ts';

let snapshot: Snapshot | null = null;
let queue: QueueView | null = null;
let toggled = restoreToggled();
const root = document.getElementById(PANEL_ROOT_ID);

function paint(): void {
  if (!root) return;
  const services = { toggled, toggle: toggleAndPaint, post };
  render(
    <PanelContext value={services}>
      <Panel snapshot={snapshot} queue={queue} />
    </PanelContext>,
    root,
  );
}

function toggleAndPaint(id: string): void {
  toggled = toggle(toggled, id);
  paint();
}

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (!isFromHost(data)) return;
  if (data.type === 'snapshot') snapshot = data.snapshot;
  else queue = data.queue;
  paint();
});

/** Only the host can post here, so its word on the rest is taken. */
function isFromHost(data: unknown): data is SnapshotMessage | QueueMessage {
  if (typeof data !== 'object' || data === null || !('type' in data)) return false;
  return data.type === 'snapshot' || data.type === 'queue';
}

paint();
post({ type: 'ready' });
