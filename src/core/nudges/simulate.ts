import type { Calendar } from '../activity/calendar.ts';
import { decide, nextLook, plansOf, type Judged } from './decide.ts';
import type { NudgeAnswer, NudgeEvent, Plan } from './nudge.ts';
import { NO_PAST, remember, standingOf, type Entry, type Past } from './past.ts';
import { judge, type ChanceOf, type DropReason, type NudgeRules, type Verdict } from './policy.ts';
import type { QuietHours } from './quietHours.ts';
import type { Raised } from './raised.ts';
import { Surroundings, type Happening } from './surroundings.ts';

export interface SimulationOptions {
  readonly rules: NudgeRules;
  readonly quietHours: QuietHours | null;
  readonly calendar: Calendar;
  readonly chanceOf: ChanceOf;
  /** What was there before. Default: nothing. */
  readonly past?: Past;
  /** How one answers what is shown, and so long after it; null, and the default: not at all. */
  readonly answer?: (plan: Plan) => { readonly afterMs: number; readonly answer: NudgeAnswer } | null;
}

/** A finding that nobody was told of, or that was put off and then was over. */
export interface Dropped {
  readonly at: number;
  readonly raised: Raised;
  readonly reason: DropReason;
  /** How it stood at its end. */
  readonly verdict: Verdict;
}

interface DueAnswer {
  readonly at: number;
  readonly id: number;
  readonly answer: NudgeAnswer;
}

const WINDOW = 'simulated';

/**
 * Nudges as they would come, for a replay and for a backtest: one window that shows at once what is decided. It is fed with what
 * happens, in order of time, and what it tells does not depend on how that is portioned.
 */
export class NudgeRun {
  private readonly options: SimulationOptions;
  private readonly onNudge: (plan: Plan) => void;
  private readonly onDrop: (dropped: Dropped) => void;
  private readonly surroundings: Surroundings;
  private readonly raised = new Map<string, Raised>();
  private answers: DueAnswer[] = [];
  private known: Past;
  private now = -Infinity;
  private nextId: number;

  constructor(
    options: SimulationOptions,
    onNudge: (plan: Plan) => void,
    onDrop: (dropped: Dropped) => void = () => undefined,
  ) {
    this.options = options;
    this.onNudge = onNudge;
    this.onDrop = onDrop;
    this.surroundings = new Surroundings(options.quietHours, options.calendar);
    this.known = options.past ?? NO_PAST;
    this.nextId = Math.max(0, ...this.known.nudges.keys()) + 1;
  }

  /** What has been shown, and answered, so far. */
  get past(): Past {
    return this.known;
  }

  /** What is held back at present. */
  get held(): readonly Raised[] {
    return [...this.raised.values()].filter(raised => !this.wasTold(raised));
  }

  /** Happenings come in order of time; what comes at one instant is taken together. Throws a RangeError where one comes too late. */
  take(happening: Happening): void {
    if (happening.at < this.now) throw new RangeError('What happens is told in order of time');
    if (happening.at > this.now) this.passUntil(happening.at);
    this.now = happening.at;
    if (happening.kind === 'raised') this.raise(happening.raised);
    else if (happening.kind === 'resolved') this.resolve(happening.rule);
    else this.surroundings.take(happening);
  }

  /** Nothing more happens up to `at`, included. */
  finish(at: number): void {
    this.passUntil(at);
    this.now = Math.max(this.now, at);
    this.look();
  }

  /** Looks at what has happened, and then at each instant before `limit` at which something is due. */
  private passUntil(limit: number): void {
    if (this.now === -Infinity) return;
    for (let due = this.look(); due !== null && due < limit; due = this.look()) this.now = due;
  }

  /** Gives the answers that are due and shows what is to be shown; tells when to look again, null: something must happen first. */
  private look(): number | null {
    this.giveAnswers();
    const judged = this.judgeHeld();
    for (const plan of plansOf(judged, this.nextId, this.now)) this.show(plan);
    const waits = [nextLook(judged), ...this.answers.map(({ at }) => at)].filter(time => time !== null);
    return waits.length > 0 ? Math.min(...waits) : null;
  }

  private judgeHeld(): Judged[] {
    const { held } = this;
    if (held.length === 0) return [];
    const { rules, chanceOf } = this.options;
    return decide(held, this.known, this.surroundings.at(this.now), rules, chanceOf);
  }

  private show(plan: Plan): void {
    this.nextId++;
    this.write({ kind: 'decided', plan });
    this.happen(plan.id, { kind: 'claimed', window: WINDOW });
    this.happen(plan.id, { kind: 'shown', window: WINDOW });
    this.onNudge(plan);
    const given = this.options.answer?.(plan);
    if (given) this.answers.push({ at: this.now + given.afterMs, id: plan.id, answer: given.answer });
  }

  private giveAnswers(): void {
    const due = this.answers.filter(({ at }) => at <= this.now);
    if (due.length === 0) return;
    this.answers = this.answers.filter(({ at }) => at > this.now);
    for (const { id, answer } of due.sort((a, b) => a.at - b.at)) this.happen(id, answer);
  }

  /** The same finding again says it anew; another one ends the one before. */
  private raise(raised: Raised): void {
    if (this.raised.get(raised.rule)?.since !== raised.since) this.resolve(raised.rule);
    this.raised.set(raised.rule, raised);
  }

  private resolve(rule: string): void {
    const raised = this.raised.get(rule);
    if (!raised) return;
    this.raised.delete(rule);
    if (!this.wasTold(raised)) this.drop(raised);
    for (const { id, since, rule: of } of this.known.nudges.values()) {
      if (of === rule && since === raised.since) this.happen(id, { kind: 'resolved' });
    }
  }

  private drop(raised: Raised): void {
    const { rules, chanceOf } = this.options;
    const verdict = judge(raised, this.known, this.surroundings.at(this.now), rules, chanceOf);
    const reason = verdict.kind === 'drop' ? verdict.reason : 'resolved';
    this.onDrop({ at: this.now, raised, reason, verdict });
  }

  private wasTold({ rule, since }: Raised): boolean {
    return since <= standingOf(this.known, rule).toldSince;
  }

  private happen(id: number, event: NudgeEvent): void {
    this.write({ kind: 'nudge', at: this.now, id, event });
  }

  private write(entry: Entry): void {
    this.known = remember(this.known, entry);
  }
}

/** All at once; `happenings` in order of time. */
export function simulate(
  happenings: readonly Happening[],
  options: SimulationOptions,
): { nudges: Plan[]; dropped: Dropped[]; held: readonly Raised[] } {
  const nudges: Plan[] = [];
  const dropped: Dropped[] = [];
  const run = new NudgeRun(
    options,
    plan => nudges.push(plan),
    drop => dropped.push(drop),
  );
  for (const happening of happenings) run.take(happening);
  const last = happenings.at(-1);
  if (last) run.finish(last.at);
  return { nudges, dropped, held: run.held };
}
