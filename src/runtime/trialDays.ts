import { dayOfDate } from '../core/activity/calendar.ts';
import { RecordHappenings } from '../core/nudges/recordHappenings.ts';
import type { Happening } from '../core/nudges/surroundings.ts';
import { addDays } from '../core/queue/plainDate.ts';
import type { Finding, RuleStatus } from '../core/rules/finding.ts';
import type { ReadyRule } from '../core/rules/readyRule.ts';
import { gridBefore } from '../core/rules/record/input.ts';
import type { Settings } from '../core/settings.ts';
import { backtest } from './backtest.ts';
import type { ReadableRecord } from './pastDays.ts';
import { rulePortion, ruleSettings, settledUntil } from './ruleFeed.ts';

const TRIAL_DAYS = 30;
const DAY_MS = 86_400_000;

/** So much of the record is read at once: some milliseconds. */
const SLICE_MS = 4 * 3_600_000;
/** What was found holds for so long: nobody tunes by the last minutes. */
const FRESH_MS = 10 * 60_000;
/** Of the work, where what went on around nudges is not known yet. */
const RULES_SHARE = 0.7;

export interface TrialWatch {
  /** 0 to 1. */
  readonly onProgress: (done: number) => void;
  /** Asked after each slice: nobody waits for it any more. */
  readonly isAborted: () => boolean;
}

interface TrialDaysPorts {
  readonly yieldTurn: () => Promise<void>;
  /** A rule failed, and found nothing from then on. */
  readonly onFailure: (rule: string, error: unknown) => void;
}

/** What a rule found, and what can be said of it. */
interface Found {
  readonly findings: readonly Finding[];
  readonly status: RuleStatus | undefined;
}

/** The last days of the record, and what rules found in them: found once, however often it is asked for. */
export class TrialDays {
  readonly record: ReadableRecord;
  /** ISO dates, from the first day of the record on. */
  readonly dates: readonly string[];
  /** How far the record is looked at; epoch milliseconds. */
  readonly end: number;
  private readonly settings: Settings;
  private readonly madeAt: number;
  private readonly from: number;
  private readonly found = new Map<string, Found>();
  private known: readonly Happening[] | null = null;

  /** Throws a `StoreError`. null where nothing is recorded yet. */
  static before(now: number, record: ReadableRecord, settings: Settings): TrialDays | null {
    const recordedSince = record.store.firstSpanStart();
    return recordedSince === null ? null : new TrialDays(now, record, settings, recordedSince);
  }

  private constructor(now: number, record: ReadableRecord, settings: Settings, recordedSince: number) {
    const { calendar } = record;
    const first = addDays(calendar.dayAt(now).date, 1 - TRIAL_DAYS);
    const begun = calendar.dayAt(recordedSince).date;
    this.record = record;
    this.settings = settings;
    this.madeAt = now;
    this.from = gridBefore(dayOfDate(calendar, first)?.start ?? now - TRIAL_DAYS * DAY_MS);
    this.end = settledUntil(now);
    this.dates = Array.from({ length: TRIAL_DAYS }, (_, i) => addDays(first, i)).filter(d => d >= begun);
  }

  /** Whether they can stand for the last days still. */
  isFresh(now: number, { store }: ReadableRecord, settings: Settings): boolean {
    const isSame = JSON.stringify(ruleSettings(settings)) === JSON.stringify(ruleSettings(this.settings));
    return isSame && store === this.record.store && now >= this.madeAt && now - this.madeAt < FRESH_MS;
  }

  /** In order of time. */
  get happenings(): readonly Happening[] {
    return this.known ?? [];
  }

  /** Of a rule that was looked at. */
  findings(ready: ReadyRule): readonly Finding[] {
    return this.found.get(keyOf(ready))?.findings ?? [];
  }

  status(ready: ReadyRule): RuleStatus | undefined {
    return this.found.get(keyOf(ready))?.status;
  }

  /** Looks for everything that is not known yet, in slices; false: it was aborted. Rejects with a `StoreError`. */
  async look(rules: readonly ReadyRule[], watch: TrialWatch, ports: TrialDaysPorts): Promise<boolean> {
    const share = this.known ? 1 : RULES_SHARE;
    const ofRules = {
      ...watch,
      onProgress: (done: number) => {
        watch.onProgress(done * share);
      },
    };
    for (const batch of batches(rules.filter(each => this.isUnknown(each)))) {
      if (!(await this.findIn(batch, ofRules, ports))) return false;
    }
    if (this.known) return true;
    const ofHappenings = {
      ...watch,
      onProgress: (done: number) => {
        watch.onProgress(share + done * (1 - share));
      },
    };
    return this.readHappenings(ofHappenings, ports);
  }

  private isUnknown(ready: ReadyRule): boolean {
    return ready.level !== 'off' && !this.found.has(keyOf(ready));
  }

  private async findIn(
    rules: readonly ReadyRule[],
    watch: TrialWatch,
    ports: TrialDaysPorts,
  ): Promise<boolean> {
    const { record, settings, from, madeAt: now } = this;
    const result = await backtest(record, { rules, settings, from, now }, { ...watch, ...ports });
    if (!result) return false;
    const byRule = Map.groupBy(result.asTold, ({ rule }) => rule);
    for (const ready of rules) {
      const { id } = ready.rule;
      this.found.set(keyOf(ready), { findings: byRule.get(id) ?? [], status: result.status.get(id) });
    }
    return true;
  }

  private async readHappenings(watch: TrialWatch, { yieldTurn }: TrialDaysPorts): Promise<boolean> {
    const { record, from, end } = this;
    const { store, calendar } = record;
    const happenings = new RecordHappenings(from, {
      ...{ calendar, ...ruleSettings(this.settings), recordedSince: from },
      ...{ hours: null, item: store.currentItem(from), usedBefore: new Map() },
    });
    for (let start = from; start < end; start += SLICE_MS) {
      const to = Math.min(start + SLICE_MS, end);
      happenings.add(rulePortion(store, start, to), to);
      watch.onProgress((to - from) / (end - from));
      await yieldTurn();
      if (watch.isAborted()) return false;
    }
    this.known = happenings.inOrder();
    return true;
  }
}

/** What a rule finds depends on this and the record alone, whatever its level. */
function keyOf({ rule, values }: ReadyRule): string {
  return JSON.stringify([
    rule.id,
    rule.when,
    rule.for,
    rule.keepFiringFor,
    rule.cooldown,
    rule.inhibitedBy,
    values,
  ]);
}

/** Two versions of one rule cannot run together, since each has its id. */
function batches(rules: readonly ReadyRule[]): ReadyRule[][] {
  const made: Map<string, ReadyRule>[] = [];
  for (const ready of rules) {
    const { id } = ready.rule;
    const room = made.find(batch => !batch.has(id));
    if (room) room.set(id, ready);
    else made.push(new Map([[id, ready]]));
  }
  return made.map(batch => [...batch.values()]);
}
