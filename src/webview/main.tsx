import '@vscode-elements/elements/dist/vscode-button/index.js';
import './main.css';
import { render } from 'preact';
import type { Snapshot, SnapshotMessage } from '../core/messages/panel.ts';
import { PANEL_ROOT_ID } from '../core/panelPage.ts';
import { Panel } from './Panel.tsx';
import { PanelContext } from './panelContext.ts';
import { restoreToggled, toggle } from './uiState.ts';
import { post } from './vscodeApi.ts';

let snapshot: Snapshot | null = null;
let toggled = restoreToggled();
const root = document.getElementById(PANEL_ROOT_ID);

function paint(): void {
  if (!root) return;
  const services = { toggled, toggle: toggleAndPaint, post };
  render(
    <PanelContext value={services}>
      <Panel snapshot={snapshot} />
    </PanelContext>,
    root,
  );
}

function toggleAndPaint(id: string): void {
  toggled = toggle(toggled, id);
  paint();
}

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (!isSnapshot(event.data)) return;
  snapshot = event.data.snapshot;
  paint();
});

/** Only the host can post here, so its word on the rest is taken. */
function isSnapshot(data: unknown): data is SnapshotMessage {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'snapshot';
}

paint();
post({ type: 'ready' });
