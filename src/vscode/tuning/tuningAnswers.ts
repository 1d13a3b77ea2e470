import type { RecordFilter } from '../../core/audit/filterSchema.ts';
import type { FirstRows, RowsMessage } from '../../core/messages/record.ts';
import type { CheckedRule, TuningRequest } from '../../core/messages/tuning.ts';
import type { Settings } from '../../core/settings.ts';
import { checkWritten } from '../../core/tuning/checkRule.ts';
import { withDraft, withoutRule } from '../../core/tuning/draft.ts';
import type { RecordKeeper } from '../../runtime/recordKeeper.ts';
import { openSettings, type UserSettings } from '../settings.ts';
import type { Answers } from '../show/answers/answers.ts';
import { resetSetting, writeSetting } from './settingWriter.ts';
import type { TrialDesk } from './trialDesk.ts';

export interface TuningAnswerPorts {
  readonly keeper: RecordKeeper;
  readonly settings: UserSettings;
  readonly trials: TrialDesk;
  readonly openRecord: (filter: RecordFilter) => Promise<void>;
  readonly readRows: (filter: RecordFilter) => Promise<FirstRows>;
  readonly sendRows: (message: RowsMessage) => void;
  readonly sendChecked: (checked: CheckedRule) => void;
  /** Sends the page what it shows. */
  readonly update: () => void;
}

type RuleSettings = Pick<Settings, 'rules' | 'customRules'>;

export function tuningAnswers(ports: TuningAnswerPorts): Answers<TuningRequest> {
  const { keeper, settings, trials, openRecord, readRows, sendRows, sendChecked, update } = ports;
  return {
    ready: update,
    start: () => keeper.start(),
    try: ({ turn, rule, draft }) => trials.run(turn, rule, draft),
    stopTrial: () => {
      trials.stop();
    },
    checkRule: ({ turn, index, rule }) => {
      sendChecked({ turn, ...checkWritten(rule, index, settings.current.customRules) });
    },
    keepDraft: ({ draft }) => writeRules(settings.current, withDraft(settings.current, draft)),
    removeRule: ({ index }) => writeRules(settings.current, withoutRule(settings.current, index)),
    writeSetting: ({ key, value }) => writeSetting(key, value),
    resetSetting: ({ key }) => resetSetting(key),
    openSetting: ({ key }) => openSettings(key),
    openRecord: ({ filter }) => openRecord(filter),
    readRows: async ({ turn, filter }) => {
      sendRows({ type: 'rows', turn, rows: await readRows(filter) });
    },
  };
}

/** Writes what has changed; what is empty again needs to stand nowhere. */
async function writeRules(old: RuleSettings, { rules, customRules }: RuleSettings): Promise<void> {
  if (rules !== old.rules) {
    await (Object.keys(rules).length > 0 ? writeSetting('rules', rules) : resetSetting('rules'));
  }
  if (customRules !== old.customRules) {
    await (customRules.length > 0 ? writeSetting('customRules', customRules) : resetSetting('customRules'));
  }
}
