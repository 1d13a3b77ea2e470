import type { Draft, TrialState } from '../core/messages/tuning.ts';
import { parseQuietHours } from '../core/nudges/quietHours.ts';
import { readRules } from '../core/rules/readRules.ts';
import type { ReadyRule } from '../core/rules/readyRule.ts';
import type { Settings } from '../core/settings.ts';
import { clockText } from '../core/text/clock.ts';
import { withDraft } from '../core/tuning/draft.ts';
import { simulateRules } from '../core/tuning/simulateRules.ts';
import { trialRows, trialSide, type TrialWording } from '../core/tuning/trialResult.ts';
import { nudgeRulesOf } from './nudgeRules.ts';
import type { ReadableRecord } from './pastDays.ts';
import { TrialDays, type TrialWatch } from './trialDays.ts';

export interface TrialPorts {
  readonly record: () => ReadableRecord | null;
  /** IANA name. */
  readonly zone: () => string;
  /** Lets everything else that waits have its turn. */
  readonly yieldTurn: () => Promise<void>;
  readonly onFailure: (what: string, error: unknown) => void;
}

export interface TrialPlan {
  readonly settings: Settings;
  /** The id of the rule that is looked at. */
  readonly rule: string;
  /** What is under edit; null: nothing. */
  readonly draft: Draft | null;
  readonly now: number;
}

/** Tries a rule on the last days of the record: which nudges would have come, as the settings are and as they are under edit. */
export class NudgeTrial {
  private readonly ports: TrialPorts;
  private days: TrialDays | null = null;

  constructor(ports: TrialPorts) {
    this.ports = ports;
  }

  /** To be called when the record of the past has become another one. */
  forget(): void {
    this.days = null;
  }

  /** null: it was aborted. Rejects with a `StoreError`. */
  async run(plan: TrialPlan, watch: TrialWatch): Promise<TrialState | null> {
    const days = this.daysFor(plan);
    if (!days) return { kind: 'noRecord' };
    const { settings, draft } = plan;
    const before = readRules(settings).rules;
    const after = draft && readRules(withDraft(settings, draft)).rules;
    const { yieldTurn, onFailure } = this.ports;
    const isDone = await days.look([...before, ...(after ?? [])], watch, {
      yieldTurn,
      onFailure: (rule, error) => {
        onFailure(`The rule ${rule} failed on the record`, error);
      },
    });
    return isDone ? this.resultOf(days, plan, before, after) : null;
  }

  private daysFor({ settings, now }: TrialPlan): TrialDays | null {
    const record = this.ports.record();
    if (!record) return null;
    if (!this.days?.isFresh(now, record, settings)) this.days = TrialDays.before(now, record, settings);
    return this.days;
  }

  private resultOf(
    days: TrialDays,
    { settings, rule }: TrialPlan,
    before: readonly ReadyRule[],
    after: readonly ReadyRule[] | null,
  ): TrialState {
    const words = this.wordsFor(days.record, settings);
    const items = days.record.store.tasks.all();
    // By the name that finds it in the record, as everywhere.
    const nameOf = (id: string) => items.get(id)?.key ?? id;
    const [left, right] = [before, after].map(rules => {
      const ready = rules?.find(each => each.rule.id === rule);
      if (!rules || !ready) return null;
      const simulated = simulateRules({
        ...{ nudgeRules: nudgeRulesOf(settings), quietHours: parseQuietHours(settings['nudges.quietHours']) },
        ...{ rules, calendar: days.record.calendar, nameOf },
        ...{ happenings: days.happenings, findings: each => days.findings(each), end: days.end },
      });
      return { simulated, figures: trialSide(simulated, rule, ready.level, days.status(ready)) };
    });
    return {
      kind: 'done',
      dates: days.dates,
      before: left?.figures ?? null,
      after: right?.figures ?? null,
      rows: trialRows(left?.simulated ?? null, right?.simulated ?? null, rule, words),
    };
  }

  private wordsFor({ calendar }: ReadableRecord, settings: Settings): TrialWording {
    return {
      calendar,
      wording: { clock: clockText(this.ports.zone()), rules: nudgeRulesOf(settings) },
    };
  }
}
