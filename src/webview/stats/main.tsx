import '@vscode-elements/elements/dist/vscode-button/index.js';
import './stats.css';
import { render } from 'preact';
import type { RecordFilter } from '../../core/audit/filterSchema.ts';
import type { StatsSnapshot } from '../../core/messages/stats.ts';
import { PANEL_ROOT_ID } from '../../core/panelPage.ts';
import type { SettingKey } from '../../core/settings.ts';
import { Page } from '../Page.tsx';
import { restoreUiState } from '../uiState.ts';
import { onMessage, post } from '../vscodeApi.ts';
import { firstRequest, RANGE } from './keptRange.ts';
import { Stats } from './Stats.tsx';
import { StatsContext } from './statsContext.ts';

const root = document.getElementById(PANEL_ROOT_ID);

function paint(stats: StatsSnapshot | null): void {
  if (!root) return;
  render(
    <Page openSetting={openSetting} openRecord={openRecord} nameAway={nameAway}>
      <StatsContext value={post}>
        <Stats stats={stats} />
      </StatsContext>
    </Page>,
    root,
  );
}

function openSetting(key: SettingKey): void {
  post({ type: 'openSetting', key });
}

function openRecord(filter: RecordFilter): void {
  post({ type: 'showRecord', filter });
}

function nameAway(): void {
  post({ type: 'chooseAway' });
}

onMessage('stats', message => {
  paint(message.stats);
});
paint(null);
post(firstRequest(restoreUiState().chosen.get(RANGE)));
