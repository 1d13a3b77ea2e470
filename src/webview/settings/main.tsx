import './settings.css';
import { render } from 'preact';
import type { RecordFilter } from '../../core/audit/filterSchema.ts';
import type { CheckedRule, TrialView, TuningView } from '../../core/messages/tuning.ts';
import { PANEL_ROOT_ID } from '../../core/panelPage.ts';
import type { SettingKey } from '../../core/settings.ts';
import { Page } from '../Page.tsx';
import { onMessage, post } from '../vscodeApi.ts';
import { Tuning } from './Tuning.tsx';
import { TuningContext } from './tuningContext.ts';

const root = document.getElementById(PANEL_ROOT_ID);

let tuning: TuningView | null = null;
let trial: TrialView | null = null;
let checked: CheckedRule | null = null;

function paint(): void {
  if (!root) return;
  render(
    <Page openSetting={openSetting} openRecord={openRecord} nameAway={nothing}>
      <TuningContext value={{ post, trial, checked }}>
        <Tuning tuning={tuning} />
      </TuningContext>
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

/** No number here changes with what times away are named. */
function nothing(): void {
  // Nothing to do.
}

onMessage('tuning', message => {
  ({ tuning } = message);
  paint();
});
onMessage('trial', message => {
  ({ trial } = message);
  paint();
});
onMessage('checked', message => {
  ({ checked } = message);
  paint();
});
paint();
post({ type: 'ready' });
