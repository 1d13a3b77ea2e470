import type { SettingView } from '../../core/messages/tuning.ts';
import { Link } from '../parts/Link.tsx';
import { useDomId } from '../parts/useDomId.ts';
import { usePage } from '../pageContext.ts';
import { Described } from './Described.tsx';
import { SettingField } from './SettingField.tsx';
import { settingName } from './settingNames.ts';
import { useTuning } from './tuningContext.ts';

/** A setting: what it is, how it is set, and the way back to its default. */
export function SettingRow({ setting }: { setting: SettingView }) {
  const { key, description, form, isChanged, isOfWorkspace } = setting;
  const { post } = useTuning();
  const { openSetting } = usePage();
  const id = useDomId();
  return (
    <div class={isChanged ? 'setting setting-changed' : 'setting'} role="group" aria-labelledby={id}>
      <div class="setting-head">
        <h3 id={id}>{settingName(key)}</h3>
        <span class="dim small">andon.{key}</span>
        {isChanged && <span class="dim small">{isOfWorkspace ? 'changed by the workspace' : 'changed'}</span>}
      </div>
      <p id={`${id}-about`}>
        <Described text={description} />
      </p>
      <SettingField setting={setting} name={id} about={`${id}-about`} />
      <div class="links">
        {form.kind === 'elsewhere' && (
          <Link
            onClick={() => {
              openSetting(key);
            }}
          >
            Change in VS Code’s settings
          </Link>
        )}
        {isChanged && (
          <Link
            onClick={() => {
              post({ type: 'resetSetting', key });
            }}
          >
            Reset to default
          </Link>
        )}
      </div>
    </div>
  );
}
