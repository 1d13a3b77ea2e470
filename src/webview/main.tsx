import '@vscode-elements/elements/dist/vscode-button/index.js';
import './main.css';
import { render } from 'preact';
import type { RecordFilter } from '../core/audit/filterSchema.ts';
import type { Snapshot } from '../core/messages/panel.ts';
import type { QueueView } from '../core/messages/queue.ts';
import { PANEL_ROOT_ID } from '../core/panelPage.ts';
import type { SettingKey } from '../core/settings.ts';
import { Page } from './Page.tsx';
import { Panel } from './Panel.tsx';
import { PanelContext } from './panelContext.ts';
import { onMessage, post } from './vscodeApi.ts';

const root = document.getElementById(PANEL_ROOT_ID);

let snapshot: Snapshot | null = null;
let queue: QueueView | null = null;

function paint(): void {
  if (!root) return;
  render(
    <Page openSetting={openSetting} openRecord={openRecord} nameAway={nameAway}>
      <PanelContext value={post}>
        <Panel snapshot={snapshot} queue={queue} />
      </PanelContext>
    </Page>,
    root,
  );
}

function openSetting(key: SettingKey): void {
  post({ type: 'openSetting', key });
}

function openRecord(filter: RecordFilter): void {
  post({ type: 'openRecord', filter });
}

function nameAway(): void {
  post({ type: 'chooseAway' });
}

onMessage('snapshot', message => {
  ({ snapshot } = message);
  paint();
});
onMessage('queue', message => {
  ({ queue } = message);
  paint();
});
paint();
post({ type: 'ready' });
