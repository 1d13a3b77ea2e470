import type { Clock } from '../../base/clock.ts';
import type { FallView } from '../../core/messages/nudges.ts';
import type { Fall } from '../../core/nudges/guard.ts';
import type { Entry } from '../../core/nudges/past.ts';
import { sayDay } from '../../core/queue/sayDue.ts';
import { LEVEL_NAMES } from '../../core/rules/levelNames.ts';
import { minutes } from '../../core/settings.ts';
import { fallsSince } from '../../runtime/nudgeGuard.ts';
import type { RulesAtWork } from '../../runtime/nudgePorts.ts';
import type { RecordKeeper } from '../../runtime/recordKeeper.ts';
import type { UserSettings } from '../settings.ts';

export interface FallsPorts {
  readonly keeper: RecordKeeper;
  readonly rulesAtWork: RulesAtWork;
  readonly settings: UserSettings;
  readonly clock: Clock;
  readonly onFailure: (what: string, error: unknown) => void;
}

/** Where deep time fell after a rule was raised in level. Computed once a day, since it follows from days that are over. */
export class Falls {
  private readonly ports: FallsPorts;
  private key = '';
  private known: readonly FallView[] = [];

  constructor(ports: FallsPorts) {
    this.ports = ports;
  }

  /** `levelsSet`: each time that a rule was set to another level. */
  views(levelsSet: readonly Entry[]): readonly FallView[] {
    const { keeper, clock, settings, onFailure } = this.ports;
    const { readable } = keeper;
    if (!readable || levelsSet.length === 0) return [];
    const deepBlockMs = minutes(settings.current['focus.deepBlockMinutes']);
    const today = readable.calendar.dayAt(clock.now()).date;
    const key = JSON.stringify([today, deepBlockMs, levelsSet]);
    if (key === this.key) return this.known;
    this.key = key;
    this.known = [];
    try {
      this.known = fallsSince(levelsSet, readable, deepBlockMs).map(fall => this.viewOf(fall, today));
    } catch (error) {
      onFailure('What came after a rule was raised cannot be told.', error);
    }
    return this.known;
  }

  private viewOf({ raise: { rule: id, date, from, to }, text }: Fall, today: string): FallView {
    const rule = this.ports.rulesAtWork.rules.find(each => each.rule.id === id)?.rule;
    const name = rule?.description === undefined || rule.description === '' ? id : rule.description;
    const levels = `from ${LEVEL_NAMES[from]} to ${LEVEL_NAMES[to]}`;
    return { rule: id, what: `Raised on ${sayDay(date, today)} ${levels}: ${name}`, text };
  }
}
