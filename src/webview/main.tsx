import '@vscode-elements/elements/dist/vscode-button/index.js';
import './main.css';
import { render } from 'preact';
import type { Snapshot } from '../core/messages/panel.ts';
import { PANEL_ROOT_ID } from '../core/panelPage.ts';
import type { SettingKey } from '../core/settings.ts';
import { Page } from './Page.tsx';
import { Panel } from './Panel.tsx';
import { PanelContext } from './panelContext.ts';
import { onMessage, post } from './vscodeApi.ts';

const root = document.getElementById(PANEL_ROOT_ID);

function paint(snapshot: Snapshot | null): void {
  if (!root) return;
  render(
    <Page openSetting={openSetting}>
      <PanelContext value={post}>
        <Panel snapshot={snapshot} />
      </PanelContext>
    </Page>,
    root,
  );
}

function openSetting(key: SettingKey): void {
  post({ type: 'openSetting', key });
}

onMessage('snapshot', message => {
  paint(message.snapshot);
});
paint(null);
post({ type: 'ready' });
