import '@vscode-elements/elements/dist/vscode-button/index.js';
import './stats.css';
import { render, type ComponentChildren } from 'preact';
import type { RecordFilter } from '../../core/audit/filterSchema.ts';
import { PANEL_ROOT_ID } from '../../core/panelPage.ts';
import type { SettingKey } from '../../core/settings.ts';
import { Page } from '../Page.tsx';
import { Recorded } from '../recorded/Recorded.tsx';
import { RecordedContext } from '../recorded/recordedContext.ts';
import { restoreUiState } from '../uiState.ts';
import { onMessage, post } from '../vscodeApi.ts';
import { firstRequest, RANGE } from './keptRange.ts';
import { Stats } from './Stats.tsx';
import { StatsContext } from './statsContext.ts';

const root = document.getElementById(PANEL_ROOT_ID);

function paint(content: ComponentChildren): void {
  if (!root) return;
  render(
    <Page openSetting={openSetting} openRecord={openRecord} nameAway={nameAway}>
      {content}
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

onMessage('stats', ({ stats }) => {
  paint(
    <StatsContext value={post}>
      <Stats stats={stats} />
    </StatsContext>,
  );
});
// The same page in another tab: most of it is there already.
onMessage('recorded', ({ recorded }) => {
  paint(
    <RecordedContext value={post}>
      <Recorded recorded={recorded} />
    </RecordedContext>,
  );
});
paint(
  <StatsContext value={post}>
    <Stats stats={null} />
  </StatsContext>,
);
post(firstRequest(restoreUiState().chosen.get(RANGE)));
